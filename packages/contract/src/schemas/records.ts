import { Type, type Static } from 'typebox'
import { Id, JsonObject, Level, Person, Time } from './shared.ts'

export const RecordStatus = Type.Enum(['draft', 'inApproval', 'returned', 'inEffect', 'void'], {
  description: '草稿 · 审批中 · 退回 · 已生效 · 已作废',
})
export type RecordStatus = Static<typeof RecordStatus>

export const RecordKind = Type.Object({
  code: Type.String(),
  name: Type.String(),
  type: Type.Enum(['document', 'register', 'form']),
  schema: JsonObject,
  view: JsonObject,
})
export const RecordKindSummary = Type.Object({
  code: Type.String(),
  name: Type.String(),
  type: Type.Enum(['document', 'register', 'form']),
  processes: Type.Array(Type.String()),
})

export const RecordSummary = Type.Object({
  id: Id,
  kind: Type.String(),
  kindName: Type.String(),
  number: Type.Optional(Type.String({ description: 'MRP-202611-0001; given at first submission' })),
  title: Type.String(),
  status: RecordStatus,
  level: Level,
  version: Type.Integer({ description: '0 while nothing was submitted' }),
  owner: Person,
  departmentId: Type.String(),
  departmentName: Type.String(),
  instanceId: Type.Optional(Id),
  updatedAt: Time,
})
export type RecordSummary = Static<typeof RecordSummary>

export const Attachment = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer({ description: 'bytes' }),
  sha256: Type.String(),
  uploadedBy: Person,
  uploadedAt: Time,
})
export type Attachment = Static<typeof Attachment>

export const LinkType = Type.Enum(
  ['basis', 'derived', 'evidence', 'uses', 'related', 'supersedes', 'corrects', 'handover'],
  { description: '依据 · 产生 · 证据 · 使用 · 相关 · 替代 · 纠正 · 移交' },
)
export const RecordLink = Type.Object({
  type: LinkType,
  direction: Type.Enum(['from', 'to']),
  record: RecordSummary,
})

export const RecordVersion = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  title: Type.String(),
  level: Level,
  data: JsonObject,
  attachments: Type.Array(Attachment),
  sha256: Type.String({ description: 'of the frozen content' }),
  submittedBy: Person,
  submittedAt: Time,
})
export type RecordVersion = Static<typeof RecordVersion>

export const RecordDetail = Type.Intersect([
  RecordSummary,
  Type.Object({
    createdAt: Time,
    data: JsonObject,
    /** `draft` while something unsubmitted is edited, seen by its author alone. */
    isDraft: Type.Boolean(),
    draftRevision: Type.Integer(),
    attachments: Type.Array(Attachment),
    links: Type.Array(RecordLink),
    can: Type.Object({ edit: Type.Boolean(), attach: Type.Boolean() }),
  }),
])
export type RecordDetail = Static<typeof RecordDetail>

export const DraftSave = Type.Object(
  {
    data: JsonObject,
    title: Type.Optional(Type.String({ maxLength: 200 })),
    level: Type.Optional(Level),
    attachmentIds: Type.Optional(Type.Array(Id, { maxItems: 100 })),
    revision: Type.Integer({ minimum: 0, description: 'the revision that was edited' }),
  },
  { additionalProperties: false },
)
export type DraftSave = Static<typeof DraftSave>
export const DraftSaved = Type.Object({
  revision: Type.Integer(),
  savedAt: Time,
  data: JsonObject,
  title: Type.String(),
})

/** A new entry of a register, as a draft of its author (registers live outside processes). */
export const RecordCreate = Type.Object(
  {
    kind: Type.String({ minLength: 1, maxLength: 16 }),
    title: Type.Optional(Type.String({ maxLength: 200 })),
    level: Type.Optional(Level),
    data: Type.Optional(JsonObject),
  },
  { additionalProperties: false },
)
export type RecordCreate = Static<typeof RecordCreate>

/** What the next version of a register's entry is to be. */
export const RecordSubmit = Type.Object(
  {
    data: JsonObject,
    title: Type.Optional(Type.String({ maxLength: 200 })),
    level: Type.Optional(Level),
    attachmentIds: Type.Optional(Type.Array(Id, { maxItems: 100 })),
    revision: Type.Optional(
      Type.Integer({ minimum: 0, description: 'the revision that was edited; any where absent' }),
    ),
  },
  { additionalProperties: false },
)
export type RecordSubmit = Static<typeof RecordSubmit>
