import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import type { InstanceDetail, ProcessDetail, RecordDetail, RecordSummary } from '@canmou/contract'
import { buildApp } from '../../src/app.ts'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { installCatalogue } from '../../src/install-catalogue.ts'
import { signIn } from '../app.ts'
import { useDatabase } from '../database.ts'
import { testPassword } from '../demo.ts'
import { catalogueFolder } from '../folders.ts'

/** The example of the chapter in docs/guide that says how to add a process and a document. */
const example = path.join(catalogueFolder, '../docs/guide/example-catalogue')

const handle = useDatabase()
let folder = ''
let app: FastifyInstance | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'canmou-own-'))
  const catalogue = await loadCatalogue(catalogueFolder, example)
  await installCatalogue(handle.database, catalogue, testPassword)
  app = await buildApp({ database: handle.database, catalogue, filesDir: path.join(folder, 'files') })
  await app.ready()
})
afterAll(async () => {
  await app?.close()
  await rm(folder, { recursive: true, force: true })
})

async function send<Body>(
  by: string,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
): Promise<Body & { code?: string }> {
  if (!app) throw new Error('The test server is there from beforeAll on')
  const cookie = await signIn(app, by)
  const answer = await app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) })
  return answer.json()
}

async function act(
  by: string,
  instance: string,
  step: string,
  verb: string,
  body: object = {},
): Promise<void> {
  const { tasks } = await send<InstanceDetail>(by, 'GET', `/api/instances/${instance}`)
  const task = tasks.find(
    ({ elementId, state, holders }) =>
      elementId === step && state === 'open' && holders.some(({ username }) => username === by),
  )
  const answer = await send<object>(by, 'POST', `/api/tasks/${task?.id ?? step}/${verb}`, body)
  expect(answer.code).toBeUndefined()
}

const managers = [
  'generalManager',
  'technicalDirector',
  'keyAccountDeptManager',
  'projectDeptManager',
  'productMarketingManager',
]

describe('a process and a document of the installation’s own (docs/guide/new-process.md)', () => {
  it('are there as a draft that nobody can start', async () => {
    const process = await send<ProcessDetail>('processAdmin', 'GET', '/api/processes/SC-011')
    expect(process).toMatchObject({ name: '展品借用流程', status: 'draft', startable: false })
    expect(await send('keyAccountManager1', 'POST', '/api/instances', { process: 'SC-011' })).toMatchObject({
      code: 'PROCESS_NOT_IN_EFFECT',
    })
  })

  it('run once the five managers have signed, from the form to the document in effect', async () => {
    const review = await send<{ instanceId: string }>(
      'processAdmin',
      'POST',
      '/api/processes/SC-011/versions/1/review',
    )
    await act('processAdmin', review.instanceId, 'GOV001_submitVersion', 'submit', {
      data: { changeNote: '新流程。', reason: '展品借用要有登记。' },
    })
    for (const by of managers) await act(by, review.instanceId, 'GOV001_jointReview', 'approve')

    const started = await send<InstanceDetail>('keyAccountManager1', 'POST', '/api/instances', {
      process: 'SC-011',
    })
    const { items } = await send<{ items: RecordSummary[] }>(
      'keyAccountManager1',
      'GET',
      '/api/records?kind=PRD',
    )
    await act('keyAccountManager1', started.id, 'SC011_request', 'submit', {
      data: {
        product: items[0]?.id,
        purpose: '行业展会',
        period: { start: '2026-12-01', end: '2026-12-05' },
        quantity: 2,
      },
    })
    await act('marketManager', started.id, 'SC011_approve', 'approve', { opinion: '同意，按期归还。' })
    const ended = await send<InstanceDetail>('keyAccountManager1', 'GET', `/api/instances/${started.id}`)
    expect(ended.status).toBe('completed')
    const record = await send<RecordDetail>(
      'keyAccountManager1',
      'GET',
      `/api/records/${ended.records[0]?.id ?? ''}`,
    )
    expect(record).toMatchObject({ kind: 'EXL', kindName: '展品借用单', status: 'inEffect', version: 1 })
    expect(record.number).toMatch(/^EXL-\d{6}-0001$/)
    expect(record.data['decision']).toBe('同意，按期归还。')
  })

  it('stays as it was signed when the server starts again', async () => {
    const catalogue = await loadCatalogue(catalogueFolder, example)
    await installCatalogue(handle.database, catalogue, testPassword)
    expect(await send<ProcessDetail>('processAdmin', 'GET', '/api/processes/SC-011')).toMatchObject({
      version: 1,
      status: 'inEffect',
    })
  })
})

describe('an own catalogue with mistakes', () => {
  /** A copy of the example with one file changed. */
  async function changed(file: string, change: (text: string) => string): Promise<string> {
    const copy = await mkdtemp(path.join(folder, 'copy-'))
    await cp(example, copy, { recursive: true })
    await writeFile(path.join(copy, file), change(await readFile(path.join(copy, file), 'utf8')))
    return copy
  }
  const load = (own: string) => loadCatalogue(catalogueFolder, own)

  it('is refused with the file and the place', async () => {
    const own = await changed('records/EXL-exhibit-loan/view.json', (text) =>
      text.replace('"document"', '"paper"'),
    )
    await expect(load(own)).rejects.toThrow(/records\/EXL-exhibit-loan\/view\.json\/type/)
  })
  it('takes the place of nothing that is shipped', async () => {
    const own = await changed('records/EXL-exhibit-loan/view.json', (text) => text.replace('"EXL"', '"MRP"'))
    await expect(load(own)).rejects.toThrow(/records\/EXL-exhibit-loan: there is MRP already/)
  })
  it('names the element of a drawing that cannot run', async () => {
    const own = await changed('processes/SC-011-exhibit-loan/process.bpmn', (text) =>
      text.replace('targetRef="SC011_end"', 'targetRef="SC011_nowhere"'),
    )
    await expect(installCatalogue(handle.database, await load(own), testPassword)).rejects.toThrow(/SC-011/)
  })
  it('names the step of a drawing whose fields there are not', async () => {
    const own = await changed('processes/SC-011-exhibit-loan/process.bpmn', (text) =>
      text.replace(
        '<canmou:task decision="none" />',
        '<canmou:task decision="none"><canmou:field name="purpse" access="hidden" /></canmou:task>',
      ),
    )
    await expect(installCatalogue(handle.database, await load(own), testPassword)).rejects.toThrow(
      /SC-011: SC011_request: .*has this field: purpse/,
    )
  })
  it('that is not there is told by its name', async () => {
    await expect(load(path.join(folder, 'none'))).rejects.toThrow(/none: there is no such folder/)
  })
})
