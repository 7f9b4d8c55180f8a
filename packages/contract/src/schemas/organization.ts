import { Type, type Static } from 'typebox'
import { Person } from './shared.ts'

export const Department = Type.Object({
  id: Type.String(),
  name: Type.String(),
  parentId: Type.Optional(Type.String()),
})
export const Position = Type.Object({
  id: Type.String(),
  name: Type.String(),
  departmentId: Type.Optional(Type.String()),
  holders: Type.Array(Person),
})
export type Position = Static<typeof Position>
/** For the choosers of a form: a person with the department that tells namesakes apart. */
export const PersonOption = Type.Intersect([
  Person,
  Type.Object({
    departmentName: Type.String(),
    positions: Type.Array(Type.String(), { description: 'names of the positions held today' }),
    isDisabled: Type.Optional(Type.Literal(true)),
  }),
])
export type PersonOption = Static<typeof PersonOption>
