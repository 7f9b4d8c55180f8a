import { Type, type Static } from 'typebox'
import { instanceVerbs, taskVerbs } from '../task-verbs.ts'
import { Attachment, RecordDetail, RecordVersion } from './records.ts'
import { Id, JsonObject, Level, Person, Time } from './shared.ts'
import { HandSignature, SignatureNote } from './signatures.ts'
import { SeenDocuments, TaskDocument } from './task-documents.ts'

export const InstanceStatus = Type.Enum(['running', 'completed', 'failed', 'cancelled'])
export const TaskStateSchema = Type.Enum(['open', 'done', 'cancelled'])
/** How a task was done: the verb that closed it. */
export const Decision = Type.Enum([...taskVerbs])
export type Decision = Static<typeof Decision>

export const InstanceStart = Type.Object(
  {
    process: Type.String({ minLength: 1, maxLength: 32 }),
    data: Type.Optional(JsonObject),
  },
  { additionalProperties: false },
)

export const InstanceSummary = Type.Object({
  id: Id,
  number: Type.String({ description: 'SC001-202611-0001' }),
  title: Type.String(),
  processId: Type.String(),
  processName: Type.String(),
  processVersion: Type.Integer(),
  status: InstanceStatus,
  level: Level,
  starter: Person,
  startedAt: Time,
  endedAt: Type.Optional(Time),
})
export type InstanceSummary = Static<typeof InstanceSummary>

export const Question = Type.Object(
  {
    message: Type.String({ minLength: 1, maxLength: 64 }),
    text: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }),
  },
  { additionalProperties: false },
)

/** What happens when the time limit of a task is over. */
export const OnLimit = Type.Object({
  then: Type.Enum(['nothing', 'escalate', 'pass', 'refuse']),
  to: Type.Optional(Type.String({ description: 'who then gets it beside its holders, where that is fixed' })),
})
export type OnLimit = Static<typeof OnLimit>

/** Nobody decided in time, and so the drawing did. */
const TimedOut = Type.Optional(Type.Literal(true))

export const TaskSummary = Type.Object({
  id: Id,
  instanceId: Id,
  elementId: Type.String(),
  name: Type.String(),
  state: TaskStateSchema,
  positionId: Type.Optional(Type.String()),
  positionName: Type.Optional(Type.String()),
  holders: Type.Array(Person, { description: 'who may do it now; who did it when done' }),
  substitutes: Type.Optional(Type.Array(Person, { description: 'who may act in their place now (代理)' })),
  /** In whose place the asker would do it; in whose place it was done. */
  onBehalfOf: Type.Optional(Person),
  createdAt: Time,
  dueAt: Type.Optional(Time),
  onLimit: Type.Optional(OnLimit),
  timedOut: TimedOut,
  completedAt: Type.Optional(Time),
  decision: Type.Optional(Decision),
  decisionLabel: Type.Optional(Type.String({ description: 'what the verb is called at this step' })),
  togetherLabel: Type.Optional(
    Type.String({
      description: 'in 待办: what approving is called, where it may be done together with others',
    }),
  ),
})
export type TaskSummary = Static<typeof TaskSummary>

/** A row of 待办 · 已办 · 我发起的 · 抄送我的 · 流程查询: an instance, and the task in it that puts it into the box. */
export const BoxItem = Type.Object({
  key: Id,
  instance: InstanceSummary,
  task: Type.Optional(TaskSummary),
  /** Names of the steps that are open now, for 我发起的 and 流程查询. */
  openSteps: Type.Array(Type.String()),
  readAt: Type.Optional(Time),
})
export type BoxItem = Static<typeof BoxItem>
export const Box = Type.Enum(['todo', 'done', 'started', 'cc', 'all'], {
  description: 'all: every instance that the asker may see',
})
export const BoxCounts = Type.Object({
  todo: Type.Integer(),
  overdue: Type.Integer(),
  cc: Type.Integer(),
  /** What came last of what is to do; ids rise with time, so a page knows by them whether it is new. */
  newest: Type.Optional(Type.Object({ taskId: Id, taskName: Type.String(), instanceTitle: Type.String() })),
})
export type BoxCounts = Static<typeof BoxCounts>

/** What came with a decision, and whether it counts still. */
const Given = {
  attachments: Type.Optional(Type.Array(Attachment)),
  signature: Type.Optional(SignatureNote),
  takenBackAt: Type.Optional(Time),
}

/** 按规则: nobody decided, the drawing did; by which of its rules, and why, in words. */
const ByRule = Type.Object({
  rule: Type.Enum(['vacant', 'starter', 'samePerson', 'timeLimit']),
  reason: Type.String(),
})

/** One entry of the signature block: who decided what, on which version (domain.md §11, approval block). */
export const Opinion = Type.Object({
  /** Absent where a rule decided before anybody was asked. */
  taskId: Type.Optional(Id),
  elementId: Type.String(),
  taskName: Type.String(),
  positionName: Type.Optional(Type.String()),
  /** Absent where a rule decided. */
  person: Type.Optional(Person),
  byRule: Type.Optional(ByRule),
  /** In whose place (代理). */
  onBehalfOf: Type.Optional(Person),
  decision: Decision,
  decisionLabel: Type.String(),
  opinion: Type.Optional(Type.String()),
  recordVersion: Type.Optional(Type.Integer()),
  signedAt: Time,
  ...Given,
})
export type Opinion = Static<typeof Opinion>

