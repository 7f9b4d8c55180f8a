import type { Labels } from './locales.ts'

export type TaskState = 'open' | 'done' | 'cancelled'

/** What is done with a task, in the order in which it is shown. Where each is possible the engine's table says. */
export const taskVerbs = [
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
  'jump',
] as const
export type TaskVerb = (typeof taskVerbs)[number]

/** What is done with an instance as a whole, or beside its tasks. */
export const instanceVerbs = ['withdraw', 'terminate', 'urge', 'copy', 'comment'] as const
export type InstanceVerb = (typeof instanceVerbs)[number]

/** The verbs that are the buttons of a step: what the step is for. */
export type DecisionVerb = 'submit' | 'approve' | 'reject'

/** What a decision is called on a task (domain.md §8, "Decisions words"). */
export type DecisionWords = 'review' | 'sign' | 'approve' | 'read' | 'solve'

export const decisionLabels = {
  review: {
    approve: { 'zh-CN': '通过', 'zh-TW': '通過', en: 'Pass' },
    reject: { 'zh-CN': '退回修改', 'zh-TW': '退回修改', en: 'Return for revision' },
  },
  sign: {
    approve: { 'zh-CN': '签准', 'zh-TW': '簽准', en: 'Sign' },
    reject: { 'zh-CN': '签否', 'zh-TW': '簽否', en: 'Decline to sign' },
  },
  approve: {
    approve: { 'zh-CN': '同意', 'zh-TW': '同意', en: 'Approve' },
    reject: { 'zh-CN': '不同意', 'zh-TW': '不同意', en: 'Disapprove' },
  },
  read: {
    approve: { 'zh-CN': '已阅', 'zh-TW': '已閱', en: 'Read' },
    reject: { 'zh-CN': '退回', 'zh-TW': '退回', en: 'Return' },
  },
  solve: {
    approve: { 'zh-CN': '已解决', 'zh-TW': '已解決', en: 'Solved' },
    reject: { 'zh-CN': '未解决', 'zh-TW': '未解決', en: 'Not solved' },
  },
} satisfies Record<DecisionWords, Record<'approve' | 'reject', Labels>>

export const submitLabel: Labels = { 'zh-CN': '提交', 'zh-TW': '提交', en: 'Submit' }
