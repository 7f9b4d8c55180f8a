import { Type, type Static } from 'typebox'
import { RecordStatus } from './records.ts'
import { Id, JsonObject, Level } from './shared.ts'

/** One of the documents of a step that may be about several. */
export const TaskDocument = Type.Object({
  id: Id,
  title: Type.String(),
  number: Type.Optional(Type.String()),
  status: RecordStatus,
  level: Level,
  version: Type.Integer({ description: 'the one that is decided on or was submitted; 0 before the first' }),
  /** Of its draft, for whoever writes it. */
  revision: Type.Optional(Type.Integer()),
  problems: Type.Optional(
    Type.Integer({
      description: 'how many places must be corrected before it can be submitted; 0: complete',
    }),
  ),
})
export type TaskDocument = Static<typeof TaskDocument>
export const DocumentAdded = Type.Object({ id: Id })

const most = 2_147_483_647

/** What whoever acts has seen of several documents; `data`: the fields that he changes, where the step lets him. */
export const SeenDocument = Type.Object(
  {
    id: Id,
    revision: Type.Optional(
      Type.Integer({ minimum: 1, maximum: most, description: 'of its draft, for whoever submits it' }),
    ),
    version: Type.Optional(
      Type.Integer({ minimum: 1, maximum: most, description: 'for whoever decides on it' }),
    ),
    data: Type.Optional(JsonObject),
  },
  { additionalProperties: false },
)
export type SeenDocument = Static<typeof SeenDocument>
export const SeenDocuments = Type.Array(SeenDocument, { minItems: 1, maxItems: 50 })
