import type { Expression } from './feel/expression.ts'
import type { Mode, Threshold } from './state.ts'
import type { Verb } from './verbs/verbs.ts'

/** A drawing made ready to run. Immutable; one serves any number of instances. */
export interface Process {
  id: string
  name: string
  /** Every flow node of the process, nested ones too, by id. */
  elements: ReadonlyMap<string, Element>
  flows: ReadonlyMap<string, Flow>
  /** The process level and, inside it, the levels of the sub-processes. */
  root: Scope
  /** `zeebe:property` pairs of the process itself. */
  properties: Readonly<Record<string, string>>
  /** True where an inclusive join or a conditional event has to be looked at again after each step. */
  hasInclusiveJoins: boolean
  hasConditions: boolean
  /** What `canmou:approval` says about the whole process. */
  approval: ApprovalRules
}

export interface ApprovalRules {
  /** Until when the starter may withdraw: as long as it runs, until somebody has decided, or not at all. */
  withdraw: 'always' | 'untilDecided' | 'never'
}

/** One level: what a process or sub-process directly contains. */
export interface Scope {
  /** Id of the process or of the sub-process. */
  id: string
  parent?: Scope
  /** The sub-process whose body this is; none at process level. */
  owner?: Element
  elements: Element[]
  flows: Flow[]
  /** Where a token starts: none start events, or, without any, the elements that no flow enters. */
  starts: Element[]
  /** Every start event, also message, timer, signal … ones. */
  startEvents: Element[]
  eventSubProcesses: Element[]
}

export type ElementType =
  | 'startEvent'
  | 'endEvent'
  | 'intermediateCatchEvent'
  | 'intermediateThrowEvent'
  | 'boundaryEvent'
  | 'task'
  | 'userTask'
  | 'manualTask'
  | 'serviceTask'
  | 'scriptTask'
  | 'sendTask'
  | 'receiveTask'
  | 'businessRuleTask'
  | 'callActivity'
  | 'subProcess'
  | 'eventSubProcess'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'inclusiveGateway'
  | 'eventBasedGateway'

/** A flow node. What does not apply to its type is absent. */
export interface Element {
  id: string
  type: ElementType
  name: string
  scope: Scope
  incoming: Flow[]
  outgoing: Flow[]
  /** The flow taken when no condition holds; also in `outgoing`. */
  defaultFlow?: Flow
  /** Boundary events: the activity they sit on, and whether they end it. */
  attachedTo?: Element
  /** Boundary events and start events of event sub-processes. */
  interrupting?: boolean
  /** Activities: the boundary events on them, in drawing order. */
  boundaries: Element[]
  /** Sub-processes: what is inside. */
  body?: Scope
  event?: EventDefinition
  loop?: Loop
  inputs: Mapping[]
  outputs: Mapping[]
  /** Work handed to a caller's worker (`zeebe:taskDefinition`, script text, called decision). */
  job?: Job
  /** FEEL script run inside the engine. */
  script?: { expression: Expression; resultVariable?: string }
  assignment?: Assignment
  formId?: Expression
  /** Human tasks: some rule here depends on who holds the task. */
  asksHolders?: true
  call?: Call
  /** Activity that undoes this one, reached from its compensation boundary event. */
  compensation?: Element
  isForCompensation: boolean
  /** Names of the lanes the element lies in, outermost first. */
  lanes: string[]
  /** `zeebe:property` pairs. */
  properties: Readonly<Record<string, string>>
  /** What the `canmou:` extension says. */
  canmou: CanmouAttributes
}

export interface Flow {
  id: string
  name: string
  source: Element
  target: Element
  /** Absent: always taken. */
  condition?: Expression
  isDefault: boolean
  canmou: CanmouAttributes
}

export type EventDefinition =
  | { kind: 'none' }
  | { kind: 'timer'; timer: Timer }
  | { kind: 'message'; name: Expression; correlationKey?: Expression }
  | { kind: 'signal'; name: Expression }
  | { kind: 'error'; code?: string }
  | { kind: 'escalation'; code?: string }
  | { kind: 'conditional'; condition: Expression }
  | { kind: 'terminate' }
  | { kind: 'compensate'; activity?: Element }
  | { kind: 'link'; name: string; targets: Element[] }

