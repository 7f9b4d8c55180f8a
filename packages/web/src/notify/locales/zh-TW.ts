import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  newTask: '新待辦：{{task}}',
  open: '去辦理',
} satisfies MessagesOf<typeof zhCN>
