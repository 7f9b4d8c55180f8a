import type { InstanceDetail, RecordDetail, RecordSummary, TaskDetail } from '@canmou/contract'
import type { Colleague, Department } from './department.ts'
import type { Kind } from './document-words.ts'
import { resolveData } from './quick-play.ts'
import type { ScenarioStep } from './scenarios.ts'

type Data = Record<string, unknown>

/** A document at the step that writes it, and what is to stand in it. */
export interface OpenDocument {
  kind: string
  author: Colleague
  task: TaskDetail
  /** `FILE:draft.pdf` is a file that is to be attached. */
  data: Data
}

/** A document that was submitted. */
export interface SubmittedDocument {
  kind: string
  author: Colleague
  recordId: string
  data: Data
  /** 1 where the process ended with the document: nobody can take it back any more. */
  version: number
}

export interface Watcher {
  /** Fills it in and submits it. */
  write: (document: OpenDocument) => Promise<void>
  /** Goes on with it after it came back, and submits it once more. */
  rewrite: (document: OpenDocument) => Promise<void>
  read: (document: SubmittedDocument) => Promise<void>
}

/**
 * The steps of a process over HTTP, for whoever wants to look at each document at its step: the first of each kind is
 * written by the watcher, taken back by its author, changed and submitted once more.
 */
export class DocumentWalk {
  private readonly department: Department
  private readonly watcher: Watcher
  /** What other processes made, for `@MRP` in the data. */
  private made: RecordSummary[] = []
  /** Kinds that were looked at. */
  readonly seen = new Set<string>()
  private id = ''

  constructor(department: Department, watcher: Watcher) {
    this.department = department
    this.watcher = watcher
  }

  async start(by: string, process: string, data?: Data): Promise<void> {
    const { ask } = await this.department.colleague(by)
    const { id } = await ask<InstanceDetail>('POST', '/api/instances', { process, ...(data && { data }) })
    this.id = id
  }

  /** Goes on in the process that this one has handed over to. */
  async goOn(process: string, by: string): Promise<void> {
    const { ask } = await this.department.colleague(by)
    for (let tries = 0; tries < 100; tries += 1) {
      const { chain, records } = await this.instance(by)
      const next = chain.find(({ distance, instance }) => distance > 0 && instance.processId === process)
      if (next) {
        this.made.push(...records)
        this.id = (await ask<InstanceDetail>('GET', `/api/instances/${next.instance.id}`)).id
        return
      }
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    throw new Error(`Nothing was handed over to ${process} within 20 seconds`)
  }

  /** The newest document of a kind that earlier processes made. */
  newest(kind: string): RecordSummary | undefined {
    return this.made.findLast((record) => record.kind === kind)
  }

  async play(steps: readonly ScenarioStep[]): Promise<void> {
    for (const step of steps) {
      await this.act(step).catch((cause: unknown) => {
        throw new Error(`${step.by} ${step.verb} ${step.task}`, { cause })
      })
    }
  }

  private async act({ task: elementId, by, verb, data, opinion }: ScenarioStep): Promise<void> {
    const author = await this.department.colleague(by)
    const task = await this.openTask(author, elementId)
    const made = [...this.made, ...(await this.instance(by)).records]
    const kind = task.record?.kind
    if (verb === 'submit' && task.mode === 'form' && kind && !task.stepForm && !this.seen.has(kind)) {
      this.seen.add(kind)
      const whole = await resolveData(this.department, by, withFiles(data ?? {}), made)
      await this.twice({ kind, author, task, data: whole })
      return
    }
    const filled = data && (await resolveData(this.department, by, data, made, task.record?.id))
    await author.ask('POST', `/api/tasks/${task.id}/${verb}`, {
      ...(filled && { data: filled }),
      ...(opinion !== undefined && { opinion }),
    })
  }

  private async twice(document: OpenDocument): Promise<void> {
    const { kind, author, task } = document
    if (!task.record) throw new Error(`${task.name} writes no document`)
    const { id } = task.record
    await this.watcher.write(document)
    const { data: first } = await author.ask<RecordDetail>('GET', `/api/records/${id}`)
    const again = await this.takenBack(author, task)
    if (again)
      await this.watcher.rewrite({
        ...document,
        task: again,
        data: await this.secondVersion(document, first),
      })
    const { version, data } = await author.ask<RecordDetail>('GET', `/api/records/${id}`)
    await this.watcher.read({ kind, author, recordId: id, version, data })
  }

  /** The document with one of the texts that its author wrote gone on with. */
  private async secondVersion({ kind, author }: OpenDocument, data: Data): Promise<Data> {
    const { ask, username } = author
    const { schema } = await ask<Kind>('GET', `/api/kinds/${kind}`)
    const own = Object.entries(data).filter(([name]) => schema.properties[name]?.readOnly !== true)
    return {
      ...goneOnWith(Object.fromEntries(own)),
      ...(await resolveData(this.department, username, reasons[kind] ?? {}, [])),
    }
  }

  /** The step once more, where its author may still take it back. */
  private async takenBack(author: Colleague, { id, elementId }: TaskDetail): Promise<TaskDetail | undefined> {
    const { status } = await this.instance(author.username)
    if (status !== 'running') return undefined
    const back = await author.context.request.post(`/api/tasks/${id}/takeBack`, { data: {} })
    // It may have taken effect with its submission.
    if (back.status() === 409) return undefined
    if (!back.ok()) throw new Error(await back.text())
    return this.openTask(author, elementId)
  }

  private async openTask({ username, ask }: Colleague, elementId: string): Promise<TaskDetail> {
    const { tasks } = await this.instance(username)
    const found = tasks.find(
      (task) =>
        task.state === 'open' &&
        task.elementId === elementId &&
        task.holders.some((holder) => holder.username === username),
    )
    if (!found) throw new Error(`${username} has no open ${elementId}`)
    return ask('GET', `/api/tasks/${found.id}`)
  }

  private async instance(by: string): Promise<InstanceDetail> {
    const { ask } = await this.department.colleague(by)
    return ask('GET', `/api/instances/${this.id}`)
  }
}

/** Files are attached in the page: only their names are known before. */
const withFiles = (data: Data): Data =>
  JSON.parse(JSON.stringify(data).replaceAll('"@FILE:', '"FILE:')) as Data

/** What stands in the second version and not in the first. */
export const addition = '（第二版补充）'

/** What some documents want to know from their second version on, or have no text for before. */
const reasons: Record<string, Data> = {
  MPG: { completionNote: '补充一项。' },
  PTP: { revisionReason: '补充一项。' },
  PMT: { draftFiles: [`FILE:版式调整${addition}.pdf`] },
}

/** The data with the first text gone on with. */
function goneOnWith(data: Data): Data {
  let isDone = false
  const changed = (value: unknown): unknown => {
    if (isDone) return value
    if (typeof value === 'string' && /\p{Script=Han}/u.test(value)) {
      isDone = true
      return `${value}${addition}`
    }
    if (Array.isArray(value)) return value.map(changed)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, changed(member)]))
  }
  return changed(data) as Data
}
