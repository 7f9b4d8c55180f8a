import type { InstanceDetail, ProcessDetail, RecordSummary } from '@canmou/contract'
import type { Department } from './department.ts'
import { Desk } from './desk.ts'
import { openTaskOf, saveDraft } from './open-task.ts'
import { resolveData } from './quick-play.ts'
import type { ScenarioStep } from './scenarios.ts'
import { waitFor } from './wait-for.ts'

/** A process as the department works through it, each at a desk of his own, and the processes that it hands over to. */
export class Journey {
  private readonly department: Department
  private readonly desks = new Map<string, Promise<Desk>>()
  private names = new Map<string, string>()
  /** What the processes before have made, for `@MRP` in the data. */
  private readonly made: RecordSummary[] = []
  id = ''
  private number = ''

  constructor(department: Department) {
    this.department = department
  }

  /** Documents from elsewhere, for `@MRR` in the data. */
  knows(records: readonly RecordSummary[]): void {
    this.made.push(...records)
  }

  /** Begins a process over HTTP. */
  async start(by: string, process: string, data?: Record<string, unknown>): Promise<void> {
    const { ask } = await this.department.colleague(by)
    await this.take(await ask('POST', '/api/instances', { process, ...(data && { data }) }), by)
  }

  /** Goes on in the instance that this one has handed over to, as somebody who sees both finds it. */
  async goOn(process: string, by = 'generalManager'): Promise<void> {
    const { ask } = await this.department.colleague(by)
    const next = async () => {
      const { chain } = await ask<InstanceDetail>('GET', `/api/instances/${this.id}`)
      return chain.find(({ distance, instance }) => distance > 0 && instance.processId === process)?.instance
        .id
    }
    const id = await waitFor(next)
    this.made.push(...(await this.instance(by)).records)
    await this.take(await ask('GET', `/api/instances/${id}`), by)
  }

  async play(steps: readonly ScenarioStep[]): Promise<void> {
    for (const [index, step] of steps.entries()) {
      await this.act(step).catch((cause: unknown) => {
        throw new Error(`step ${index + 1}: ${step.by} ${step.verb} ${step.task}`, { cause })
      })
    }
  }

  async instance(by: string): Promise<InstanceDetail> {
    const { ask } = await this.department.colleague(by)
    return ask('GET', `/api/instances/${this.id}`)
  }

  async deskOf(username: string): Promise<Desk> {
    const known = this.desks.get(username)
    if (known) return known
    const desk = this.department.arrive(username).then((colleague) => new Desk(colleague))
    this.desks.set(username, desk)
    return desk
  }

  /** Opens somebody's task from his list. */
  async open(by: string, elementId: string): Promise<Desk> {
    const desk = await this.deskOf(by)
    await desk.openTask(this.number, this.names.get(elementId) ?? elementId)
    return desk
  }

  async close(): Promise<void> {
    for (const { colleague } of await Promise.all(this.desks.values())) this.department.leave(colleague)
  }

  private async take({ id, number, processId }: InstanceDetail, by: string): Promise<void> {
    const { ask } = await this.department.colleague(by)
    const { steps } = await ask<ProcessDetail>('GET', `/api/processes/${processId}`)
    this.names = new Map(steps.map(({ elementId, name }) => [elementId, name]))
    this.id = id
    this.number = number
  }

  /**
   * Documents and decisions by the buttons; a document's text is saved as its draft before. The few fields of a step without
   * a document go along with the verb over HTTP.
   */
  private async act({ task, by, verb, data, opinion }: ScenarioStep): Promise<void> {
    const colleague = await this.department.colleague(by)
    const open = await openTaskOf(colleague, this.id, task)
    const made = [...this.made, ...(await this.instance(by)).records]
    const filled = data && (await resolveData(this.department, by, data, made, open.record?.id))
    const isDocument = open.mode === 'form' && open.record !== undefined && !open.stepForm
    if (verb === 'submit' && !isDocument) {
      await colleague.ask('POST', `/api/tasks/${open.id}/submit`, {
        ...(filled && { data: filled }),
        ...(opinion !== undefined && { opinion }),
      })
      return
    }
    if (filled && !isDocument) {
      await colleague.ask('POST', `/api/tasks/${open.id}/${verb}`, {
        data: filled,
        ...(opinion !== undefined && { opinion }),
      })
      return
    }
    if (isDocument) {
      await saveDraft(colleague, open, filled ?? {})
      await (await this.open(by, task)).submit()
      return
    }
    const desk = await this.open(by, task)
    const label = open.verbs.find((one) => one.verb === verb)?.label ?? verb
    await desk.decide(label, { opinion, isRefusal: verb === 'reject' })
  }
}
