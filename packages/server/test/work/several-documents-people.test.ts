import type { Failure } from '@canmou/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { actOnTask } from '../../src/work/act-on-task.ts'
import { addDocument, removeDocument } from '../../src/work/change-documents.ts'
import { useApp } from '../app.ts'
import { makeRecord } from '../records/make-record.ts'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { catalogueFolder } from '../folders.ts'
import { Research } from './research.ts'
import { useTwoServers } from './two-servers.ts'

// Several people, windows and servers at one step with several documents (domain.md 002-4a, 007-5).
const app = useApp()
const research = new Research(app)
const { work } = research
const servers = useTwoServers(app)
const own = 'SC002_ownResearch'
const first = 'marketManager'
/** Holds the position of the 市场经理 too. */
const colleague = 'adminAssistant'
const substitute = 'technicalDirector'

beforeAll(async () => {
  await app.database.asSystem((tx) =>
    tx.execute(
      `insert into position_assignments (id, person_id, position_id, valid_from)
       values (gen_random_uuid(), $1, 'marketManager', current_date - 1)`,
      [app.idOf(colleague)],
    ),
  )
  await app.database.as(app.idOf(colleague), (tx) =>
    tx.execute(
      `insert into substitutions (id, person_id, substitute_id, valid_from, valid_to, created_by)
       values (gen_random_uuid(), $1, $2, now() - interval '1 day', now() + interval '1 day', $1)`,
      [app.idOf(colleague), app.idOf(substitute)],
    ),
  )
})

describe('a position that several people hold', () => {
  it('writes its documents together: what one adds the others see, change and submit', async () => {
    const id = await research.begin()
    const { id: taskId } = await work.openTask(first, id, own)
    const added = (await research.add(taskId, first)).json<{ id: string }>()
    const sheet = await research.sheet({ collector: colleague })
    for (const [who, revision] of [
      [colleague, 1],
      [substitute, 2],
    ] as const) {
      expect((await research.documents(taskId, who)).map((one) => one.id)).toContain(added.id)
      const url = `/api/records/${added.id}/draft`
      expect((await research.send(who, 'PUT', url, { data: sheet, revision })).statusCode).toBe(200)
    }
    await research.fill(id, [sheet, sheet], own, colleague)
    expect((await research.submit(taskId, {}, colleague)).statusCode).toBe(200)
    const done = await work.task(first, taskId)
    expect(done.documents).toMatchObject([{ version: 1 }, { version: 1 }])
  })

  it('has one added in his place by whoever stands in for him', async () => {
    const id = await research.begin()
    const { id: taskId } = await work.openTask(substitute, id, own)
    const added = (await research.add(taskId, substitute)).json<{ id: string }>()
    const detail = await research.send(substitute, 'GET', `/api/records/${added.id}`)
    expect(detail.json()).toMatchObject({ owner: { username: colleague }, data: { collector: colleague } })
  })

  it('keeps a draft from everybody else', async () => {
    const id = await research.begin()
    const { id: taskId } = await work.openTask(first, id, own)
    const added = (await research.add(taskId, first)).json<{ id: string }>()
    for (const who of ['generalManager', 'keyAccountDeptManager', research.by])
      expect((await research.send(who, 'GET', `/api/records/${added.id}`)).statusCode).toBe(404)
  })
})

describe('two servers in the same instant', () => {
  it('submit what the list says, or say that it has changed', { timeout: 120_000 }, async () => {
    const [one, two] = servers.all
    const actor = servers.actor(research.by)
    const outcomes = new Set<string>()
    for (let round = 0; round < 12; round++) {
      const id = await research.begin()
      const sheet = await research.sheet()
      const taskId = await research.fill(id, [sheet, sheet])
      const documents = (await research.documents(taskId)).map((document) => ({
        id: document.id,
        revision: document.revision ?? 0,
      }))
      await Promise.all(servers.all.map(({ instances }) => instances.get(id)))
      const change = (): Promise<unknown> =>
        round % 2 === 0
          ? addDocument(two, actor, taskId, undefined)
          : removeDocument(two, actor, taskId, documents[1]?.id ?? '')
      const submit = () => actOnTask(one, actor, taskId, { verb: 'submit', documents }, undefined)
      const inOrder = round % 4 < 2
      const settled = await Promise.allSettled(inOrder ? [change(), submit()] : [submit(), change()])
      const [changed, submitted] = inOrder ? settled : settled.toReversed()
      if (!changed || !submitted) throw new Error('two outcomes were expected')
      const code = (outcome: PromiseSettledResult<unknown>): string =>
        outcome.status === 'fulfilled' ? 'done' : ((outcome.reason as Failure).code ?? String(outcome.reason))
      outcomes.add(`${code(changed)} ${code(submitted)}`)
      const stored = await app.database.asSystem((tx) =>
        tx.query<{ version: number }>(
          `select r.version from task_documents d join records r on r.id = d.record_id where d.task_id = $1`,
          [taskId],
        ),
      )
      if (submitted.status === 'fulfilled') expect(stored.map(({ version }) => version)).toEqual([1, 1])
      else expect(stored.map(({ version }) => version).every((version) => version === 0)).toBe(true)
    }
    // Whoever came second is told so; never are both served.
    expect(['done DRAFT_OUTDATED', 'TASK_DONE done']).toEqual(expect.arrayContaining([...outcomes]))
  })

  it('give each document a number of its own, without a gap', { timeout: 60_000 }, async () => {
    const lanes = await Promise.all(
      servers.all.map(async (server) => {
        const id = await research.begin()
        const sheet = await research.sheet()
        return { server, taskId: await research.fill(id, [sheet, sheet, sheet]) }
      }),
    )
    const actor = servers.actor(research.by)
    await Promise.all(
      lanes.map(({ server, taskId }) => actOnTask(server, actor, taskId, { verb: 'submit' }, undefined)),
    )
    const numbers = await app.database.asSystem((tx) =>
      tx.query<{ serial: number }>(
        `select right(number, 4)::integer as serial from records where kind = 'MIC' and number is not null order by 1`,
      ),
    )
    expect(numbers.map(({ serial }) => serial)).toEqual(numbers.map((_, index) => index + 1))
  })
})

