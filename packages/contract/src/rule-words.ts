import type { Labels, Locale } from './locales.ts'

/** What the rules of a step are called, in the order in which they are told. */
export const ruleNames = {
  mode: { 'zh-CN': '几个人怎么签', 'zh-TW': '幾個人怎麼簽', en: 'Several signers' },
  opinion: { 'zh-CN': '意见', 'zh-TW': '意見', en: 'Opinion' },
  attachment: { 'zh-CN': '附件', 'zh-TW': '附件', en: 'Attachment' },
  signature: { 'zh-CN': '签名', 'zh-TW': '簽名', en: 'Signature' },
  hidden: { 'zh-CN': '不显示的栏目', 'zh-TW': '不顯示的欄目', en: 'Fields not shown' },
  written: { 'zh-CN': '可以改写的栏目', 'zh-TW': '可以改寫的欄目', en: 'Fields that may be written' },
  batch: { 'zh-CN': '批量办理', 'zh-TW': '批量辦理', en: 'Together with others' },
  limit: { 'zh-CN': '时限', 'zh-TW': '時限', en: 'Time limit' },
  reminders: { 'zh-CN': '提醒', 'zh-TW': '提醒', en: 'Reminders' },
  onLimit: { 'zh-CN': '逾期后', 'zh-TW': '逾期後', en: 'When the time is over' },
  vacant: { 'zh-CN': '岗位无人', 'zh-TW': '崗位無人', en: 'Nobody holds the position' },
  starterApproves: {
    'zh-CN': '办理人就是发起人',
    'zh-TW': '辦理人就是發起人',
    en: 'The approver began it himself',
  },
  samePerson: {
    'zh-CN': '同一人再次审批',
    'zh-TW': '同一人再次審批',
    en: 'The same person again',
  },
  afterReturn: { 'zh-CN': '退回之后', 'zh-TW': '退回之後', en: 'After a return' },
} as const satisfies Record<string, Labels>
export type RuleName = keyof typeof ruleNames

