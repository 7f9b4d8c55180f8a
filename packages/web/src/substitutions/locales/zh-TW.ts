import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  title: '代理',
  hint: '外出或請假時，請一位同事代為辦理您的事項。代理期間兩人都能看到、都能辦理，辦理經過會寫明由誰代誰辦理。',
  add: '設定代理人',
  list: '代理安排',
  none: '還沒有代理安排',
  noneHint: '外出前設定代理人，期滿自動結束，不用再改回來。',
  person: '本人',
  substitute: '代理人',
  from: '第一天',
  to: '最後一天',
  processes: '適用流程',
  allProcesses: '全部流程',
  processesHelp: '不選就是全部流程',
  reason: '原因',
  rules: '密等高於代理人權限的事項不會交給代理人；代理人不能辦理自己發起的事項，也不能再轉辦、委派或加簽。',
  required: '請填寫',
  save: '設定',
  saved: '已設定代理人',
  end: '提前結束',
  endOne: '提前結束 {{substitute}} 代 {{person}} 的代理',
  endText: '結束後 {{substitute}} 不再能看到、辦理 {{person}} 的事項。已經辦理的不受影響。',
  state: { planned: '未開始', running: '代理中', over: '已結束' },
  who: '{{substitute}} 代 {{person}}',
  period: '{{from}} 至 {{to}}',
} satisfies MessagesOf<typeof zhCN>
