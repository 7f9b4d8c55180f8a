import type { Role } from '../door.ts'

/** Everything that a person can do with a task or an instance, in the order in which it is shown. */
export const verbs = [
  'submit',
  'approve',
  'reject',
  'returnToPrevious',
  'returnToStarter',
  'returnToStep',
  'transfer',
  'delegate',
  'addSignerBefore',
  'addSignerAfter',
  'addSignerParallel',
  'removeSigner',
  'takeBack',
  'withdraw',
  'terminate',
  'jump',
  'handOver',
  'urge',
  'copy',
  'comment',
  'saveDraft',
] as const

export type Verb = (typeof verbs)[number]

const known: ReadonlySet<string> = new Set(verbs)

export function isVerb(name: string): name is Verb {
  return known.has(name)
}

interface VerbFacts {
  'zh-CN': string
  'zh-TW': string
  en: string
  /** Who may do it; `approver` is whoever did the step that is taken back. */
  roles: readonly (Role | 'approver')[]
  /** The engine's command, or none: the caller performs it and no token moves. */
  command:
    | 'completeTask'
    | 'returnTo'
    | 'withdraw'
    | 'takeBack'
    | 'transfer'
    | 'delegate'
    | 'addSigner'
    | 'removeSigner'
    | 'terminate'
    | 'jump'
    | 'handOver'
    | undefined
  /** Whether a drawing can leave it out of a step by its list of verbs. */
  isOffered: boolean
}

const holder = ['holder', 'administrator'] as const

export const verbFacts: Readonly<Record<Verb, VerbFacts>> = {
  submit: {
    'zh-CN': '提交',
    'zh-TW': '提交',
    en: 'Submit',
    roles: ['holder'],
    command: 'completeTask',
    isOffered: false,
  },
  approve: {
    'zh-CN': '同意',
    'zh-TW': '同意',
    en: 'Approve',
    roles: ['holder'],
    command: 'completeTask',
    isOffered: false,
  },
  reject: {
    'zh-CN': '不同意',
    'zh-TW': '不同意',
    en: 'Reject',
    roles: ['holder'],
    command: 'completeTask',
    isOffered: false,
  },
  returnToPrevious: {
    'zh-CN': '退回上一步',
    'zh-TW': '退回上一步',
    en: 'Return to the step before',
    roles: holder,
    command: 'returnTo',
    isOffered: true,
  },
  returnToStarter: {
    'zh-CN': '退回发起人',
    'zh-TW': '退回發起人',
    en: 'Return to the starter',
    roles: holder,
    command: 'returnTo',
    isOffered: true,
  },
  returnToStep: {
    'zh-CN': '退回指定步骤',
    'zh-TW': '退回指定步驟',
    en: 'Return to a chosen step',
    roles: holder,
    command: 'returnTo',
    isOffered: true,
  },
  transfer: {
    'zh-CN': '转办',
    'zh-TW': '轉辦',
    en: 'Transfer',
    roles: holder,
    command: 'transfer',
    isOffered: true,
  },
  delegate: {
    'zh-CN': '委派',
    'zh-TW': '委派',
    en: 'Ask for advice',
    roles: holder,
    command: 'delegate',
    isOffered: true,
  },
  addSignerBefore: {
    'zh-CN': '前加签',
    'zh-TW': '前加簽',
    en: 'Add a signer before me',
    roles: holder,
    command: 'addSigner',
    isOffered: true,
  },
  addSignerAfter: {
    'zh-CN': '后加签',
    'zh-TW': '後加簽',
    en: 'Add a signer after me',
    roles: holder,
    command: 'addSigner',
    isOffered: true,
  },
  addSignerParallel: {
    'zh-CN': '并加签',
    'zh-TW': '並加簽',
    en: 'Add a signer beside me',
    roles: holder,
    command: 'addSigner',
    isOffered: true,
  },
  removeSigner: {
    'zh-CN': '减签',
    'zh-TW': '減簽',
    en: 'Remove a signer',
    roles: holder,
    command: 'removeSigner',
    isOffered: true,
  },
  takeBack: {
    'zh-CN': '收回',
    'zh-TW': '收回',
    en: 'Take back',
    roles: ['approver', 'administrator'],
    command: 'takeBack',
    isOffered: false,
  },
  withdraw: {
    'zh-CN': '撤回',
    'zh-TW': '撤回',
    en: 'Withdraw',
    roles: ['starter', 'administrator'],
    command: 'withdraw',
    isOffered: false,
  },
  terminate: {
    'zh-CN': '终止',
    'zh-TW': '終止',
    en: 'Terminate',
    roles: ['holder', 'starter', 'administrator'],
    command: 'terminate',
    isOffered: true,
  },
  jump: {
    'zh-CN': '跳转',
    'zh-TW': '跳轉',
    en: 'Jump',
    roles: ['administrator'],
    command: 'jump',
    isOffered: false,
  },
  handOver: {
    'zh-CN': '离职转办',
    'zh-TW': '離職轉辦',
    en: 'Hand over',
    roles: ['administrator'],
    command: 'handOver',
    isOffered: false,
  },
  urge: {
    'zh-CN': '催办',
    'zh-TW': '催辦',
    en: 'Urge',
    roles: ['starter', 'holder', 'administrator'],
    command: undefined,
    isOffered: false,
  },
  copy: {
    'zh-CN': '抄送',
    'zh-TW': '副本',
    en: 'Send a copy',
    roles: ['holder', 'starter', 'administrator'],
    command: undefined,
    isOffered: true,
  },
  comment: {
    'zh-CN': '评论',
    'zh-TW': '評論',
    en: 'Comment',
    roles: ['holder', 'starter', 'approver', 'administrator'],
    command: undefined,
    isOffered: false,
  },
  saveDraft: {
    'zh-CN': '暂存',
    'zh-TW': '暫存',
    en: 'Save as a draft',
    roles: ['holder'],
    command: undefined,
    isOffered: false,
  },
}