const Asked = Type.Enum(['none', 'optional', 'required'])

/** What comes with a verb, beside what it needs to know. */
const Enclosed = {
  opinion: Asked,
  attachment: Type.Enum(['none', 'optional', 'required'], {
    description: 'files with the opinion; at a step that writes a document, its own attachments',
  }),
  signature: Type.Boolean({ description: 'whether a hand signature has to come with it (手写签名)' }),
}

export const OfferedVerb = Type.Object({
  verb: Type.Enum(['submit', 'approve', 'reject']),
  label: Type.String(),
  ...Enclosed,
  phrases: Type.Array(Type.String(), { description: '常用语' }),
})
export type OfferedVerb = Static<typeof OfferedVerb>

/** Names of the fields that a step shows, and of those that its holder may write, where the drawing says so. */
export const StepFields = Type.Object({
  shown: Type.Array(Type.String()),
  writable: Type.Array(Type.String()),
})
export type StepFields = Static<typeof StepFields>

export const TaskDetail = Type.Intersect([
  TaskSummary,
  Type.Object({
    instance: InstanceSummary,
    verbs: Type.Array(OfferedVerb),
    /** The record that this step drafts or decides on; of several the one that was asked for. */
    record: Type.Optional(RecordDetail),
    /** All of them, at a step that may be about several. */
    documents: Type.Optional(Type.Array(TaskDocument)),
    /** Whether the asker may add another one. */
    canAdd: Type.Optional(Type.Boolean()),
    /** Whether this step edits the record (`form`) or reads it as it was submitted (`snapshot`). */
    mode: Type.Enum(['form', 'snapshot', 'none']),
    /** Fields of the record that may be corrected here, by the instance's own version of the drawing. */
    editable: Type.Array(Type.String()),
    /** Of the record; its data hold nothing else than what is shown. What whoever decides writes makes its next version. */
    fields: Type.Optional(StepFields),
    /** The kind of the answer sheets, at a step that collects the answers to a survey. */
    survey: Type.Optional(Type.String()),
    /** A step with fields of its own, which make no record: the kind of form, and what its fields begin with. */
    stepForm: Type.Optional(
      Type.Object({ kind: Type.String(), data: JsonObject, fields: Type.Optional(StepFields) }),
    ),
    previous: Type.Optional(RecordVersion),
    opinions: Type.Array(Opinion),
    /** The last time that its holders were reminded: by somebody who pressed 催办 or, without a person, by the process. */
    urged: Type.Optional(
      Type.Object({ person: Type.Optional(Person), at: Time, opinion: Type.Optional(Type.String()) }),
    ),
    /** 逾期升级: its time limit was over, and it was put before others beside those who had it. */
    escalated: Type.Optional(Type.Object({ at: Time, to: Type.Array(Person), from: Type.Array(Person) })),
    /** Why it is open again: whoever returned the flow to it, from which step, and how it goes on. */
    returned: Type.Optional(
      Type.Object({
        person: Person,
        at: Time,
        taskName: Type.Optional(Type.String()),
        then: Type.Enum(['again', 'direct']),
        opinion: Type.Optional(Type.String()),
      }),
    ),
  }),
])
export type TaskDetail = Static<typeof TaskDetail>

/** Before whom something is put: a person (user name), or whoever holds a position. */
export const Who = Type.Object(
  {
    person: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    position: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  },
  { additionalProperties: false },
)
export type Who = Static<typeof Who>

/** A verb beside the step's own buttons: whether it is possible for the asker now, and what it needs. */
export const VerbOffer = Type.Object({
  verb: Type.Enum([...taskVerbs, ...instanceVerbs]),
  label: Type.String(),
  allowed: Type.Boolean(),
  /** What it does, or why it is not possible. */
  hint: Type.String(),
  ...Enclosed,
  targets: Type.Optional(
    Type.Array(
      Type.Object({
        elementId: Type.String(),
        name: Type.String(),
        direct: Type.Boolean({ description: 'whether it can come straight back from there' }),
      }),
      { description: 'where a return goes; where returnToStep and jump can go, the nearest first' },
    ),
  ),
  signers: Type.Optional(
    Type.Array(Type.Object({ signer: Type.Integer(), name: Type.String() }), {
      description: 'who can be removed',
    }),
  ),
})
export type VerbOffer = Static<typeof VerbOffer>

export const InstanceAction = Type.Object(
  {
    opinion: Type.Optional(Type.String({ maxLength: 4000 })),
    /** User names: who gets a copy, who is mentioned. */
    people: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 50 })),
  },
  { additionalProperties: false },
)
export type InstanceAction = Static<typeof InstanceAction>

