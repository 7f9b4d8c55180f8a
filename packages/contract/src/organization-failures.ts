import type { Labels } from './locales.ts'

/** What may go wrong when the organisation is edited (domain.md §3 GOV-3); part of the one table of failures. */
export const organizationFailures = {
  ORGANIZATION_OUTDATED: {
    status: 409,
    'zh-CN': '{person}刚刚改过这里，请看过新的内容再修改',
    'zh-TW': '{person}剛剛改過這裡，請看過新的內容再修改',
    en: '{person} has just changed this; look at it again before you change it',
  },
  DEPARTMENT_UNKNOWN: {
    status: 422,
    'zh-CN': '没有所选的部门，或者它已撤销',
    'zh-TW': '沒有所選的部門，或者它已撤銷',
    en: 'There is no such department, or it has ended',
  },
  POSITION_UNKNOWN: {
    status: 422,
    'zh-CN': '没有所选的岗位，或者它已撤销',
    'zh-TW': '沒有所選的崗位，或者它已撤銷',
    en: 'There is no such position, or it has ended',
  },
  PERSON_UNKNOWN: {
    status: 422,
    'zh-CN': '没有所选的人员，或者账号已停用',
    'zh-TW': '沒有所選的人員，或者帳號已停用',
    en: 'There is no such person, or the account is disabled',
  },
  USERNAME_TAKEN: {
    status: 409,
    'zh-CN': '用户名“{username}”已有人使用',
    'zh-TW': '使用者名稱「{username}」已有人使用',
    en: 'The user name “{username}” is taken',
  },
  NAME_TAKEN: {
    status: 409,
    'zh-CN': '同一部门下已经有“{name}”',
    'zh-TW': '同一部門下已經有「{name}」',
    en: 'There is a “{name}” in the same department already',
  },
  DEPARTMENT_CYCLE: {
    status: 409,
    'zh-CN': '不能把部门移到它自己或它的下级部门之下',
    'zh-TW': '不能把部門移到它自己或它的下級部門之下',
    en: 'A department cannot be moved below itself',
  },
  GROUP_CYCLE: {
    status: 409,
    'zh-CN': '岗位组不能直接或间接包含它自己',
    'zh-TW': '崗位群組不能直接或間接包含它自己',
    en: 'A group of positions cannot contain itself, not through other groups either',
  },
  DEPARTMENT_IN_USE: {
    status: 409,
    'zh-CN': '部门下还有下级部门、岗位或在职人员，不能撤销',
    'zh-TW': '部門下還有下級部門、崗位或在職人員，不能撤銷',
    en: 'The department still has departments, positions or people and cannot end',
  },
  POSITION_IN_USE: {
    status: 409,
    'zh-CN': '岗位是“{name}”的主管岗位或成员，不能撤销',
    'zh-TW': '崗位是「{name}」的主管崗位或成員，不能撤銷',
    en: 'The position manages “{name}” or is a member of it and cannot end',
  },
  POSITION_IN_PROCESS: {
    status: 409,
    'zh-CN': '流程 {process} 还有步骤由这个岗位办理，不能撤销',
    'zh-TW': '流程 {process} 還有步驟由這個崗位辦理，不能撤銷',
    en: 'Process {process} still has steps for this position; it cannot end',
  },
  POSITION_IS_GROUP: {
    status: 409,
    'zh-CN': '“{position}”是岗位组，请安排到它的成员岗位',
    'zh-TW': '「{position}」是崗位群組，請安排到它的成員崗位',
    en: '“{position}” is a group; people hold its member positions',
  },
  POSITION_HELD: {
    status: 409,
    'zh-CN': '还有人担任这个岗位，不能改为岗位组',
    'zh-TW': '還有人擔任這個崗位，不能改為崗位群組',
    en: 'Somebody holds this position; it cannot become a group',
  },
  ASSIGNMENT_DATES_INVALID: {
    status: 422,
    'zh-CN': '结束日期不能早于开始日期',
    'zh-TW': '結束日期不能早於開始日期',
    en: 'The last day cannot be before the first',
  },
  ASSIGNMENT_OVERLAPS: {
    status: 409,
    'zh-CN': '{person}在这段时间已经担任“{position}”',
    'zh-TW': '{person}在這段時間已經擔任「{position}」',
    en: '{person} holds “{position}” in this time already',
  },
  LAST_PROCESS_ADMIN: {
    status: 409,
    'zh-CN': '任何时候都要有一位在职的流程管理员，请先安排另一位',
    'zh-TW': '任何時候都要有一位在職的流程管理員，請先安排另一位',
    en: 'There must be a process administrator at all times; appoint another one first',
  },
  SUBSTITUTE_ONESELF: {
    status: 422,
    'zh-CN': '不能由本人代理本人',
    'zh-TW': '不能由本人代理本人',
    en: 'Nobody stands in for himself',
  },
  SUBSTITUTION_PERIOD: {
    status: 422,
    'zh-CN': '代理的最后一天不能早于第一天，也不能早于今天，最长一年',
    'zh-TW': '代理的最後一天不能早於第一天，也不能早於今天，最長一年',
    en: 'The last day may be neither before the first nor before today, and the period is a year at most',
  },
  SUBSTITUTION_OVERLAPS: {
    status: 409,
    'zh-CN': '{person} 在这段时间已经是代理人（{from} 至 {to}）',
    'zh-TW': '{person} 在這段時間已經是代理人（{from} 至 {to}）',
    en: '{person} already stands in during that time ({from} to {to})',
  },
  SUBSTITUTE_IS_AWAY: {
    status: 409,
    'zh-CN': '{person} 在这段时间自己也设了代理人，请换一位',
    'zh-TW': '{person} 在這段時間自己也設了代理人，請換一位',
    en: '{person} has a substitute himself during that time; choose somebody else',
  },
  STEP_UNKNOWN: {
    status: 404,
    'zh-CN': '流程里没有这个步骤',
    'zh-TW': '流程裡沒有這個步驟',
    en: 'The process has no such step',
  },
} as const satisfies Record<string, { status: number } & Labels>
