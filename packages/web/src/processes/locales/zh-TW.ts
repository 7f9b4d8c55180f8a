import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  title: '流程一覽',
  startTitle: '發起流程',
  startHint: '選擇一項流程；第一步由您辦理時，會直接開啟表單。',
  version: 'V{{version}}',
  department: '主管部門',
  departmentIs: '主管部門：{{department}}',
  documents: '產生的文件',
  start: '發起',
  view: '檢視流程圖',
  startNamed: '發起{{name}}',
  viewNamed: '檢視流程圖：{{name}}',
  chooseFirst: '請選擇{{field}}',
  noneStartable: '您的崗位目前沒有可以發起的流程',
  noneStartableHint: '可以在流程一覽中檢視各流程由哪個崗位發起。',
  none: '還沒有生效的流程',
  status: { draft: '草稿', inEffect: '已生效' },
  effectiveAt: '{{at}} 起生效',
  steps: '步驟',
  ordinary:
    '每一步下面是它自己的規定。沒有寫明的照常：沒有時限；附件可有可無；沒有人擔任的崗位交給流程管理員。',
  step: '步驟',
  position: '辦理崗位',
  document: '文件',
  origin: '依據',
  origins: { stated: '原文', implied: '隱含', proposed: '建議' },
  originHints: {
    stated: '流程文件中寫明的步驟',
    implied: '流程文件沒有寫明、但由其推出的步驟',
    proposed: '參謀建議的步驟，可以調整',
  },
  drawing: '流程圖',
  about: '流程說明',
  started: '已發起 {{number}}',
} satisfies MessagesOf<typeof zhCN>
