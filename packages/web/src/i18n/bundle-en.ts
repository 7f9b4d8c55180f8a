import ant from 'antd/es/locale/en_US.js'
import api from '../api/locales/en.ts'
import app from '../app/locales/en.ts'
import functions from '../functions/locales/en.ts'
import identity from '../identity/locales/en.ts'
import notify from '../notify/locales/en.ts'
import organization from '../organization/locales/en.ts'
import processes from '../processes/locales/en.ts'
import records from '../records/locales/en.ts'
import substitutions from '../substitutions/locales/en.ts'
import surveys from '../surveys/locales/en.ts'
import calendar from '../calendar/locales/en.ts'
import task from '../work/task/locales/en.ts'
import verbs from '../work/verbs/locales/en.ts'
import versions from '../processes/versions/locales/en.ts'
import work from '../work/locales/en.ts'
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
  dayjs: 'en',
}
