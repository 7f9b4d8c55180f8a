import type { RecordDetail } from '@canmou/contract'
import { beforeAll } from 'vitest'
import type { Catalogue, RecordKind } from '../../src/catalogue/catalogue.ts'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { useApp, type TestApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from '../records/make-record.ts'
import { completePlan } from '../records/plan.ts'
import { attachFiles } from '../scenarios/attach-files.ts'
import { Work } from './approval.ts'
import { fields } from './field-access.ts'
import { installSteps } from './steps-in-a-row.ts'
import { variablesOf } from './variables-of.ts'

/** The research plan with two more fields for files, so that one of them can be hidden. */
async function withFiles(): Promise<Catalogue> {
  const found = await loadCatalogue(catalogueFolder)
  const { schema, view } = found.kinds.get('MRP') as RecordKind
  const files = { type: 'array', items: { type: 'string', format: 'file-ref' } }
  Object.assign(schema.properties ?? {}, { sources: files, samples: files })
  const label = (text: string) => ({ label: { 'zh-CN': text, 'zh-TW': text, en: text } })
  Object.assign(view.fields, { sources: label('底稿'), samples: label('样本') })
  return found
}

export const author = 'marketManager'
export const reviewer = 'productMarketingManager'
export const filler = 'businessUnitManager'

const steps = [
  {
    id: 'write',
    by: author,
    form: 'MRP',
    canmou: fields({ regions: 'hidden', expectedOutput: 'read', method: 'read' }),
    outputs: { MRP_id: '=recordId' },
  },
  {
    id: 'decide',
    by: reviewer,
    properties: { record: 'MRP' },
    canmou: fields({
      budgetItems: 'hidden',
      products: 'hidden',
      sources: 'hidden',
      method: 'write',
      keyAccountManagers: 'write',
    }),
    outputs: { method: '=method' },
  },
  {
    id: 'fill',
    by: filler,
    properties: { record: 'MRP' },
    canmou: fields(
      { regions: 'write', researchType: 'read', period: 'read' },
      'decision="none" otherFields="hidden"',
    ),
  },
  { id: 'read', by: author, properties: { record: 'MRP' } },
]

/** What the first step's document begins with: fields that its holder does not see, or only reads. */
export const known = { regions: '滇缅沿线', expectedOutput: '报告一份', method: '问卷与访谈' }
/** What its holder writes. */
const { method: _, ...rest } = completePlan()
export const typed = rest

export interface Answer {
  status: number
  body: { code?: string; message?: string; details?: { path: string }[] } & Record<string, unknown>
  text: string
}

/** Plans in a process whose steps show and lock fields, over HTTP. */
export class RightsDesk {
  readonly app: TestApp
  readonly work: Work
  process = ''
  product = ''

  constructor(app: TestApp) {
    this.app = app
    this.work = new Work(app)
  }

  async send(by: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<Answer> {
    const answer = await this.app.as(by)({ method, url, ...(payload && { payload }) })
    return { status: answer.statusCode, body: answer.json(), text: answer.body }
  }

  async begin(): Promise<string> {
    return (await this.work.start(author, this.process, known)).id
  }

  async taskOf(by: string, id: string, step: string): Promise<string> {
    return (await this.work.openTask(by, id, step)).id
  }

  /** Up to the decision; the plan has a product, a hidden file and a shown one. */
  async beforeDecision(): Promise<string> {
    const id = await this.begin()
    const data = await attachFiles(this.app, await this.taskOf(author, id, 'write'), author, {
      ...typed,
      products: [this.product],
      sources: ['@FILE:secret.pdf'],
      samples: ['@FILE:sample.pdf'],
    })
    await this.work.act(author, id, 'write', 'submit', { data })
    return id
  }

  async act(by: string, id: string, step: string, verb: string, payload: object = {}): Promise<Answer> {
    return this.send(by, 'POST', `/api/tasks/${await this.taskOf(by, id, step)}/${verb}`, payload)
  }

  /** The plan on its own page. */
  async planOf(id: string): Promise<RecordDetail> {
    const { records } = await this.work.instance(author, id)
    const { body } = await this.send(author, 'GET', `/api/records/${records[0]?.id ?? ''}`)
    return body as unknown as RecordDetail
  }

  async storedDraft(id: string): Promise<Record<string, unknown> | undefined> {
    const row = await this.app.database.asSystem((tx) =>
      tx.first<{ data: Record<string, unknown> }>(
        'select d.data from record_drafts d join records r on r.id = d.record_id where r.instance_id = $1',
        [id],
      ),
    )
    return row?.data
  }

  variablesOf(id: string): Promise<Record<string, unknown>> {
    return variablesOf(this.app.database, id)
  }
}

const catalogue = await withFiles()

/** A server with that process in effect, for the test file that calls this at its top. */
export function useRightsDesk(): RightsDesk {
  const desk = new RightsDesk(useApp({ catalogue }))
  beforeAll(async () => {
    desk.process = await installSteps(desk.app, steps)
    desk.product = await makeRecord(desk.app.database, catalogue, {
      kind: 'PRD',
      title: '保密样机',
      ownerId: desk.app.idOf(author),
      isShared: true,
    })
  })
  return desk
}
