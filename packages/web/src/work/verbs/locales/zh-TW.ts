import type { MessagesOf } from '../../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  more: '更多操作',
  cancel: '取消',
  done: '已{{verb}}',
  searchPerson: '輸入姓名查找',
  searching: '正在查找',
  nobodyFound: '沒有找到',
  people: { one: '交給誰', signers: '請誰加簽', copies: '副本給誰', mentions: '提醒誰看（可不填）' },
  mode: { label: '幾個人怎麼簽', all: '都要同意', any: '一人同意即可', inOrder: '按順序簽' },
  target: '到哪一步',
  then: { label: '退回之後', again: '重新逐級審批', direct: '改好後直接回到我這裡' },
  signer: '減去誰',
  reason: '說明（可不填）',
  reasonRequired: '說明（必填）',
  problem: {
    people: '請選擇人員。',
    target: '請選擇步驟。',
    signer: '請選擇要減去的人。',
    reason: '請填寫說明。',
  },
  expected: {
    title: '預計後續環節',
    possible: '視情況',
    unknown: '辦理人到時才能確定',
    mode: { all: '會簽', any: '或簽', inOrder: '依次簽', vote: '票簽' },
  },
} satisfies MessagesOf<typeof zhCN>
