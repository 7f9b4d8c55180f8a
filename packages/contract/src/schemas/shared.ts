import { Type, type Static, type TSchema } from 'typebox'
import { locales } from '../locales.ts'

export const LocaleSchema = Type.Enum([...locales])
export const Id = Type.String({ format: 'uuid' })
/** ISO 8601 with `Z`. */
export const Time = Type.String({ format: 'date-time' })
export const Level = Type.Enum(['public', 'internal', 'secret', 'confidential'], {
  description: '密级: 公开 · 内部 · 秘密 · 机密, in rising order',
})
export type Level = Static<typeof Level>

export const Person = Type.Object({ id: Id, username: Type.String(), name: Type.String() })
export type Person = Static<typeof Person>

export const Failure = Type.Object({
  code: Type.String(),
  message: Type.String({ description: "a sentence in the asker's language" }),
  details: Type.Optional(
    Type.Array(
      Type.Object({
        path: Type.String({ description: 'JSON pointer of the place' }),
        message: Type.String(),
        keyword: Type.Optional(Type.String()),
        elementId: Type.Optional(Type.String()),
        way: Type.Optional(Type.Array(Type.String(), { description: 'ids of the elements that lead to it' })),
        document: Type.Optional(
          Type.Object(
            { id: Id, title: Type.String(), place: Type.Integer({ description: 'from 1' }) },
            { description: 'the document that it is in, where a request is about several' },
          ),
        ),
      }),
    ),
  ),
  requestId: Type.String(),
})
export type Failure = Static<typeof Failure>

/** A page of a keyset-paginated list: pass `next` back as `cursor` for the following one. */
export const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), next: Type.Optional(Type.String()) })

export const JsonObject = Type.Record(Type.String(), Type.Unknown())

/** What elements of a drawing are called in the asker's language, by their ids; the others as they are drawn. */
export const ElementNames = Type.Record(Type.String(), Type.String())
