import { Type, type Static } from 'typebox'
import { DataScope, OrganizationId } from './organization.ts'
import { Id, Level } from './shared.ts'

/** What the 流程管理员 sends to edit the organisation. What is left out stays as it is. */
const strict = { additionalProperties: false }
const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
const Day = Type.String({ format: 'date' })
const revision = Type.Integer({ minimum: 1 })
const orNone = Type.Union([OrganizationId, Type.Null()])

/** zh-CN, which the other languages take over where they have no name of their own. */
export const NameDraft = Type.Object(
  { 'zh-CN': Name, 'zh-TW': Type.Optional(Name), en: Type.Optional(Name) },
  strict,
)
export type NameDraft = Static<typeof NameDraft>

export const DepartmentDraft = Type.Object(
  {
    name: NameDraft,
    parentId: Type.Optional(OrganizationId),
    managerPositionId: Type.Optional(OrganizationId),
  },
  strict,
)
export type DepartmentDraft = Static<typeof DepartmentDraft>
export const DepartmentChange = Type.Object(
  {
    revision,
    name: Type.Optional(NameDraft),
    parentId: Type.Optional(orNone),
    managerPositionId: Type.Optional(orNone),
    isEnded: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type DepartmentChange = Static<typeof DepartmentChange>

const memberIds = Type.Array(OrganizationId, { maxItems: 200, uniqueItems: true })
export const PositionDraft = Type.Object(
  { name: NameDraft, departmentId: OrganizationId, memberIds: Type.Optional(memberIds) },
  strict,
)
export type PositionDraft = Static<typeof PositionDraft>
export const PositionChange = Type.Object(
  {
    revision,
    name: Type.Optional(NameDraft),
    departmentId: Type.Optional(OrganizationId),
    memberIds: Type.Optional(memberIds),
    isEnded: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type PositionChange = Static<typeof PositionChange>

export const PersonDraft = Type.Object(
  {
    username: Type.String({
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$',
      description: 'what the person signs in with and forms refer to; it stays',
    }),
    name: Name,
    departmentId: OrganizationId,
    clearance: Level,
    dataScope: DataScope,
  },
  strict,
)
export type PersonDraft = Static<typeof PersonDraft>
export const PersonChange = Type.Object(
  {
    revision,
    name: Type.Optional(Name),
    departmentId: Type.Optional(OrganizationId),
    clearance: Type.Optional(Level),
    dataScope: Type.Optional(DataScope),
    isDisabled: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type PersonChange = Static<typeof PersonChange>
/** Shown once, to whoever made it; only its hash is kept. */
export const InitialPassword = Type.Object({ id: Id, password: Type.String() })
export type InitialPassword = Static<typeof InitialPassword>

export const AssignmentDraft = Type.Object(
  {
    personId: Id,
    positionId: OrganizationId,
    from: Day,
    to: Type.Optional(Day),
    /** The assignment that this one takes over from: it ends the day before. */
    replaces: Type.Optional(Type.Object({ id: Id, revision }, strict)),
  },
  strict,
)
export type AssignmentDraft = Static<typeof AssignmentDraft>
export const AssignmentChange = Type.Object(
  {
    revision,
    from: Type.Optional(Day),
    to: Type.Optional(Type.Union([Day, Type.Null()])),
    /** It was a mistake: never held. */
    isWithdrawn: Type.Optional(Type.Literal(true)),
  },
  strict,
)
export type AssignmentChange = Static<typeof AssignmentChange>
export const Made = Type.Object({ id: Type.String() })
