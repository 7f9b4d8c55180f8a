import { isDeepStrictEqual } from 'node:util'
import type { Command, State, Variables } from '@canmou/engine'
import { newId } from '../db/new-id.ts'
import type {
  DoneChange,
  JobChange,
  RecordChange,
  StartChange,
  StepChange,
  TakenNumber,
  TaskDocuments,
  VersionChange,
} from './apply-step.ts'
import { momentOf } from '../organization/local-day.ts'
import { readersOfBasis } from './basis.ts'
import type { Entry, Path } from './entries.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'

/** What an instance was started with, as the first entry of its command log. */
export interface StartCommand {
  type: 'start'
  at: string
  variables: Variables
  messageName?: string
  startElementId?: string
}
export type LoggedCommand = StartCommand | Command

/** A step while it is decided: the instance as it will be, and what has to be written. */
export class StepDraft {
  readonly before: LiveInstance
  readonly now: Date
  /** The same in UTC. */
  readonly at: string
  /** The same moment as commands say it, with the company's offset. */
  readonly commandAt: string
  readonly actorId: string | null
  next: LiveInstance
  readonly path: Path = { type: 'path', entered: [], completed: [], cancelled: [], flows: [] }
  readonly entries: Entry[] = []
  readonly commands: LoggedCommand[] = []
  done: DoneChange | undefined
  /** How far what it answers was passed on already without a person or a clock in between (messages/goes-round.ts). */
  passed = 0
  /** The task that its doer takes back. */
  takenBack: string | undefined
  /** Set in the step that makes the instance. */
  start: StartChange | undefined
  readonly numbers: TakenNumber[] = []
  readonly records: RecordChange[] = []
  /** Of new tasks; kept apart, for an open task has no further use of it here. */
  readonly formData = new Map<string, Record<string, unknown>>()
  readonly copies: string[] = []
  readonly jobs: JobChange[] = []
  readonly droppedJobs: string[] = []
  /** Tasks that nobody decided in time, by their ids: what the drawing decided. */
  readonly timedOut = new Map<
    string,
    { decision: 'approve' | 'reject'; recordVersion?: number | undefined }
  >()
  readonly versions: VersionChange[] = []
  /** What the first form starts with, as whoever started the process gave it. */
  prefill: Record<string, unknown> = {}
  /** Set where the alarm for the timers is what caused the step: it is then set anew in any case. */
  alarmRang = false

  constructor(before: LiveInstance, now: Date, actorId: string | null) {
    this.before = before
    this.now = now
    const { utc, local } = momentOf(now)
    this.at = utc
    this.commandAt = local
    this.actorId = actorId
    this.next = { ...before, timers: { ...before.timers }, version: before.version + 1 }
  }

  /** `formData`: what the fields of a step of its own begin with. */
  addTask(task: Omit<LiveTask, 'id' | 'createdAt'>, formData: Record<string, unknown> | undefined): LiveTask {
    const live: LiveTask = { ...task, id: newId(), createdAt: this.at }
    if (formData) this.formData.set(live.id, formData)
    this.next.tasks = [...this.next.tasks, live]
    this.addParticipants(task.candidates)
    return live
  }

  /** More people may do an open task. */
  addCandidates(taskId: string, people: string[]): void {
    this.next.tasks = this.next.tasks.map((task) =>
      task.id === taskId ? { ...task, candidates: [...task.candidates, ...people] } : task,
    )
    this.addParticipants(people)
  }

  /** Who may do an open task from now on. */
  setCandidates(taskId: string, candidates: string[]): void {
    this.next.tasks = this.next.tasks.map((task) => (task.id === taskId ? { ...task, candidates } : task))
    this.addParticipants(candidates)
  }

  closeTask(engineTaskId: string): LiveTask | undefined {
    const task = this.next.tasks.find((one) => one.engineTaskId === engineTaskId)
    this.next.tasks = this.next.tasks.filter((one) => one !== task)
    return task
  }

  addParticipants(people: string[]): void {
    const added = [...new Set(people)].filter((person) => !this.next.participants.includes(person))
    if (added.length > 0) this.next.participants = [...this.next.participants, ...added]
  }

