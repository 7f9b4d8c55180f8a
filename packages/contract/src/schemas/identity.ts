import { Type, type Static } from 'typebox'
import { Id, Level, LocaleSchema, Time } from './shared.ts'

export const SignIn = Type.Object(
  {
    username: Type.String({ minLength: 1, maxLength: 64 }),
    password: Type.String({ minLength: 1, maxLength: 256 }),
  },
  { additionalProperties: false },
)
export const Me = Type.Object({
  id: Id,
  username: Type.String(),
  name: Type.String(),
  locale: LocaleSchema,
  clearance: Level,
  departmentId: Type.String(),
  departmentName: Type.String(),
  positions: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
})
export type Me = Static<typeof Me>
export const MeChange = Type.Object({ locale: LocaleSchema }, { additionalProperties: false })

export const TokenRequest = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 64 }),
    expiresInDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })),
  },
  { additionalProperties: false },
)
export const Token = Type.Object({ id: Id, name: Type.String(), createdAt: Time, expiresAt: Time })
/** The secret is shown once, at creation; only its hash is kept. */
export const NewToken = Type.Intersect([Token, Type.Object({ token: Type.String() })])

/** For the sign-in page of a demo organisation; without accounts elsewhere, without `password` once it is not the published one. */
export const DemoAccounts = Type.Object({
  accounts: Type.Array(
    Type.Object({
      username: Type.String(),
      name: Type.String(),
      positions: Type.Array(Type.String(), { description: 'names of the positions held' }),
    }),
  ),
  password: Type.Optional(Type.String()),
})
export type DemoAccounts = Static<typeof DemoAccounts>
