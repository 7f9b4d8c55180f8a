import type { Labels, Locale } from './locales.ts'

/**
 * Why somebody is, or is not, asked to do a step. `{name}` is filled from the reason's parameters; the server decides and
 * says it with these sentences.
 */
export const holderReasons = {
  group: {
    'zh-CN': '“{group}”的成员岗位',
    'zh-TW': '「{group}」的成員崗位',
    en: 'Member of “{group}”',
  },
  department: {
    'zh-CN': '{department}的主管岗位',
    'zh-TW': '{department}的主管崗位',
    en: 'Manager of {department}',
  },
  heldSince: {
    'zh-CN': '自 {from} 起担任“{position}”',
    'zh-TW': '自 {from} 起擔任「{position}」',
    en: 'Holds “{position}” since {from}',
  },
  heldUntil: {
    'zh-CN': '{from} 至 {to} 担任“{position}”',
    'zh-TW': '{from} 至 {to} 擔任「{position}」',
    en: 'Holds “{position}” from {from} to {to}',
  },
  disabled: {
    'zh-CN': '账号已停用，不交办',
    'zh-TW': '帳號已停用，不交辦',
    en: 'Left out: the account is disabled',
  },
  clearance: {
    'zh-CN': '涉密等级“{clearance}”低于密级“{level}”，不交办',
    'zh-TW': '涉密等級「{clearance}」低於密級「{level}」，不交辦',
    en: 'Left out: cleared for “{clearance}”, below the level “{level}”',
  },
  nobody: {
    'zh-CN': '没有人可以办理，交给流程管理员',
    'zh-TW': '沒有人可以辦理，交給流程管理員',
    en: 'Nobody can do it; it goes to the process administrator',
  },
  fallback: {
    'zh-CN': '流程管理员：没有别人可以办理',
    'zh-TW': '流程管理員：沒有別人可以辦理',
    en: 'Process administrator: nobody else can do it',
  },
  unheld: {
    'zh-CN': '“{position}”目前无人担任',
    'zh-TW': '「{position}」目前無人擔任',
    en: 'Nobody holds “{position}”',
  },
  unmanaged: {
    'zh-CN': '{department}没有设置主管岗位',
    'zh-TW': '{department}沒有設定主管崗位',
    en: '{department} has no manager position',
  },
  unknown: {
    'zh-CN': '没有代号为“{group}”的岗位或部门',
    'zh-TW': '沒有代號為「{group}」的崗位或部門',
    en: 'There is no position or department called “{group}”',
  },
  starter: {
    'zh-CN': '由发起人办理',
    'zh-TW': '由發起人辦理',
    en: 'Done by whoever started the process',
  },
  standsIn: {
    'zh-CN': '代理{person}：{from} 至 {to}，全部流程',
    'zh-TW': '代理{person}：{from} 至 {to}，全部流程',
    en: 'Substitute for {person} from {from} to {to}, in all processes',
  },
  standsInSome: {
    'zh-CN': '代理{person}：{from} 至 {to}，限 {processes}',
    'zh-TW': '代理{person}：{from} 至 {to}，限 {processes}',
    en: 'Substitute for {person} from {from} to {to}, in {processes} only',
  },
  runTimePerson: {
    'zh-CN': '由谁办理在运行时确定：{expression}',
    'zh-TW': '由誰辦理在執行時確定：{expression}',
    en: 'Who does it is decided while the process runs: {expression}',
  },
  runTimePosition: {
    'zh-CN': '由哪个岗位办理在运行时确定：{expression}',
    'zh-TW': '由哪個崗位辦理在執行時確定：{expression}',
    en: 'Which position does it is decided while the process runs: {expression}',
  },
} as const satisfies Record<string, Labels>
export type HolderReason = keyof typeof holderReasons

/** The sentence of a reason; what is shown of a language's own is passed in that language. */
export function holderSentence(
  reason: HolderReason,
  locale: Locale,
  parameters: Record<string, string> = {},
): string {
  return holderReasons[reason][locale].replace(
    /\{(\w+)\}/g,
    (whole, name: string) => parameters[name] ?? whole,
  )
}

/** 密级 in words. */
export const levelLabels = {
  public: { 'zh-CN': '公开', 'zh-TW': '公開', en: 'Public' },
  internal: { 'zh-CN': '内部', 'zh-TW': '內部', en: 'Internal' },
  secret: { 'zh-CN': '秘密', 'zh-TW': '秘密', en: 'Secret' },
  confidential: { 'zh-CN': '机密', 'zh-TW': '機密', en: 'Confidential' },
} as const satisfies Record<string, Labels>
