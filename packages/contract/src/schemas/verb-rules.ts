import { Type, type Static } from 'typebox'

const Outcome = { text: Type.String(), isRefused: Type.Boolean() }

/** What each verb does, who may do it and where it cannot be done: the rules by which the program decides, in words. */
export const VerbRulesPage = Type.Object({
  terms: Type.Array(Type.Object({ term: Type.String(), text: Type.String() })),
  verbs: Type.Array(
    Type.Object({
      verb: Type.String(),
      name: Type.String(),
      purpose: Type.String(),
      example: Type.String(),
      who: Type.Array(Type.String()),
      needsReason: Type.Boolean(),
      rows: Type.Array(Type.Object({ where: Type.String(), ...Outcome })),
      otherwise: Type.Array(Type.Object({ when: Type.String(), ...Outcome })),
    }),
  ),
  /** 办理时限: what the time limit of a step does, by what happens to the step. */
  limits: Type.Array(Type.Object({ when: Type.String(), text: Type.String() })),
  /** Refusals that depend on what has happened. */
  others: Type.Array(Type.String()),
})
export type VerbRulesPage = Static<typeof VerbRulesPage>