  /** Everything that differs between `before` and `next`, for `apply_steps`. */
  change(directory: number): StepChange {
    const { before, next } = this
    const isNew = this.start !== undefined
    const isRearmed =
      isNew || next.armedAt !== before.armedAt || !isDeepStrictEqual(next.timers, before.timers)
    const isOpen = (id: string) => next.tasks.some((task) => task.id === id)
    const made = next.tasks.filter((task) => !before.tasks.some(({ id }) => id === task.id))
    const reseated = next.tasks.flatMap((task) => {
      const was = before.tasks.find(({ id }) => id === task.id)?.candidates
      return was && was !== task.candidates ? { task, was } : []
    })
    const joined = next.participants.filter((person) => !before.participants.includes(person))
    const newRecords = next.records.filter((record) => !before.records.some(({ id }) => id === record.id))
    // Nothing is spread into it: what stands behind a spread in so long a literal is put in field by field.
    return {
      id: next.id,
      version: before.version,
      at: this.at,
      directory,
      status: next.status,
      title: isNew || next.title !== before.title ? next.title : undefined,
      level: isNew || next.level !== before.level ? next.level : undefined,
      timers: isRearmed ? next.timers : undefined,
      armedAt: isRearmed ? next.armedAt : undefined,
      state: stateOf(next),
      entries: this.allEntries(),
      commands: this.commands,
      numbers: this.numbers,
      done: this.done,
      takenBack: this.takenBack,
      start: this.start,
      cancelled: before.tasks.flatMap(({ id }) =>
        isOpen(id) || id === this.done?.id || this.timedOut.has(id) ? [] : id,
      ),
      timedOut: [...this.timedOut].map(([id, decided]) => ({ id, ...decided })),
      tasks: made.map((task) => ({
        ...task,
        createdAt: undefined,
        documents: undefined,
        instance: next.id,
        at: this.at,
        formData: this.formData.get(task.id),
      })),
      candidates: reseated.flatMap(({ task, was }) =>
        task.candidates
          .filter((person) => !was.includes(person))
          .map((person) => ({ instance: next.id, task: task.id, person })),
      ),
      withdrawn: reseated.flatMap(({ task, was }) =>
        was
          .filter((person) => !task.candidates.includes(person))
          .map((person) => ({ task: task.id, person })),
      ),
      records: this.records,
      dues: duesOf(before, next),
      documents: documentsOf(this),
      participants: joined.map((person) => ({ instance: next.id, person })),
      basis: readersOfBasis(before, next, joined),
      readers: next.sourceId === undefined && !next.parent ? [] : joined,
      // Everybody with a part in the instance may read each of its records (need to know).
      grants: [
        ...newRecords.flatMap(({ id }) => next.participants.map((person) => ({ record: id, person }))),
        ...before.records.flatMap(({ id }) => joined.map((person) => ({ record: id, person }))),
      ],
      copies: this.copies,
      jobs: this.jobs,
      droppedJobs: this.droppedJobs,
      versions: this.versions,
    }
  }

  /** Everything that happened in the step, with the way that the tokens took. */
  private allEntries(): Entry[] {
    const { entered, completed, cancelled } = this.path
    const moved = entered.length + completed.length + cancelled.length > 0
    return moved ? [...this.entries, this.path] : this.entries
  }
}

/** Of what was put just now the moment stands in its row. */
function duesOf(before: LiveInstance, next: LiveInstance): StepChange['dues'] {
  return next.tasks.flatMap(({ id, dueAt, dueDate }) => {
    if (dueAt === undefined) return []
    const was = before.tasks.find((task) => task.id === id)
    const isWritten = was ? was.dueAt === dueAt : dueDate === undefined
    return isWritten ? [] : [{ task: id, dueAt, dueDate }]
  })
}

/** What tasks are about that may be about several records, where it is new or another than before, or was submitted. */
function documentsOf({ before, next, done, timedOut }: StepDraft): TaskDocuments[] {
  const versions = new Map(next.records.map(({ id, version }) => [id, version]))
  const changed = next.tasks.flatMap((task) => {
    const was = before.tasks.find(({ id }) => id === task.id)
    if (!task.documents || isDeepStrictEqual(task.documents, was?.documents)) return []
    const isDecided = task.recordVersion !== undefined
    return [
      {
        task: task.id,
        records: task.documents.map((id) => ({ id, ...(isDecided && { version: versions.get(id) }) })),
      },
    ]
  })
  const closed = before.tasks.flatMap(({ id, documents, recordVersion }) => {
    const isDone = id === done?.id
    if (!documents || !(isDone || timedOut.has(id))) return []
    // Who passes a form on has made no version of it.
    const isVersioned = recordVersion !== undefined || (isDone && done?.decision === 'submit')
    return isVersioned
      ? { task: id, records: documents.map((record) => ({ id: record, version: versions.get(record) })) }
      : []
  })
  return [...changed, ...closed]
}

function stateOf({ state }: LiveInstance): State {
  if (!state) throw new Error('The instance has not been started')
  return state
}
