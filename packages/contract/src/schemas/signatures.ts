import { Type, type Static } from 'typebox'
import { Id } from './shared.ts'

/** 手写签名 as it comes with a decision. */
export const HandSignature = Type.Object(
  {
    image: Type.String({
      minLength: 1,
      maxLength: 400_000,
      pattern: '^[A-Za-z0-9+/]+={0,2}$',
      description: 'PNG, Base64',
    }),
    method: Type.Enum(['drawn', 'typed'], {
      description: 'typed: the name of whoever cannot draw, which is said wherever it is shown',
    }),
  },
  { additionalProperties: false },
)
export type HandSignature = Static<typeof HandSignature>

/** A version of a document that was signed, with the hash of what stands in it. */
export const SignedVersion = Type.Object({
  recordId: Id,
  number: Type.String(),
  version: Type.Integer(),
  sha256: Type.String(),
})

/** That a decision was signed by hand: the picture is at `/api/tasks/{taskId}/signature`. */
export const SignatureNote = Type.Object({
  method: Type.Enum(['drawn', 'typed']),
  documents: Type.Array(SignedVersion, {
    description: 'every version that was signed; none at a step without a document',
  }),
})
export type SignatureNote = Static<typeof SignatureNote>
