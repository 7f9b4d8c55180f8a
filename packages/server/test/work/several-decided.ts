import type { TaskDetail, TaskDocument, TaskVerb } from '@canmou/contract'
import { beforeAll } from 'vitest'
import { useApp, type TestApp } from '../app.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'
import { installSteps, type DrawnStep, type Row } from './steps-in-a-row.ts'
import { variablesOf } from './variables-of.ts'

export const author = 'marketManager'
export const decider = 'technicalDirector'
export const reviewer = 'productMarketingManager'

/** Several research plans, submitted together. */
const written: DrawnStep = {
  id: 'write',
  by: author,
  form: 'MRP',
  properties: { many: 'true' },
  outputs: { MRP_ids: '=records.recordId' },
}

/** A step about all of them; what else its drawing says. */
export const onAll = (step: Pick<DrawnStep, 'id' | 'by'> & Partial<DrawnStep>): DrawnStep => ({
  ...step,
  properties: { record: 'MRP', recordVariable: 'MRP_ids', ...step.properties },
})

export interface Answer {
  status: number
  body: {
    code?: string
    message?: string
    details?: { path: string; document?: { id: string; place: number } }[]
  }
}

/** A step with several documents before whoever decides on them, over HTTP. */
export class SeveralDesk {
  readonly app: TestApp
  readonly work: Work
  process = ''

  constructor(app: TestApp) {
    this.app = app
    this.work = new Work(app)
  }

  /** A run in which so many plans are submitted. */
  async begin(count = 2): Promise<string> {
    const { id } = await this.work.start(author, this.process)
    await this.submit(id, 'write', count)
    return id
  }

  /** Fills them all in, and submits them. */
  async submit(id: string, step: string, count = 2): Promise<void> {
    const { id: taskId } = await this.work.openTask(author, id, step)
    await this.work.fillDocuments(
      author,
      taskId,
      Array.from({ length: count }, () => completePlan()),
    )
    await this.work.act(author, id, step, 'submit')
  }

  async page(by: string, id: string, step: string, document?: string): Promise<TaskDetail> {
    const { id: taskId } = await this.work.openTask(by, id, step)
    const url = `/api/tasks/${taskId}${document === undefined ? '' : `?document=${document}`}`
    return (await this.app.as(by)({ url })).json<TaskDetail>()
  }

  async documents(by: string, id: string, step: string): Promise<TaskDocument[]> {
    return (await this.page(by, id, step)).documents ?? []
  }

  variablesOf(id: string): Promise<Record<string, unknown>> {
    return variablesOf(this.app.database, id)
  }

  async act(by: string, id: string, step: string, verb: TaskVerb, payload: object = {}): Promise<Answer> {
    const { id: taskId } = await this.work.openTask(by, id, step)
    const answer = await this.app.as(by)({ method: 'POST', url: `/api/tasks/${taskId}/${verb}`, payload })
    return { status: answer.statusCode, body: answer.json() }
  }
}

/** A server with such a process in effect: the plans are written, then come `after`. For the test file that calls this at its top. */
export function useSeveralDesk(after: Row): SeveralDesk {
  const desk = new SeveralDesk(useApp())
  beforeAll(async () => {
    desk.process = await installSteps(desk.app, [written, ...after])
  })
  return desk
}
