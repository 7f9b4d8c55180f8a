import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  title: 'Sign in',
  username: 'User name',
  password: 'Password',
  submit: 'Sign in',
  usernameRequired: 'Please enter your user name',
  passwordRequired: 'Please enter your password',
  demoTitle: 'Demo accounts',
  demoHint: 'One click signs you in at that position',
  demoFillHint: 'One click fills in the user name',
  returnHint: 'You will return to where you were',
} satisfies MessagesOf<typeof zhCN>
