import type { TaskVerb } from '@canmou/contract'
import type { OnLimit, State, Who } from '@canmou/engine'
import type { Database } from '../db/database.ts'
import type { Entry } from './entries.ts'
import type { TakenSignature } from './signatures/take-signature.ts'
import type { LoggedCommand } from './step-draft.ts'
import { parameterNames, parametersOf } from './step-parameters.ts'

/** The instance, the task or the people are not what the step was decided from: reload and decide again. */
export class LostRace extends Error {}
/** The Idempotency-Key has been answered, or is being answered, by another request. */
export class AnsweredAlready extends Error {}
/** The job that asks for the step is done, or somebody else does it. */
export class JobTaken extends Error {}
/** There is an instance already of what there may be one only: of that month, or of that call. */
export class InstanceThere extends Error {}
/** Somebody else took the foreseen number. */
export class NumberTaken extends Error {
  /** The serial that is next. */
  readonly next: number
  constructor(next: number, options?: ErrorOptions) {
    super(`The next number is ${next}`, options)
    this.next = next
  }
}

/** What a step changes; times are ISO, levels are ranks. */
export interface StepChange {
  id: string
  /** The version that the step was decided from; 0 for a start. */
  version: number
  at: string
  directory: number
  status: string
  /** Where the step changes it, and of a start. */
  title?: string | undefined
  /** As the title. */
  level?: number | undefined
  /** As the title, where they or the moment of the next have changed. */
  timers?: Record<string, string> | undefined
  /** Goes with `timers`. */
  armedAt?: string | undefined
  state: State
  /** What happened, for people and for the drawing. */
  entries: Entry[]
  commands: LoggedCommand[]
  numbers: TakenNumber[]
  start: StartChange | undefined
  done: DoneChange | undefined
  /** The task that its doer took back. */
  takenBack: string | undefined
  cancelled: string[]
  /** Decided by the drawing because nobody did in time. */
  timedOut: { id: string; decision: 'approve' | 'reject'; recordVersion?: number | undefined }[]
  tasks: TaskChange[]
  /** Of tasks that were there before. */
  candidates: { instance: string; task: string; person: string }[]
  /** Who may not do an open task any more. */
  withdrawn: { task: string; person: string }[]
  records: RecordChange[]
  /** Until when open tasks are to be done, where that is new or moved, and what the drawing says of it. */
  dues: { task: string; dueAt: string; dueDate?: string | undefined }[]
  /** Of tasks that may be about several records. */
  documents: TaskDocuments[]
  participants: { instance: string; person: string }[]
  /** Who may from now on read what the instance works from. */
  basis: { record: string; person: string }[]
  /** Who may from now on read the records of what the instance was handed over or called by. */
  readers: string[]
  grants: { record: string; person: string }[]
  copies: string[]
  jobs: JobChange[]
  droppedJobs: string[]
  versions: VersionChange[]
}

/** A task that somebody has done. */
export interface DoneChange {
  id: string
  decision: TaskVerb
  opinion?: string | undefined
  recordVersion?: number | undefined
  /** Id of the holder in whose place it is done. */
  onBehalfOf?: string | undefined
  /** Files that were uploaded to the task and go with the opinion. */
  attachmentIds?: string[] | undefined
  signature?: TakenSignature | undefined
}

/** All that a task is about from now on, in order; the version is the one that was submitted or is decided on. */
export interface TaskDocuments {
  task: string
  records: { id: string; version?: number | undefined }[]
}

/** What becomes of a process version that the instance reviews. */
export interface VersionChange {
  id: string
  status: 'draft' | 'inReview' | 'inEffect'
}

/** A number as it was foreseen: in the sequence of `code` and `month`, the `serial`th. */
export interface TakenNumber {
  /** Such as SC001 or MRP. */
  code: string
  /** `202611`. */
  month: string
  serial: number
  /** SC001-202611-0001. */
  text: string
}

export interface StartChange {
  number: string
  process: string
  processVersion: string
  department: string
  starter: string
  source?: string | undefined
  parent?: string | undefined
  parentCall?: string | undefined
  /** Of which there may be one only, such as `planMonth=2026-12`. */
  onePer?: string | undefined
}

