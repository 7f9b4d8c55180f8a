import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  title: 'Substitutes',
  hint: 'While you are away a colleague can do your tasks. Both of you see them and can do them; the history says who acted in whose place.',
  add: 'Name a substitute',
  list: 'Who stands in for whom',
  none: 'Nobody stands in for anybody',
  noneHint: 'Name a substitute before you leave; it ends by itself on the last day.',
  person: 'In place of',
  substitute: 'Substitute',
  from: 'First day',
  to: 'Last day',
  processes: 'For',
  allProcesses: 'All processes',
  processesHelp: 'All processes, unless you choose some',
  reason: 'Reason',
  rules:
    'What a substitute is not cleared for stays with you. A substitute cannot do what he started himself, and cannot transfer, delegate or add signers.',
  required: 'Please fill this in',
  save: 'Name',
  saved: 'The substitute is named',
  end: 'End now',
  endOne: 'End {{substitute}} standing in for {{person}}',
  endText:
    '{{substitute}} will no longer see or do the tasks of {{person}}. What has been done stays as it is.',
  state: { planned: 'Planned', running: 'Now', over: 'Over' },
  who: '{{substitute}} for {{person}}',
  period: '{{from}} to {{to}}',
} satisfies MessagesOf<typeof zhCN>
