import { Type, type Static } from 'typebox'
import { RecordStatus } from './records.ts'
import { Id, Time } from './shared.ts'

export const Origin = Type.Enum(['stated', 'implied', 'proposed'], { description: '原文 · 隐含 · 建议' })

/** A process that a duty is done by, with what the asker sees of it now. */
export const DutyProcess = Type.Object({
  id: Type.String(),
  name: Type.String(),
  startable: Type.Boolean(),
  todo: Type.Integer({ description: 'open tasks of the asker' }),
  running: Type.Integer({ description: 'running instances that the asker may see' }),
})
export type DutyProcess = Static<typeof DutyProcess>

/** A kind of records that a duty is kept in; counts end at `mostCounted`. */
export const DutyKind = Type.Object({
  code: Type.String(),
  name: Type.String(),
  type: Type.Enum(['document', 'register', 'form']),
  records: Type.Integer({ description: 'that the asker may see' }),
  mayCreate: Type.Boolean({ description: 'whether the asker adds entries' }),
})
export type DutyKind = Static<typeof DutyKind>

const work = { processes: Type.Array(DutyProcess), kinds: Type.Array(DutyKind) }
const Duty = Type.Object({ id: Type.String(), text: Type.String(), origin: Origin, ...work })

/** One of the four functions of the department with its duties (domain.md §4). */
export const DepartmentFunction = Type.Object({
  id: Type.String(),
  number: Type.Integer(),
  name: Type.String(),
  role: Type.String({ description: '情报机构 · 参谋机构 · 业务监管机构 · 公关机构' }),
  duties: Type.Array(Duty),
})
export type DepartmentFunction = Static<typeof DepartmentFunction>

/** Counts of records end here: more is shown as "999+". */
export const mostCounted = 1000

const FocusItem = Type.Object({
  id: Type.String(),
  text: Type.String(),
  origin: Origin,
  done: Type.Optional(Type.Object({ on: Type.String(), note: Type.Optional(Type.String()) })),
  /** What was made for the entry, newest first. */
  evidence: Type.Array(
    Type.Object({
      id: Id,
      title: Type.String(),
      kindName: Type.String(),
      status: RecordStatus,
      updatedAt: Time,
    }),
  ),
  processes: Type.Array(Type.Pick(DutyProcess, ['id', 'name', 'startable'])),
  kinds: Type.Array(Type.Pick(DutyKind, ['code', 'name', 'type', 'mayCreate'])),
})

/** The work focus of the stage that an entry (a product) stands in (domain.md §5). */
export const StageFocus = Type.Object({
  stage: Type.String(),
  stageName: Type.String(),
  items: Type.Array(FocusItem),
})
export type StageFocus = Static<typeof StageFocus>
