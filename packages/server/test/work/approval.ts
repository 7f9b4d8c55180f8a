import type { InstanceDetail, TaskActionDone, TaskDetail, TaskSummary, TaskVerb } from '@canmou/contract'
import type { Caller, TestApp } from '../app.ts'
import { completePlan } from '../records/plan.ts'

/** The department at work over HTTP, in the words of a scenario. */
export class Work {
  private readonly app: TestApp
  constructor(app: TestApp) {
    this.app = app
  }

  private async json<Answer>(by: string, options: Parameters<Caller>[0], status = 200): Promise<Answer> {
    const answer = await this.app.as(by)(options)
    if (answer.statusCode !== status)
      throw new Error(`${options.url as string}: ${answer.statusCode} ${answer.body}`)
    return answer.json<Answer>()
  }

  start(by: string, process: string, data?: Record<string, unknown>): Promise<InstanceDetail> {
    return this.json(
      by,
      { method: 'POST', url: '/api/instances', payload: { process, ...(data && { data }) } },
      201,
    )
  }

  instance(by: string, id: string): Promise<InstanceDetail> {
    return this.json(by, { method: 'GET', url: `/api/instances/${id}` })
  }

  task(by: string, id: string): Promise<TaskDetail> {
    return this.json(by, { method: 'GET', url: `/api/tasks/${id}` })
  }

  /** The open task of a step that the person may do. */
  async openTask(by: string, instanceId: string, elementId: string): Promise<TaskSummary> {
    const { tasks } = await this.instance(by, instanceId)
    const mine = tasks.find(
      (task) =>
        task.state === 'open' &&
        task.elementId === elementId &&
        // In another's place too: it then says in whose.
        (task.holders.some(({ username }) => username === by) || task.onBehalfOf !== undefined),
    )
    if (!mine)
      throw new Error(
        `${by} has no open ${elementId}: ${JSON.stringify(tasks.filter(({ state }) => state === 'open'))}`,
      )
    return mine
  }

  /** Writes each document of a step that may make several into a draft of its own, and adds those that are missing. */
  async fillDocuments(by: string, taskId: string, contents: Record<string, unknown>[]): Promise<void> {
    const url = `/api/tasks/${taskId}/documents`
    const { documents = [] } = await this.task(by, taskId)
    for (let count = documents.length; count < contents.length; count++)
      await this.json(by, { method: 'POST', url }, 201)
    const all = await this.task(by, taskId)
    for (const [index, { id, revision }] of (all.documents ?? []).entries()) {
      const payload = { data: contents[index], revision }
      await this.json(by, { method: 'PUT', url: `/api/records/${id}/draft`, payload })
    }
  }

  async act(
    by: string,
    instanceId: string,
    elementId: string,
    verb: TaskVerb,
    payload: Record<string, unknown> = {},
  ): Promise<TaskActionDone> {
    const { id } = await this.openTask(by, instanceId, elementId)
    return this.json(by, { method: 'POST', url: `/api/tasks/${id}/${verb}`, payload })
  }

  /** SC-001 up to its first review. */
  async planBeforeReview(researchType = 'routine'): Promise<string> {
    const { id } = await this.start('marketManager', 'SC-001')
    await this.act('marketManager', id, 'SC001_draftPlan', 'submit', {
      data: { ...completePlan(), researchType },
    })
    return id
  }

  /** SC-001 up to its joint signature. */
  async planBeforeSignature(researchType = 'routine'): Promise<string> {
    const id = await this.planBeforeReview(researchType)
    await this.act('productMarketingManager', id, 'SC001_reviewPlan', 'approve')
    await this.act('businessUnitManager', id, 'SC001_approveBudget', 'approve')
    return id
  }
}
