import ant from 'antd/es/locale/zh_CN.js'
import 'dayjs/locale/zh-cn.js'
import api from '../api/locales/zh-CN.ts'
import app from '../app/locales/zh-CN.ts'
import functions from '../functions/locales/zh-CN.ts'
import identity from '../identity/locales/zh-CN.ts'
import notify from '../notify/locales/zh-CN.ts'
import organization from '../organization/locales/zh-CN.ts'
import processes from '../processes/locales/zh-CN.ts'
import records from '../records/locales/zh-CN.ts'
import substitutions from '../substitutions/locales/zh-CN.ts'
import surveys from '../surveys/locales/zh-CN.ts'
import calendar from '../calendar/locales/zh-CN.ts'
import task from '../work/task/locales/zh-CN.ts'
import verbs from '../work/verbs/locales/zh-CN.ts'
import versions from '../processes/versions/locales/zh-CN.ts'
import work from '../work/locales/zh-CN.ts'
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
  dayjs: 'zh-cn',
}