/** What a rule says; `{name}` is filled from its parameters. */
export const ruleWords = {
  all: { 'zh-CN': '会签：每个人都要同意', 'zh-TW': '會簽：每個人都要同意', en: 'Everybody has to agree' },
  any: { 'zh-CN': '或签：一人同意即可', 'zh-TW': '或簽：一人同意即可', en: 'One of them has to agree' },
  inOrder: {
    'zh-CN': '依次：按顺序一个一个签',
    'zh-TW': '依次：按順序一個一個簽',
    en: 'One after the other',
  },
  vote: {
    'zh-CN': '票签：同意的超过一半才通过',
    'zh-TW': '票簽：同意的超過一半才通過',
    en: 'By vote: more than half have to agree',
  },
  voteShare: {
    'zh-CN': '票签：同意的达到 {share} 就通过',
    'zh-TW': '票簽：同意的達到 {share} 就通過',
    en: 'By vote: {share} have to agree',
  },
  voteShareExceeded: {
    'zh-CN': '票签：同意的超过 {share} 才通过',
    'zh-TW': '票簽：同意的超過 {share} 才通過',
    en: 'By vote: more than {share} have to agree',
  },
  voteSum: {
    'zh-CN': '票签：同意的达到 {count} 票就通过',
    'zh-TW': '票簽：同意的達到 {count} 票就通過',
    en: 'By vote: {count} votes are needed',
  },
  voteSumExceeded: {
    'zh-CN': '票签：同意的超过 {count} 票才通过',
    'zh-TW': '票簽：同意的超過 {count} 票才通過',
    en: 'By vote: more than {count} votes are needed',
  },
  refusalEnds: {
    'zh-CN': '有一人不同意即结束',
    'zh-TW': '有一人不同意即結束',
    en: 'the first refusal ends it',
  },
  refusalWaits: {
    'zh-CN': '等所有人都表态',
    'zh-TW': '等所有人都表態',
    en: 'everybody is heard first',
  },
  endsEarly: {
    'zh-CN': '满足流程图上的条件时提前结束',
    'zh-TW': '滿足流程圖上的條件時提前結束',
    en: 'a condition of the drawing may end it early',
  },
  opinionRequired: { 'zh-CN': '必须填写', 'zh-TW': '必須填寫', en: 'Required' },
  opinionOnReject: {
    'zh-CN': '不同意时必须填写',
    'zh-TW': '不同意時必須填寫',
    en: 'Required when refusing',
  },
  attachmentRequired: { 'zh-CN': '必须上传', 'zh-TW': '必須上傳', en: 'Required' },
  signatureRequired: { 'zh-CN': '必须手写签名', 'zh-TW': '必須手寫簽名', en: 'By hand' },
  allFields: { 'zh-CN': '全部', 'zh-TW': '全部', en: 'All' },
  allFieldsBut: { 'zh-CN': '除 {fields} 外全部', 'zh-TW': '除 {fields} 外全部', en: 'All but {fields}' },
  batchAllowed: {
    'zh-CN': '可以和其他任务一起办理',
    'zh-TW': '可以和其他任務一起辦理',
    en: 'May be done together with other tasks',
  },
  limitOf: {
    'zh-CN': '{length}（按工作日历）',
    'zh-TW': '{length}（按工作日曆）',
    en: '{length} of working time',
  },
  limitByData: {
    'zh-CN': '到达时按所填数据确定',
    'zh-TW': '到達時按所填資料確定',
    en: 'Worked out from the data when the step is reached',
  },
  remindAtLimit: { 'zh-CN': '到期时', 'zh-TW': '到期時', en: 'at the limit' },
  remindBefore: { 'zh-CN': '到期前 {length}', 'zh-TW': '到期前 {length}', en: '{length} before' },
  remindBeforeSome: {
    'zh-CN': '到期前一段时间',
    'zh-TW': '到期前一段時間',
    en: 'some time before',
  },
  remindOnce: { 'zh-CN': '{first}提醒一次', 'zh-TW': '{first}提醒一次', en: 'Once, {first}' },
  remindAgain: {
    'zh-CN': '{first}开始，每隔 {every}一次，共 {count} 次',
    'zh-TW': '{first}開始，每隔 {every}一次，共 {count} 次',
    en: '{count} times: {first}, then every {every}',
  },
  remindTimes: {
    'zh-CN': '{first}开始，共 {count} 次',
    'zh-TW': '{first}開始，共 {count} 次',
    en: '{count} times, the first one {first}',
  },
  limitEscalates: { 'zh-CN': '升级给上级', 'zh-TW': '升級給上級', en: 'Goes to the superior as well' },
  limitEscalatesTo: { 'zh-CN': '升级给 {to}', 'zh-TW': '升級給 {to}', en: 'Goes to {to} as well' },
  limitEscalatesByData: {
    'zh-CN': '升级给按数据确定的人',
    'zh-TW': '升級給按資料確定的人',
    en: 'Goes as well to whom the data name',
  },
  limitPasses: { 'zh-CN': '按规则自动通过', 'zh-TW': '按規則自動通過', en: 'Approved by the rule' },
  limitRefuses: { 'zh-CN': '按规则自动退回', 'zh-TW': '按規則自動退回', en: 'Refused by the rule' },
  limitNothing: {
    'zh-CN': '标为逾期，继续等待办理',
    'zh-TW': '標為逾期，繼續等待辦理',
    en: 'Marked as overdue, and waited for',
  },
  vacantPasses: { 'zh-CN': '按规则自动通过', 'zh-TW': '按規則自動通過', en: 'Approved by the rule' },
  vacantRefuses: { 'zh-CN': '按规则不通过', 'zh-TW': '按規則不通過', en: 'Refused by the rule' },
  vacantNamed: { 'zh-CN': '交给 {to}', 'zh-TW': '交給 {to}', en: 'Goes to {to}' },
  vacantNamedByData: {
    'zh-CN': '交给按数据确定的人',
    'zh-TW': '交給按資料確定的人',
    en: 'Goes to whom the data name',
  },
  vacantAdministrator: {
    'zh-CN': '交给流程管理员',
    'zh-TW': '交給流程管理員',
    en: 'Goes to the process administrator',
  },
  starterSelf: { 'zh-CN': '由他自己办理', 'zh-TW': '由他自己辦理', en: 'Does it himself' },
  starterSkipped: {
    'zh-CN': '按规则自动通过',
    'zh-TW': '按規則自動通過',
    en: 'Approved by the rule',
  },
  starterSuperior: { 'zh-CN': '交给他的上级', 'zh-TW': '交給他的上級', en: 'Goes to his superior' },
  samePersonAsked: { 'zh-CN': '照常再审', 'zh-TW': '照常再審', en: 'Is asked again' },
  samePersonConsecutive: {
    'zh-CN': '上一步刚同意过的，按规则自动通过',
    'zh-TW': '上一步剛同意過的，按規則自動通過',
    en: 'Approved by the rule, where he approved the step just before',
  },
  samePersonEver: {
    'zh-CN': '本轮同意过的，按规则自动通过',
    'zh-TW': '本輪同意過的，按規則自動通過',
    en: 'Approved by the rule, where he has approved in this round',
  },
  returnAgain: { 'zh-CN': '重新逐级审批', 'zh-TW': '重新逐級審批', en: 'Walked again step by step' },
  returnDirect: {
    'zh-CN': '改好后直接回到这一步',
    'zh-TW': '改好後直接回到這一步',
    en: 'Straight back to this step',
  },
} as const satisfies Record<string, Labels>
export type RuleWord = keyof typeof ruleWords

/** The sentence of a rule; what is shown of a language's own is passed in that language. */
export const ruleSentence = (
  word: RuleWord,
  locale: Locale,
  parameters: Record<string, string> = {},
): string => ruleWords[word][locale].replace(/\{(\w+)\}/g, (whole, name: string) => parameters[name] ?? whole)

/** A length of working time as it is told, in one and in several of each unit; `{count}` is the number. */
export const workingUnits = {
  days: [
    { 'zh-CN': '{count} 个工作日', 'zh-TW': '{count} 個工作日', en: '{count} working day' },
    { 'zh-CN': '{count} 个工作日', 'zh-TW': '{count} 個工作日', en: '{count} working days' },
  ],
  hours: [
    { 'zh-CN': '{count} 小时', 'zh-TW': '{count} 小時', en: '{count} hour' },
    { 'zh-CN': '{count} 小时', 'zh-TW': '{count} 小時', en: '{count} hours' },
  ],
  minutes: [
    { 'zh-CN': '{count} 分钟', 'zh-TW': '{count} 分鐘', en: '{count} minute' },
    { 'zh-CN': '{count} 分钟', 'zh-TW': '{count} 分鐘', en: '{count} minutes' },
  ],
} as const satisfies Record<string, readonly [one: Labels, several: Labels]>
