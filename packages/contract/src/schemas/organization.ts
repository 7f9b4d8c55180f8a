import { Type, type Static } from 'typebox'
import { Id, Level, Person, Time } from './shared.ts'
import { InstanceSummary, TaskSummary } from './work.ts'

export const Department = Type.Object({
  id: Type.String(),
  name: Type.String(),
  parentId: Type.Optional(Type.String()),
})
export const Position = Type.Object({
  id: Type.String(),
  name: Type.String(),
  departmentId: Type.Optional(Type.String()),
  holders: Type.Array(Person),
})
export type Position = Static<typeof Position>
/** For the choosers of a form: a person with the department that tells namesakes apart. */
export const PersonOption = Type.Intersect([
  Person,
  Type.Object({
    departmentName: Type.String(),
    positions: Type.Array(Type.String(), { description: 'names of the positions held today' }),
    isDisabled: Type.Optional(Type.Literal(true)),
  }),
])
export type PersonOption = Static<typeof PersonOption>

/** Id of a department or position: short words from the catalogue, uuids for those made here. */
export const OrganizationId = Type.String({ minLength: 1, maxLength: 64 })
export const Names = Type.Object({ 'zh-CN': Type.String(), 'zh-TW': Type.String(), en: Type.String() })
export const DataScope = Type.Enum(['own', 'department', 'subordinates', 'all'], {
  description: '数据范围: whose records are seen without being asked to act on them',
})
export type DataScope = Static<typeof DataScope>
const Day = Type.String({ format: 'date' })

const Edited = {
  names: Names,
  isEnded: Type.Boolean({ description: 'ended: offered nowhere, kept where it is referred to' }),
  revision: Type.Integer({ description: 'to be sent back with a change of it' }),
}
export const OrganizationDepartment = Type.Object({
  id: Type.String(),
  name: Type.String(),
  parentId: Type.Optional(Type.String()),
  managerPositionId: Type.Optional(Type.String()),
  people: Type.Integer({ description: 'how many are in it, without those below and the disabled' }),
  ...Edited,
})
export type OrganizationDepartment = Static<typeof OrganizationDepartment>
export const OrganizationPosition = Type.Object({
  id: Type.String(),
  name: Type.String(),
  departmentId: Type.Optional(Type.String()),
  /** Of a group (各部门经理); a group is held by nobody itself. */
  memberIds: Type.Array(Type.String()),
  holders: Type.Array(Person, { description: 'who holds it today' }),
  ...Edited,
})
export type OrganizationPosition = Static<typeof OrganizationPosition>
export const Organization = Type.Object({
  departments: Type.Array(OrganizationDepartment),
  positions: Type.Array(OrganizationPosition),
  mayChange: Type.Boolean(),
})
export type Organization = Static<typeof Organization>

/** Who holds a position from when to when, both days included. `withdrawn`: it was a mistake and never held. */
export const Assignment = Type.Object({
  id: Id,
  person: Person,
  positionId: Type.String(),
  positionName: Type.String(),
  from: Day,
  to: Type.Optional(Day),
  state: Type.Enum(['past', 'current', 'coming', 'withdrawn']),
  revision: Type.Integer(),
})
export type Assignment = Static<typeof Assignment>
const Reference = Type.Object({ id: Type.String(), name: Type.String() })

export const PersonDetail = Type.Intersect([
  Person,
  Type.Object({
    departmentId: Type.String(),
    departmentName: Type.String(),
    clearance: Level,
    dataScope: DataScope,
    disabledAt: Type.Optional(Time),
    revision: Type.Integer(),
    assignments: Type.Array(Assignment, { description: 'the newest first' }),
    mayChange: Type.Boolean(),
  }),
])
export type PersonDetail = Static<typeof PersonDetail>
export const PositionDetail = Type.Object({
  id: Type.String(),
  name: Type.String(),
  department: Type.Optional(Reference),
  members: Type.Array(Reference),
  memberOf: Type.Array(Reference),
  manages: Type.Array(Reference, { description: 'departments whose manager it is' }),
  assignments: Type.Array(Assignment, { description: 'the newest first' }),
  mayChange: Type.Boolean(),
  ...Edited,
})
export type PositionDetail = Static<typeof PositionDetail>

/** Open tasks that are put before one person alone: what is left lying when that person goes. */
export const OpenTasks = Type.Object({
  items: Type.Array(Type.Object({ instance: InstanceSummary, task: TaskSummary })),
  hidden: Type.Integer({ description: 'how many more there are that the asker may not see' }),
})
export type OpenTasks = Static<typeof OpenTasks>

/** One change of the organisation, as the log has it. */
export const OrganizationChange = Type.Object({
  id: Type.Integer(),
  at: Time,
  by: Type.Optional(Person),
  action: Type.Enum([
    'department.created',
    'department.changed',
    'position.created',
    'position.changed',
    'person.created',
    'person.changed',
    'person.passwordReset',
    'person.handedOver',
    'assignment.created',
    'assignment.changed',
  ]),
  subject: Type.Object({
    name: Type.String(),
    departmentId: Type.Optional(Type.String()),
    positionId: Type.Optional(Type.String()),
    personId: Type.Optional(Id),
  }),
  fields: Type.Array(
    Type.Object({
      field: Type.String({ description: 'name.zh-CN, parentId, clearance, to, …' }),
      before: Type.Optional(Type.String()),
      after: Type.Optional(Type.String()),
    }),
    {
      description:
        'what it was and what it is; departments, positions and people by their names, the rest as it is kept',
    },
  ),
})
export type OrganizationChange = Static<typeof OrganizationChange>

/** Somebody who was thought of for a step, and why that person gets it or not. */
const ConsideredPerson = Type.Object({
  person: Person,
  isChosen: Type.Boolean(),
  reasons: Type.Array(Type.String(), { description: "sentences in the asker's language" }),
})
/** Who may act in a holder's place that day (代理), or why not. */
const ConsideredSubstitute = Type.Object({
  person: Person,
  insteadOf: Person,
  isChosen: Type.Boolean(),
  reasons: Type.Array(Type.String()),
})
/** Who gets a step today, and why: one entry per task that it makes. */
export const StepHolders = Type.Object({
  elementId: Type.String(),
  name: Type.String(),
  at: Time,
  level: Level,
  /** One task for all of them, or one task for each position (会签). */
  mode: Type.Enum(['together', 'each']),
  /** What is decided only while the process runs. */
  atRunTime: Type.Array(Type.String()),
  /** The tasks below are what becomes of it where the person decided at run time cannot do it. */
  isOtherwise: Type.Boolean(),
  tasks: Type.Array(
    Type.Object({
      groups: Type.Array(
        Type.Object({
          id: Type.String(),
          name: Type.String(),
          kind: Type.Enum(['position', 'group', 'department', 'unknown']),
          positions: Type.Array(
            Type.Object({
              id: Type.Optional(Type.String()),
              name: Type.Optional(Type.String()),
              /** How the group leads to this position, and where nobody holds it. */
              reasons: Type.Array(Type.String()),
              people: Type.Array(ConsideredPerson),
            }),
          ),
        }),
      ),
      holders: Type.Array(Person),
      substitutes: Type.Array(ConsideredSubstitute),
      /** Nobody of the groups can do it: the 流程管理员 gets it. */
      fallback: Type.Optional(Type.Object({ reason: Type.String(), people: Type.Array(ConsideredPerson) })),
    }),
  ),
})
export type StepHolders = Static<typeof StepHolders>
