import { Type, type Static } from 'typebox'

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

/** That a decision was signed by hand: the picture is at `/api/tasks/{taskId}/signature`. */
export const SignatureNote = Type.Object({
  method: Type.Enum(['drawn', 'typed']),
  /** SHA-256 of the content that was signed; absent at a step without a document. */
  contentSha256: Type.Optional(Type.String()),
})
export type SignatureNote = Static<typeof SignatureNote>
