import { Type, type Static } from 'typebox'
import { JsonObject, Time } from './shared.ts'

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
  recordKinds: Type.Array(Type.String()),
})
export type ProcessSummary = Static<typeof ProcessSummary>

export const ProcessDetail = Type.Intersect([
  ProcessSummary,
  Type.Object({
    xml: Type.String({ description: 'BPMN 2.0 of the version in effect' }),
    settings: JsonObject,
    steps: Type.Array(
      Type.Object({
        elementId: Type.String(),
        name: Type.String(),
        positions: Type.Array(Type.String()),
        formKind: Type.Optional(Type.String()),
        origin: Type.Enum(['stated', 'implied', 'proposed']),
      }),
    ),
  }),
])
export type ProcessDetail = Static<typeof ProcessDetail>
