import type { TaskVerb } from '@canmou/contract'
import type { Database } from '../db/database.ts'

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
  readonly next: string
  constructor(next: string) {
    super(`The next number is ${next}`)
    this.next = next
  }
}

/** What `apply_step` is handed (0002-apply-step.sql); times are ISO, levels are ranks. */
export interface StepChange {
  id: string
  /** The version that the step was decided from; 0 for a start. */
  version: number
  at: string
  directory: number
  status: string
  title: string
  level: number
  timers: Record<string, string>
  armedAt?: string | undefined
  start?: StartChange
  done?: { id: string; decision: TaskVerb; opinion?: string | undefined; recordVersion?: number | undefined }
  cancelled: string[]
  tasks: TaskChange[]
  candidates: { task: string; person: string }[]
  records: RecordChange[]
  participants: string[]
  grants: { record: string; person: string }[]
  copies: string[]
  jobs: JobChange[]
  droppedJobs: string[]
  versions: VersionChange[]
}

/** What becomes of a process version that the instance reviews. */
export interface VersionChange {
  id: string
  status: 'draft' | 'inReview' | 'inEffect'
}

export interface StartChange {
  /** The sequence that the number is taken from, such as SC001. */
  take: string
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
  engineTaskId: string
  elementId: string
  name: string
  positionId?: string | undefined
  recordSlot?: string | undefined
  recordId?: string | undefined
  recordVersion?: number | undefined
  dueAt?: string | undefined
  /** What the fields of a step of its own begin with. */
  formData?: Record<string, unknown> | undefined
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
  | { type: 'status'; id: string; status: string }
  | {
      type: 'submit'
      id: string
      version: number
      /** The sequence to take the number from, at the first submission. */
      take?: string | undefined
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

/** A step as it is saved: everything or, with LostRace, AnsweredAlready, JobTaken, InstanceThere or NumberTaken, nothing. One round trip. */
export async function applyStep(
  database: Database,
  actorId: string | null,
  change: StepChange,
  texts: { state: string; entries: string; commands: string },
  answer: KeyedAnswer | undefined,
  job?: ClaimedJob,
): Promise<void> {
  const { start, cancelled, records, participants, grants, copies, jobs, droppedJobs, versions, ...always } =
    change
  // What is absent costs the database nothing.
  const some = Object.entries({
    cancelled,
    records,
    participants,
    grants,
    copies,
    jobs,
    droppedJobs,
    versions,
  }).filter(([, list]) => list.length > 0)
  const keyed = answer && { key: answer.key, request: answer.request, answerStatus: answer.status }
  const parameter = JSON.stringify({ ...always, ...start, ...Object.fromEntries(some), ...keyed, job })
  try {
    await database.call('select apply_step($1, $2, $3, $4, $5, $6)', [
      actorId,
      parameter,
      texts.state,
      texts.entries,
      texts.commands,
      answer?.body ?? null,
    ])
  } catch (error) {
    throw asRefusal(error) ?? error
  }
}

function asRefusal(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, detail, constraint } = error as Error & {
    code?: string
    detail?: string
    constraint?: string
  }
  if (constraint === 'instances_one_per_unique' || constraint === 'instances_by_parent')
    return new InstanceThere('There is such an instance already', { cause: error })
  switch (code) {
    case 'CM001':
      return new LostRace('The step was decided from something that has changed', { cause: error })
    case 'CM002':
      return new AnsweredAlready('The Idempotency-Key is known', { cause: error })
    case 'CM003':
      return new JobTaken('The job was taken over', { cause: error })
    case 'CM004':
      return new NumberTaken(detail ?? '')
    default:
      return undefined
  }
}