export interface Timer {
  /** date: an instant; duration: once after a while; cycle: `R3/PT1H` or a cron line. */
  type: 'date' | 'duration' | 'cycle'
  value: Expression
}

export type Loop =
  | {
      type: 'multi'
      sequential: boolean
      collection?: Expression
      cardinality?: Expression
      inputElement?: string
      outputCollection?: string
      outputElement?: Expression
      /** Variable that `outputElement` reads and that is therefore kept inside each instance. */
      outputVariable?: string
      completionCondition?: Expression
    }
  | { type: 'standard'; testBefore: boolean; maximum?: number; condition?: Expression }

export interface Mapping {
  source: Expression
  target: string
}

export interface Job {
  type: Expression
  retries: Expression
  headers: Readonly<Record<string, string>>
  script?: string
  scriptFormat?: string
}

export interface Assignment {
  assignee?: Expression
  candidateGroups?: Expression
  candidateUsers?: Expression
  dueDate?: Expression
  followUpDate?: Expression
}

export interface Call {
  processId: Expression
  propagateAllChildVariables: boolean
  propagateAllParentVariables: boolean
}

/** What happens where nobody holds the position that a step is put before. */
export type Vacancy = 'pass' | 'refuse' | 'named' | 'administrator'

/** What happens when the time limit of a step is over. */
export type OnLimit = 'nothing' | 'escalate' | 'pass' | 'refuse'

export type FieldAccess = 'read' | 'write' | 'hidden'

/** The `canmou:task` element and the `canmou:origin` attribute, as written in the drawing. */
export interface CanmouAttributes {
  /** Verbs offered at the task, each with the label key to show it under, when one is given. */
  verbs?: { verb: Verb; label?: string }[]
  decision?: 'approve-reject' | 'none' | 'read'
  words?: 'review' | 'sign' | 'approve' | 'read' | 'solve'
  opinion?: 'optional' | 'required' | 'requiredOnReject'
  /** Whether the handbook says it (原文), implies it (隐含), or it is a proposal (建议). */
  origin?: 'stated' | 'implied' | 'proposed'
  attachment?: 'optional' | 'required'
  signature?: 'none' | 'required'
  /** Whether several tasks of this step may be approved together; without it they may not. */
  batch?: 'never' | 'allowed'
  /** Several people sign: all (会签), one of them (或签), one after the other (依次), by vote (票签). */
  mode?: Mode
  /** A list of position ids, or of contexts `{user, position, weight}`; without it the candidates are the signers. */
  signers?: Expression
  threshold?: Threshold
  /** Whether the first refusal ends the round (the default) or everybody is heard first. */
  refusal?: 'ends' | 'waits'
  vacant?: Vacancy
  /** Who then gets it: a position id, or a context `{user, position}`. */
  vacantTo?: Expression
  starterApproves?: 'self' | 'skip' | 'superior'
  samePerson?: 'ask' | 'skipConsecutive' | 'skipEver'
  /** How the flow goes on after a return from here; without it the one who returns chooses. */
  afterReturn?: 'again' | 'direct'
  /** Steps to which it may be returned from here; without it every step on the way. */
  returnSteps?: string[]
  /** Whether this is where the starter submits: without it, a first step that is no decision. */
  starter?: boolean
  /** How much working time the step has, as an ISO duration of days, hours and minutes; null: no limit this time. */
  limit?: Expression
  /** How often its holders are reminded: first `remindBefore` the limit (without it, at the limit), then `remindEvery`. */
  reminders?: number
  remindBefore?: Expression
  remindEvery?: Expression
  onLimit?: OnLimit
  /** Who gets it beside its holders: a position id, or a context `{user, position}`; without it, their superior. */
  escalateTo?: Expression
  fields?: { name: string; access: FieldAccess }[]
  /** Access to the fields that are not listed. */
  otherFields?: FieldAccess
}

const activityTypes: ReadonlySet<ElementType> = new Set<ElementType>([
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'scriptTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
  'callActivity',
  'subProcess',
])

/** Whether boundary events and loop markers may sit on the element. */
export function isActivity(element: Element): boolean {
  return activityTypes.has(element.type)
}
