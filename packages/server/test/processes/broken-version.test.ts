import type { BoxItem, Failure, InstanceDetail, ProcessDetail } from '@canmou/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { signIn, useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { Work } from '../work/approval.ts'
import { installSteps } from '../work/steps-in-a-row.ts'

// A drawing that cannot run, put straight into the database: nobody could have handed it in, but an older program could have
// taken what a newer one refuses.
const app = useApp()
const work = new Work(app)
const by = 'marketManager'
const logged: string[] = []
let server: Awaited<ReturnType<typeof buildApp>>
let cookie = ''
let [broken, other] = ['', '']
let running = ''

beforeAll(async () => {
  broken = await installSteps(app, [{ id: 'brokenStep', by }])
  other = await installSteps(app, [{ id: 'otherStep', by }])
  running = (await work.start(by, broken)).id
  await app.database.asSystem((tx) =>
    tx.execute(
      `update process_versions set xml = replace(xml, 'targetRef="brokenStep"', 'targetRef="nowhere"') where process_id = $1`,
      [broken],
    ),
  )
  const catalogue = await loadCatalogue(catalogueFolder)
  // One that has not met the version yet, and does the jobs.
  server = await buildApp({
    database: app.database,
    catalogue,
    filesDir: app.filesDir,
    runJobs: true,
    logger: { level: 'error', stream: { write: (line: string) => void logged.push(line) } },
  })
  await server.ready()
  cookie = await signIn(server, by)
})
afterAll(() => server.close())

const send = async (method: 'GET' | 'POST', url: string, payload?: object, language = 'zh-CN') => {
  const headers = { cookie, 'accept-language': language }
  const answer = await server.inject({ method, url, headers, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json<Failure & Record<string, unknown>>() }
}

describe('a version in effect whose drawing cannot run', () => {
  it('hurts no other process: each is started, by hand and by a message', async () => {
    expect((await send('POST', '/api/instances', { process: other })).status).toBe(201)
    const data = { department: 'production', requirement: '加严来料检验。', due: '2027-01-31' }
    const admin = await signIn(server, 'processAdmin')
    await server.inject({
      method: 'POST',
      url: '/api/messages',
      headers: { cookie: admin },
      payload: { name: 'QI-001.start', correlationKey: 'broken', data },
    })
    const begun = () =>
      app.database.asSystem((tx) => tx.query(`select from instances where process_id = 'QI-001'`))
    await expect.poll(begun, { timeout: 10_000 }).toHaveLength(1)
  })

  it('is refused by its own code with the element, and stands in the log once', async () => {
    for (let times = 0; times < 2; times++) {
      const { status, body } = await send('POST', '/api/instances', { process: broken })
      expect([status, body]).toMatchObject([
        409,
        {
          code: 'PROCESS_BROKEN',
          message: `流程 ${broken} 第 1 版的流程图有错误，不能运行，请联系流程管理员`,
        },
      ])
      expect(body.details?.[0]).toMatchObject({
        keyword: 'DANGLING_REFERENCE',
        elementId: 'start_brokenStep',
      })
      expect(body.details?.[0]?.message).toMatch(/^引用了不存在的元素：/)
    }
    const lines = logged.filter((line) => line.includes('cannot run'))
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ processId: broken, version: 1 }])
  })

  it('leaves the lists whole that a run of it is on, and its own pages say why they are not shown', async () => {
    const { body } = await send('GET', '/api/tasks')
    const items = body['items'] as BoxItem[]
    const names = items.map(({ task }) => task?.elementId)
    expect(names).toEqual(expect.arrayContaining(['brokenStep', 'otherStep']))
    const task = items.find(({ instance }) => instance.id === running)?.task
    for (const url of [`/api/tasks/${task?.id}`, `/api/instances/${running}`, `/api/processes/${broken}`])
      expect(await send('GET', url)).toMatchObject({ status: 409, body: { code: 'PROCESS_BROKEN' } })
    const approve = await send('POST', `/api/tasks/${task?.id}/approve`, {})
    expect(approve).toMatchObject({ status: 409, body: { code: 'PROCESS_BROKEN' } })
    const admin = await signIn(server, 'processAdmin')
    const tasks = await server.inject({
      url: `/api/organization/people/${app.idOf(by)}/open-tasks`,
      headers: { cookie: admin },
    })
    expect(tasks.statusCode).toBe(200)
  })

  it('goes on where it was once it is mended', async () => {
    const checked = await server.inject({
      method: 'POST',
      url: `/api/processes/${broken}/check`,
      headers: { cookie: await signIn(server, 'processAdmin') },
      payload: { xml: (await send('GET', `/api/processes/${other}`)).body['xml'] as ProcessDetail['xml'] },
    })
    expect(checked.statusCode).toBe(200)
    await app.database.asSystem((tx) =>
      tx.execute(
        `update process_versions set xml = replace(xml, 'targetRef="nowhere"', 'targetRef="brokenStep"') where process_id = $1`,
        [broken],
      ),
    )
    const { tasks } = (await send('GET', `/api/instances/${running}`)).body as unknown as InstanceDetail
    expect(await send('POST', `/api/tasks/${tasks[0]?.id}/approve`, {})).toMatchObject({ status: 200 })
  })
})
