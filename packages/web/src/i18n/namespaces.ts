import type { Locale as AntLocale } from 'antd/es/locale/index.js'
import type api from '../api/locales/zh-CN.ts'
import type app from '../app/locales/zh-CN.ts'
import type calendar from '../calendar/locales/zh-CN.ts'
import type functions from '../functions/locales/zh-CN.ts'
import type identity from '../identity/locales/zh-CN.ts'
import type notify from '../notify/locales/zh-CN.ts'
import type organization from '../organization/locales/zh-CN.ts'
import type processes from '../processes/locales/zh-CN.ts'
import type records from '../records/locales/zh-CN.ts'
import type substitutions from '../substitutions/locales/zh-CN.ts'
import type surveys from '../surveys/locales/zh-CN.ts'
import type task from '../work/task/locales/zh-CN.ts'
import type verbs from '../work/verbs/locales/zh-CN.ts'
import type versions from '../processes/versions/locales/zh-CN.ts'
import type work from '../work/locales/zh-CN.ts'
import type { MessagesOf } from './messages.ts'

/** One namespace per folder: `useTranslation('work')` reads `src/work/locales`. */
export interface Namespaces {
  api: typeof api
  app: typeof app
  calendar: typeof calendar
  functions: typeof functions
  identity: typeof identity
  notify: typeof notify
  organization: typeof organization
  processes: typeof processes
  records: typeof records
  substitutions: typeof substitutions
  surveys: typeof surveys
  task: typeof task
  verbs: typeof verbs
  versions: typeof versions
  work: typeof work
}

/** What a language brings: our sentences, Ant Design's, and the calendar's. Loaded as one chunk. */
export interface Bundle {
  messages: MessagesOf<Namespaces>
  ant: AntLocale
  dayjs: string
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: Namespaces
    returnNull: false
  }
}
