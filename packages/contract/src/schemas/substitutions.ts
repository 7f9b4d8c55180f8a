import { Type, type Static } from 'typebox'
import { Id, Person, Time } from './shared.ts'

const Day = Type.String({ format: 'date' })
const ProcessIds = Type.Array(Type.String({ minLength: 1, maxLength: 32 }), { maxItems: 200 })

/** 代理: somebody acts in another's place from the first day to the last, both included. */
export const Substitution = Type.Object({
  id: Id,
  person: Person,
  substitute: Person,
  from: Day,
  to: Day,
  state: Type.Enum(['planned', 'running', 'over']),
  /** The processes that it is for; all where absent. */
  processes: Type.Optional(Type.Array(Type.Object({ id: Type.String(), name: Type.String() }))),
  reason: Type.String(),
  createdBy: Person,
  createdAt: Time,
  mayEnd: Type.Boolean({ description: 'whether the asker may end it' }),
})
export type Substitution = Static<typeof Substitution>

export const SubstitutionRequest = Type.Object(
  {
    person: Type.Optional(
      Type.String({ maxLength: 64, description: 'user name; the asker where absent. For the 流程管理员' }),
    ),
    substitute: Type.String({ minLength: 1, maxLength: 64, description: 'user name' }),
    from: Day,
    to: Day,
    processes: Type.Optional(ProcessIds),
    reason: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: false },
)
export type SubstitutionRequest = Static<typeof SubstitutionRequest>