export const HandOverRequest = Type.Object(
  {
    to: Type.String({ minLength: 1, maxLength: 64 }),
    reason: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: false },
)
export const HandOverDone = Type.Object({ instances: Type.Integer(), tasks: Type.Integer() })

export const TaskAction = Type.Object(
  {
    data: Type.Optional(JsonObject),
    title: Type.Optional(Type.String({ maxLength: 200 })),
    level: Type.Optional(Level),
    /** Of the document, at a step that writes one; otherwise what was uploaded to the task, to go with the opinion. */
    attachmentIds: Type.Optional(Type.Array(Id, { maxItems: 100 })),
    /** At a step about several documents: all that whoever acts has seen; refused where there are others, or newer ones. */
    documents: Type.Optional(SeenDocuments),
    opinion: Type.Optional(Type.String({ maxLength: 4000 })),
    /** The version of a step's only document that is decided on, as it was shown; refused where there is a newer one. */
    recordVersion: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
    signature: Type.Optional(HandSignature),
    /** 转办, 委派: to whom. */
    to: Type.Optional(Who),
    /** 加签: who signs, and how they decide among themselves. */
    signers: Type.Optional(Type.Array(Who, { minItems: 1, maxItems: 20 })),
    mode: Type.Optional(Type.Enum(['all', 'any', 'inOrder'])),
    /** 减签: the number of the signer. */
    signer: Type.Optional(Type.Integer()),
    /** 退回指定步骤, 跳转: the element. */
    elementId: Type.Optional(Type.String({ maxLength: 200 })),
    /** After a return: walked again, or straight back to the one who returned. */
    then: Type.Optional(Type.Enum(['again', 'direct'])),
  },
  { additionalProperties: false },
)
export type TaskAction = Static<typeof TaskAction>
export const TaskActionDone = Type.Object({
  instance: InstanceSummary,
  task: TaskSummary,
  /** The next open tasks of the instance that the asker may do himself. */
  next: Type.Array(TaskSummary),
})
export type TaskActionDone = Static<typeof TaskActionDone>

/** 批量同意: tasks of steps that allow it, with one opinion for all of them. */
export const TogetherAction = Type.Object(
  {
    taskIds: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true }),
    opinion: Type.Optional(Type.String({ maxLength: 4000 })),
  },
  { additionalProperties: false },
)
export type TogetherAction = Static<typeof TogetherAction>
/** Each task by itself, in the order asked for: what is refused keeps nothing else from being done. */
export const TogetherDone = Type.Object({
  items: Type.Array(
    Type.Object({
      taskId: Id,
      refusal: Type.Optional(
        Type.Object({ code: Type.String(), message: Type.String() }, { description: 'absent: it is done' }),
      ),
    }),
  ),
})
export type TogetherDone = Static<typeof TogetherDone>

export const TimelineEntry = Type.Object({
  at: Time,
  type: Type.Enum([
    'instanceStarted',
    'taskCreated',
    'taskCompleted',
    'taskCancelled',
    'asked',
    'verb',
    'autoDecided',
    'recordSubmitted',
    'recordInEffect',
    'reminderSent',
    'dueMoved',
    'reseated',
    'limitPassed',
    'escalated',
    'incident',
    'instanceCompleted',
    'instanceFailed',
    'instanceCancelled',
  ]),
  elementId: Type.Optional(Type.String()),
  taskId: Type.Optional(Id),
  taskName: Type.Optional(Type.String()),
  positionName: Type.Optional(Type.String()),
  person: Type.Optional(Person),
  decision: Type.Optional(Decision),
  decisionLabel: Type.Optional(Type.String()),
  opinion: Type.Optional(Type.String()),
  /** `verb`: which, what it is called, and to whom or where it goes. */
  verb: Type.Optional(Type.Enum([...taskVerbs, ...instanceVerbs, 'handOver'])),
  verbLabel: Type.Optional(Type.String()),
  to: Type.Optional(Type.Array(Type.String(), { description: 'names of people, positions or steps' })),
  /** `taskCreated` of a task that is open still: for whom it waits. */
  waitsFor: Type.Optional(Type.Array(Type.String())),
  /** A return: walked again, or straight back to the one who returned. */
  then: Type.Optional(Type.Enum(['again', 'direct'])),
  /** 离职转办, `reseated`: whose tasks they were. */
  from: Type.Optional(Type.String()),
  isTogether: Type.Optional(Type.Boolean({ description: 'decided together with others (批量同意)' })),
  /** `dueMoved`: until when it is to be done now. */
  dueAt: Type.Optional(Time),
  /** A decision that was advice only: who asked for it by 委派, and decides. */
  advises: Type.Optional(Type.String()),
  /** Who was substituted. */
  onBehalfOf: Type.Optional(Person),
  byRule: Type.Optional(ByRule),
  ...Given,
  recordId: Type.Optional(Id),
  recordVersion: Type.Optional(Type.Integer()),
  /** All of the records, at a step that may be about several. */
  documents: Type.Optional(Type.Array(Type.Object({ recordId: Id, recordVersion: Type.Integer() }))),
})
export type TimelineEntry = Static<typeof TimelineEntry>
