import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  OFFLINE: '暫時連不上伺服器，您的操作沒有完成',
  UNEXPECTED: '頁面內部錯誤',
  requestId: '請求編號 {{id}}',
  loadFailed: '沒能載入內容',
  banner: '與伺服器的連線已中斷，正在自動重新連線…',
  reconnect: '立即重新連線',
  recovered: '已恢復連線',
} satisfies MessagesOf<typeof zhCN>
