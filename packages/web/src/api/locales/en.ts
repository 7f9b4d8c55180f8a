import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  OFFLINE: 'The server cannot be reached; nothing was done',
  UNEXPECTED: 'Internal error of the page',
  requestId: 'Request {{id}}',
  loadFailed: 'The content could not be loaded',
  banner: 'The connection to the server is lost; reconnecting…',
  reconnect: 'Reconnect now',
  recovered: 'Connected again',
} satisfies MessagesOf<typeof zhCN>
