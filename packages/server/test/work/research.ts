import type { TaskDetail, TaskDocument } from '@canmou/contract'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import type { TestApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from '../records/make-record.ts'
import { Work } from './approval.ts'

type Data = Record<string, unknown>

/** SC-002 at the step where each key account manager fills in his sheets (domain.md 002-3), which may be several. */
export class Research {
  readonly app: TestApp
  readonly work: Work
  readonly by = 'keyAccountManager1'
  private plan: string | undefined

  constructor(app: TestApp) {
    this.app = app
    this.work = new Work(app)
  }

  /** Begins one; gives its id. */
  async begin(managers = [this.by]): Promise<string> {
    const planNo = await this.planNo()
    const { id } = await this.work.start('marketManager', 'SC-002')
    const questions = [{ no: 1, text: '使用哪些产品?', type: 'text', required: true }]
    await this.work.act('marketManager', id, 'SC002_prepareMaterials', 'submit', {
      data: { planNo, target: '设备主管', questions },
    })
    const assignments = managers.map((keyAccountManager) => ({
      keyAccountManager,
      region: '华东',
      content: '走访设备部门。',
      dueDate: '2026-12-19',
    }))
    await this.work.act('keyAccountDeptManager', id, 'SC002_assignResearch', 'submit', {
      data: { planNo, assignments, needTraining: false },
    })
    return id
  }

  /** An approved plan, from which the research starts. */
  async planNo(): Promise<string> {
    const catalogue = await loadCatalogue(catalogueFolder)
    this.plan ??= await makeRecord(this.app.database, catalogue, { ownerId: this.app.idOf('marketManager') })
    return this.plan
  }

  async sheet(over: Data = {}): Promise<Data> {
    return {
      planNo: await this.planNo(),
      collector: this.by,
      collectDate: '2026-12-10',
      infoCategory: 'customerNeed',
      customerNeed: '希望缩短交付周期。',
      source: '客户走访',
      ...over,
    }
  }

  async step(id: string, elementId = 'SC002_doResearch', by = this.by): Promise<TaskDetail> {
    return this.work.task(by, (await this.work.openTask(by, id, elementId)).id)
  }

  async documents(taskId: string, by = this.by): Promise<TaskDocument[]> {
    return (await this.work.task(by, taskId)).documents ?? []
  }

  /** Fills in as many sheets as there are contents, each into a draft of its own. Gives the task. */
  async fill(id: string, contents: Data[], elementId = 'SC002_doResearch', by = this.by): Promise<string> {
    const task = await this.work.openTask(by, id, elementId)
    await this.work.fillDocuments(by, task.id, contents)
    return task.id
  }

  send(by: string, method: 'POST' | 'DELETE' | 'PUT' | 'GET', url: string, payload?: Data, key?: string) {
    return this.app.as(by)({
      method,
      url,
      ...(payload && { payload }),
      ...(key !== undefined && { headers: { 'idempotency-key': key } }),
    })
  }

  submit(taskId: string, payload: Data = {}, by = this.by) {
    return this.send(by, 'POST', `/api/tasks/${taskId}/submit`, payload)
  }

  add(taskId: string, by = this.by, key?: string) {
    return this.send(by, 'POST', `/api/tasks/${taskId}/documents`, undefined, key)
  }

  remove(taskId: string, recordId: string, by = this.by) {
    return this.send(by, 'DELETE', `/api/tasks/${taskId}/documents/${recordId}`)
  }
}