export interface TaskChange {
  id: string
  instance: string
  at: string
  engineTaskId: string
  elementId: string
  name: string
  positionId?: string | undefined
  recordId?: string | undefined
  recordVersion?: number | undefined
  documents?: string[] | undefined
  dueAt?: string | undefined
  dueDate?: string | undefined
  /** What happens then. */
  onLimit?: LimitRule | undefined
  /** What the fields of a step of its own begin with. */
  formData?: Record<string, unknown> | undefined
  /** Who may do it. */
  candidates: string[]
}

/** What happens when the time limit of a task is over; `to` where the drawing names who gets it beside its holders. */
export interface LimitRule {
  then: OnLimit
  to?: Who | undefined
}

export interface JobChange {
  kind: string
  key: string
  payload: Record<string, unknown>
  runAt?: string | undefined
}

export type RecordChange =
  | {
      type: 'create'
      id: string
      kind: string
      slot: string
      title: string
      level: number
      owner: string
      department: string
      data: Record<string, unknown>
      /** `isShared` of records/shared-kinds.ts; not shared where absent. */
      shared?: boolean | undefined
      /** `searchTermsOf` of records/search-terms.ts; without them the record is not found by search. */
      searchTerms?: string[] | undefined
    }
  | {
      type: 'reopen'
      id: string
      author: string
      status: string
      /** What the program fills in anew in the draft of the next version. */
      data: Record<string, unknown>
    }
  /** A draft that was never submitted is given up. */
  | { type: 'discard'; id: string }
  | { type: 'status'; id: string; status: string }
  /** What the program filled in since the version was frozen, by field. */
  | { type: 'fill'; id: string; data: Record<string, unknown> }
  | {
      type: 'submit'
      id: string
      version: number
      number: string
      title: string
      level: number
      status: string
      data: Record<string, unknown>
      attachmentIds: string[]
      sha256: string
      links: { record: string; type: string }[]
      draftRevision?: number | undefined
      /** As for `create`, over what is submitted; where absent, the record is found by what it was before. */
      searchTerms?: string[] | undefined
    }

/** A job that a step does: it is gone with the step, and a step whose job somebody else has taken over is not made. */
export interface ClaimedJob {
  id: number
  lockedUntil: string
}

/** The request that a step answers, where its client may repeat it. */
export interface KeyedAnswer {
  key: string
  /** SHA-256 of the request, hexadecimal. */
  request: string
  status: number
  body: string
}

/** A decided step with all that is written of it. */
export interface Step {
  /** Null: the system. */
  actorId: string | null
  change: StepChange
  answer: KeyedAnswer | undefined
  job: ClaimedJob | undefined
}

/**
 * Saves steps of different instances in one transaction and one round trip: everything or, with LostRace, AnsweredAlready,
 * JobTaken, InstanceThere or NumberTaken, nothing of any of them.
 */
export async function applySteps(database: Database, steps: Step[]): Promise<void> {
  try {
    await database.call(statement, [steps.length, ...Object.values(parametersOf(steps))])
  } catch (error) {
    throw asRefusal(error) ?? error
  }
}

// Without a column, whose type would be sent and read for each call.
const statement = `select from apply_steps($1, ${parameterNames.map((_, index) => `$${index + 2}`).join(', ')})`

/** Of which there may be one only: an instance of a month, of a call; a review of a process. */
const onlyOnes = ['instances_one_per_unique', 'instances_by_parent', 'process_versions_one_in_review']

function asRefusal(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, detail, constraint } = error as Error & {
    code?: string
    detail?: string
    constraint?: string
  }
  if (constraint !== undefined && onlyOnes.includes(constraint))
    return new InstanceThere('There is such an instance already', { cause: error })
  switch (code) {
    case 'CM001':
      return new LostRace('The step was decided from something that has changed', { cause: error })
    case 'CM002':
      return new AnsweredAlready('The Idempotency-Key is known', { cause: error })
    case 'CM003':
      return new JobTaken('The job was taken over', { cause: error })
    case 'CM004':
      return new NumberTaken(Number(detail), { cause: error })
    default:
      return undefined
  }
}