describe('a task that was open before the program knew of several documents', () => {
  it('may have others added', async () => {
    const id = await research.begin()
    const { id: taskId } = await work.openTask(research.by, id, 'SC002_doResearch')
    await forgetDocuments(taskId)
    const [, two] = servers.all
    const actor = servers.actor(research.by)
    expect(await work.task(research.by, taskId)).toMatchObject({ canAdd: true, documents: [{ version: 0 }] })
    await addDocument(two, actor, taskId, undefined)
    expect(await research.documents(taskId)).toHaveLength(2)
  })
})

describe('a step whose documents record what was done', () => {
  const executed = 'SC007_executeActivity'

  it('goes on with a new one after a revision, and opens the last ones where it is sent back', async () => {
    const id = await execution()
    const quiet = {
      recordDate: '2027-03-16',
      participants: [first],
      process: '布展与开幕。',
      hasIssue: false,
    }
    const trouble = { ...quiet, process: '讲座。', hasIssue: true, problems: '到场人数不足。' }
    const planNo = (await work.instance(first, id)).records.find(({ kind }) => kind === 'MAP')?.id
    const records = (...data: object[]) => data.map((one) => ({ planNo, ...one }))
    const one = await research.fill(id, records(quiet, trouble), executed, first)
    await research.submit(one, {}, first)
    const revise = await research.step(id, 'SC007_revisePlan', first)
    await work.act(first, id, 'SC007_revisePlan', 'submit', {
      data: { ...revise.record?.data, revisedParts: ['other'], revisionReason: '讲座改到上午。' },
    })
    const anew = await research.step(id, executed, first)
    expect(anew.documents).toMatchObject([{ version: 0, status: 'draft' }])

    const two = await research.fill(id, records(quiet), executed, first)
    await research.submit(two, {}, first)
    expect((await research.documents(one, first)).map(({ version }) => version)).toEqual([1, 1])
    await work.act(first, id, 'SC007_makeTemplate', 'returnToPrevious', { opinion: '补一份' })
    const back = await research.step(id, executed, first)
    expect(back.documents).toMatchObject([{ id: anew.documents?.[0]?.id, version: 1, status: 'returned' }])
  })

  /** SC-007 up to the step in which the activity is carried out. */
  async function execution(): Promise<string> {
    const researchReportNo = await makeRecord(app.database, await loadCatalogue(catalogueFolder), {
      kind: 'MRR',
      title: '市场调研报告',
      ownerId: app.idOf(first),
      isShared: true,
    })
    const { id } = await work.start(first, 'SC-007', { researchReportNo })
    const data = {
      activityType: 'technicalExchange',
      activityClass: 'routine',
      researchReportNo,
      objective: '展示终端。',
      theme: '技术交流',
      startDate: '2027-03-16',
      endDate: '2027-03-18',
      place: '上海',
      audience: '设备部门。',
      content: '样机演示。',
      tasks: [{ item: '样机', owner: first, due: '2027-03-10' }],
      budgetItems: [{ item: '场地', amount: 8600000 }],
    }
    await work.act(first, id, 'SC007_draftActivityPlan', 'submit', { data })
    await work.act('productMarketingManager', id, 'SC007_pmmApprove', 'approve')
    return id
  }
})

async function forgetDocuments(taskId: string): Promise<void> {
  const pg = await import('pg')
  const client = new pg.default.Client({ connectionString: app.adminUrl })
  await client.connect()
  try {
    await client.query('delete from task_documents where task_id = $1', [taskId])
  } finally {
    await client.end()
  }
}
