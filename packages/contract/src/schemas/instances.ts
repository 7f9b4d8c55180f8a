import { Type, type Static } from 'typebox'
import { RecordSummary } from './records.ts'
import { ElementNames, Person, Time } from './shared.ts'
import { InstanceSummary, TaskSummary, TimelineEntry } from './work.ts'

/** 抄送: who was copied in, by whom (absent: by the process itself), and when he read it. */
export const Copy = Type.Object({
  person: Person,
  by: Type.Optional(Person),
  at: Time,
  readAt: Type.Optional(Time),
})
export type Copy = Static<typeof Copy>

/** An instance of the chain that another one stands in (domain.md §3 GOV-1). */
export const ChainLink = Type.Object({
  instance: InstanceSummary,
  distance: Type.Integer({ description: 'steps downstream; negative: upstream; 0: the instance itself' }),
})
export type ChainLink = Static<typeof ChainLink>

export const InstanceDetail = Type.Intersect([
  InstanceSummary,
  Type.Object({
    tasks: Type.Array(TaskSummary, { description: 'open tasks first, then the done ones, newest first' }),
    records: Type.Array(RecordSummary),
    timeline: Type.Array(TimelineEntry),
    copies: Type.Array(Copy, { description: 'by people, the newest first' }),
    asks: Type.Array(Type.Object({ message: Type.String(), label: Type.String() }), {
      description: 'what the asker may ask of the instance now (提出疑问)',
    }),
    reviews: Type.Optional(
      Type.Object(
        { processId: Type.String(), version: Type.Integer() },
        { description: 'the process version that the instance reviews (domain.md §3 GOV-2)' },
      ),
    ),
    chain: Type.Array(ChainLink, {
      description:
        'what led here and where it leads, the instance itself among them, the furthest source first',
    }),
  }),
])
export type InstanceDetail = Static<typeof InstanceDetail>

/** What the live diagram draws: the version's own drawing, where the tokens are, the way taken. */
export const InstanceDiagram = Type.Object({
  xml: Type.String(),
  names: ElementNames,
  active: Type.Array(Type.String()),
  completed: Type.Array(Type.String()),
  flows: Type.Array(Type.String()),
  incidents: Type.Array(Type.Object({ elementId: Type.String(), message: Type.String() })),
})
export type InstanceDiagram = Static<typeof InstanceDiagram>
