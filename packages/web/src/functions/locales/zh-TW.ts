import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  title: '職能總覽',
  note: '市場部的四項職能、各項職責，以及每項職責在哪裡辦。',
  duties: '{{count}} 項職責',
  duty: '職責 {{id}}',
  todo: '待我辦 {{number}}',
  running: '進行中 {{number}}',
  records: '{{number}} 份',
  entries: '{{number}} 筆',
  manyRecords: '{{number}}+',
  start: '發起',
  startNamed: '發起{{name}}',
  create: '新增',
  createNamed: '新增{{name}}',
  origin: { stated: '原文', implied: '隱含', proposed: '建議' },
  focus: {
    title: '本階段工作重點',
    stage: '{{stage}} · 已完成 {{done}} / {{count}}',
    done: '已完成',
    under: '有成果',
    open: '未開始',
    doneOn: '{{day}} 登記完成',
    evidence: '已有成果',
    noEvidence: '還沒有與本產品關聯的成果。',
    tick: '登記完成情況',
    how: '完成情況在產品條目的「工作重點完成情況」中登記；關聯到本產品的文件和登記自動列為成果。',
  },
} satisfies MessagesOf<typeof zhCN>
