import ant from 'antd/es/locale/zh_TW.js'
import 'dayjs/locale/zh-tw.js'
import api from '../api/locales/zh-TW.ts'
import app from '../app/locales/zh-TW.ts'
import functions from '../functions/locales/zh-TW.ts'
import identity from '../identity/locales/zh-TW.ts'
import notify from '../notify/locales/zh-TW.ts'
import organization from '../organization/locales/zh-TW.ts'
import processes from '../processes/locales/zh-TW.ts'
import records from '../records/locales/zh-TW.ts'
import substitutions from '../substitutions/locales/zh-TW.ts'
import surveys from '../surveys/locales/zh-TW.ts'
import calendar from '../calendar/locales/zh-TW.ts'
import task from '../work/task/locales/zh-TW.ts'
import verbs from '../work/verbs/locales/zh-TW.ts'
import versions from '../processes/versions/locales/zh-TW.ts'
import work from '../work/locales/zh-TW.ts'
import type { Bundle } from './namespaces.ts'

export const bundle: Bundle = {
  messages: {
    api,
    app,
    calendar,
    functions,
    identity,
    notify,
    organization,
    processes,
    records,
    substitutions,
    surveys,
    task,
    verbs,
    versions,
    work,
  },
  ant,
  dayjs: 'zh-tw',
}
