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
