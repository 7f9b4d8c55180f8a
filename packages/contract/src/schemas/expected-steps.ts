import { Type, type Static } from 'typebox'
import { ruleNames } from '../rule-words.ts'
import { JsonObject, Person, Time } from './shared.ts'

/** One rule of a step, in the asker's language. */
export const StepRule = Type.Object({
  rule: Type.Enum(Object.keys(ruleNames) as (keyof typeof ruleNames)[]),
  name: Type.String({ description: 'what the rule is called' }),
  text: Type.String({ description: 'what it says' }),
})
export type StepRule = Static<typeof StepRule>

/** Who may act in somebody's place (代理), in whose, and why: from when to when, in which processes. */
export const StandIn = Type.Object({ person: Person, insteadOf: Person, reason: Type.String() })
export type StandIn = Static<typeof StandIn>

/** A step that is expected, and before whom it will be put (预计). */
export const ExpectedStep = Type.Object({
  elementId: Type.String(),
  name: Type.String(),
  certainty: Type.Enum(['open', 'certain', 'likely', 'possible']),
  order: Type.Integer({
    description: 'steps of the same number may be open at the same time; 0 are the open ones',
  }),
  people: Type.Array(Person),
  substitutes: Type.Array(StandIn, { description: 'who may act in their place today' }),
  positions: Type.Array(Type.String()),
  mode: Type.Optional(Type.Enum(['all', 'any', 'inOrder', 'vote'])),
  isUnknown: Type.Boolean({ description: 'its people cannot be worked out yet' }),
  because: Type.Array(Type.String(), { description: 'why it is expected, in words' }),
  time: Type.Array(StepRule, { description: 'its time limit, and what happens when that is over' }),
  dueAt: Type.Optional(Time),
})
export type ExpectedStep = Static<typeof ExpectedStep>
export const Expected = Type.Object({ steps: Type.Array(ExpectedStep) })

/** What follows when a task is done now: of order 0 and not `open` is what that puts before somebody. */
export const ExpectedAfter = Type.Object({
  steps: Type.Array(ExpectedStep),
  isLast: Type.Boolean({ description: 'the process ends with it' }),
})
export type ExpectedAfter = Static<typeof ExpectedAfter>

export const ExpectedStart = Type.Object({ data: Type.Optional(JsonObject) }, { additionalProperties: false })
