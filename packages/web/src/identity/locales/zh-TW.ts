import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  title: '登入',
  username: '使用者名稱',
  password: '密碼',
  submit: '登入',
  usernameRequired: '請填寫使用者名稱',
  passwordRequired: '請填寫密碼',
  demoTitle: '示範帳號',
  demoHint: '點一下即以該崗位登入',
  demoFillHint: '點一下填好使用者名稱',
  returnHint: '登入後將回到剛才的頁面',
} satisfies MessagesOf<typeof zhCN>
