import { Type, type Static } from 'typebox'
import { StepRule } from './expected-steps.ts'
import { ElementNames, Id, JsonObject, Time } from './shared.ts'

/** An entry of the start list that leads to several processes, by the value of a field (catalogue/README.md). */
export const StartRoute = Type.Object({
  id: Type.String({ description: 'starts like a process, with the field among its data' }),
  name: Type.String(),
  description: Type.String(),
  field: Type.String(),
  fieldName: Type.String(),
  value: Type.String({ description: 'the value that leads to this process' }),
  valueName: Type.String(),
})
export type StartRoute = Static<typeof StartRoute>

export const ProcessSummary = Type.Object({
  id: Type.String({ description: '流程代号, such as SC-001' }),
  name: Type.String(),
  description: Type.String(),
  departmentId: Type.String(),
  departmentName: Type.String(),
  version: Type.Integer(),
  status: Type.Enum(['draft', 'inEffect']),
  effectiveAt: Type.Optional(Time),
  startable: Type.Boolean({ description: 'whether the asker may start it' }),
  hasStartForm: Type.Boolean({ description: 'whether a start by hand asks for something first' }),
  startRoute: Type.Optional(StartRoute),
  recordKinds: Type.Array(Type.String()),
})
export type ProcessSummary = Static<typeof ProcessSummary>

export const VersionStatus = Type.Enum(['draft', 'inReview', 'inEffect', 'retired'], {
  description: '草稿 · 联合审核中 · 已生效 · 已停用',
})
export const ProcessVersion = Type.Object({
  version: Type.Integer(),
  status: VersionStatus,
  note: Type.String({ description: 'what changes, and why' }),
  /** Who signed it: the installation, or the review (its instance) of the five managers (domain.md §3 GOV-2). */
  signedBy: Type.Optional(Type.Union([Type.Literal('installation'), Id])),
  reviewId: Type.Optional(Id),
  reviewNumber: Type.Optional(Type.String({ description: 'of the review, where the asker may see it' })),
  createdAt: Time,
  effectiveAt: Type.Optional(Time),
})
export type ProcessVersion = Static<typeof ProcessVersion>

/** One thing that is wrong, or may be, with a drawing (`verify`), with the shortest way to it. */
export const DrawingFinding = Type.Object({
  code: Type.String(),
  severity: Type.Enum(['error', 'warning']),
  elementId: Type.String(),
  elementName: Type.String(),
  message: Type.String(),
  way: Type.Array(Type.String(), { description: 'ids of the elements on the way, the start first' }),
})
export type DrawingFinding = Static<typeof DrawingFinding>

/** One element in which a drawing differs from the version in effect. */
export const DrawingChange = Type.Object({
  elementId: Type.String(),
  name: Type.String({ description: 'of a flow without a name, the names of what it connects' }),
  change: Type.Enum(['added', 'removed', 'changed']),
})
export type DrawingChange = Static<typeof DrawingChange>

/** What a drawing is held against: the version in effect, and what is different in the drawing. */
export const DrawingDifference = Type.Object({
  version: Type.Integer(),
  xml: Type.String(),
  changes: Type.Array(DrawingChange),
})
export type DrawingDifference = Static<typeof DrawingDifference>

export const DrawingCheck = Type.Object({
  findings: Type.Array(DrawingFinding),
  /** Absent where no version is in effect, or the text is no drawing of the process. */
  difference: Type.Optional(DrawingDifference),
})
export type DrawingCheck = Static<typeof DrawingCheck>
export const Drawing = Type.Object(
  { xml: Type.String({ minLength: 1, maxLength: 1_500_000 }) },
  { additionalProperties: false },
)
export const VersionDraft = Type.Object(
  {
    xml: Type.String({ minLength: 1, maxLength: 1_500_000 }),
    note: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
  },
  { additionalProperties: false },
)
export type VersionDraft = Static<typeof VersionDraft>
export const VersionDetail = Type.Intersect([
  ProcessVersion,
  DrawingCheck,
  Type.Object({
    xml: Type.String(),
    can: Type.Object({ change: Type.Boolean(), review: Type.Boolean() }),
  }),
])
export type VersionDetail = Static<typeof VersionDetail>

export const ProcessDetail = Type.Intersect([
  ProcessSummary,
  Type.Object({
    xml: Type.String({ description: 'BPMN 2.0 of the version in effect' }),
    names: ElementNames,
    settings: JsonObject,
    mayChange: Type.Boolean({ description: 'whether the asker may hand in versions' }),
    /** What a start by hand asks for: the kind of form, and what its fields begin with. */
    startForm: Type.Optional(Type.Object({ kind: Type.String(), data: JsonObject })),
    steps: Type.Array(
      Type.Object({
        elementId: Type.String(),
        name: Type.String(),
        positions: Type.Array(Type.String(), { description: 'names' }),
        formKind: Type.Optional(Type.String()),
        origin: Type.Enum(['stated', 'implied', 'proposed']),
        rules: Type.Array(StepRule, { description: 'what the drawing says beyond the ordinary' }),
      }),
    ),
  }),
])
export type ProcessDetail = Static<typeof ProcessDetail>
