import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  newTask: 'New task: {{task}}',
  open: 'Open it',
} satisfies MessagesOf<typeof zhCN>
