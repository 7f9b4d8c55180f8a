import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from '../work/approval.ts'

const app = useApp()
const work = new Work(app)
const marketManager = app.as('marketManager')
const unknown = '00000000-0000-7000-8000-000000000000'

const codeOf = (answer: { json: () => unknown }): string => (answer.json() as { code: string }).code

describe('bad input', () => {
  it('an unknown process is refused with its code and name', async () => {
    const answer = await marketManager({
      method: 'POST',
      url: '/api/instances',
      payload: { process: 'SC-999' },
    })
    expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'PROCESS_UNKNOWN'])
    expect(answer.json<{ message: string }>().message).toContain('SC-999')
  })

  it('a position that does not start the process is told so', async () => {
    const answer = await app.as('financeManager')({
      method: 'POST',
      url: '/api/instances',
      payload: { process: 'SC-001' },
    })
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'PROCESS_NOT_YOURS'])
  })

  it('a form that breaks its schema names every place, and saves nothing', async () => {
    const { id } = await work.start('marketManager', 'SC-001')
    const task = await work.openTask('marketManager', id, 'SC001_draftPlan')
    const answer = await marketManager({
      method: 'POST',
      url: `/api/tasks/${task.id}/submit`,
      payload: {
        data: { ...completePlan(), researchType: 'weekly', budgetItems: [{ item: '差旅', amount: 0.5 }] },
      },
    })
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'RECORD_INVALID'])
    const paths = answer.json<{ details: { path: string }[] }>().details.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['/researchType', '/budgetItems/0/amount']))
    expect((await work.instance('marketManager', id)).records).toMatchObject([
      { version: 0, status: 'draft' },
    ])
  })

  it('a task of somebody else, one that is done, one that there is not: each has its code', async () => {
    const id = await work.planBeforeSignature()
    const { tasks } = await work.instance('marketManager', id)
    const open = tasks.find(({ state }) => state === 'open')
    const done = tasks.find(({ elementId }) => elementId === 'SC001_reviewPlan')
    const approve = (taskId: string | undefined, by: string) =>
      app.as(by)({ method: 'POST', url: `/api/tasks/${taskId ?? ''}/approve`, payload: {} })
    expect(codeOf(await approve(open?.id, 'marketManager'))).toBe('TASK_NOT_YOURS')
    expect(codeOf(await approve(open?.id, 'keyAccountManager3'))).toBe('NOT_FOUND')
    expect(codeOf(await approve(done?.id, 'productMarketingManager'))).toBe('TASK_DONE')
    expect(codeOf(await approve(unknown, 'productMarketingManager'))).toBe('NOT_FOUND')
    expect(codeOf(await approve('not-an-id', 'productMarketingManager'))).toBe('REQUEST_INVALID')
  })

  it('a refusal without an opinion, and a verb that the step does not offer', async () => {
    const { id } = await work.start('marketManager', 'SC-001')
    const draft = await work.openTask('marketManager', id, 'SC001_draftPlan')
    const approved = await marketManager({
      method: 'POST',
      url: `/api/tasks/${draft.id}/approve`,
      payload: {},
    })
    expect(codeOf(approved)).toBe('VERB_NOT_OFFERED')
    await work.act('marketManager', id, 'SC001_draftPlan', 'submit', { data: completePlan() })
    const review = await work.openTask('productMarketingManager', id, 'SC001_reviewPlan')
    const refused = await app.as('productMarketingManager')({
      method: 'POST',
      url: `/api/tasks/${review.id}/reject`,
      payload: { opinion: '   ' },
    })
    expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'OPINION_REQUIRED'])
  })

  it('JSON that is broken, 10,000 levels deep, or meant for the prototype', async () => {
    const send = (payload: string) =>
      marketManager({
        method: 'POST',
        url: '/api/instances',
        headers: { 'content-type': 'application/json' },
        payload,
      })
    expect(codeOf(await send('{"process":'))).toBe('JSON_INVALID')
    expect(codeOf(await send(`${'['.repeat(10_000)}${']'.repeat(10_000)}`))).toBe('JSON_TOO_DEEP')
    expect(codeOf(await send('{"process":"SC-001","__proto__":{"admin":true}}'))).toBe('JSON_INVALID')
  })

  it('a broken cookie is no session, and the server stays up', async () => {
    for (const cookie of ['canmou_session=%%%', 'canmou_session=', `canmou_session=${'x'.repeat(5000)}`]) {
      const answer = await app.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })
      expect([cookie.slice(0, 20), answer.statusCode]).toEqual([cookie.slice(0, 20), 401])
    }
    expect((await app.app.inject({ method: 'GET', url: '/api/health' })).statusCode).toBe(200)
  })

  it('script in a title stays text, and is answered as JSON', async () => {
    const { id } = await work.start('marketManager', 'SC-001')
    const title = '<script>alert(1)</script>\u202e计划'
    await work.act('marketManager', id, 'SC001_draftPlan', 'submit', { data: completePlan(), title })
    const { records } = await work.instance('marketManager', id)
    expect(records[0]?.title).toBe('<script>alert(1)</script>计划')
  })

  it('failures are told in the language of the person', async () => {
    const answer = await app.app.inject({
      method: 'GET',
      url: '/api/me',
      headers: { 'accept-language': 'en' },
    })
    expect(answer.json<{ message: string }>().message).toBe('Please sign in first')
  })
})

describe('a repeated request', () => {
  it('with the same Idempotency-Key gets the first answer, and nothing is done twice', async () => {
    const headers = { 'idempotency-key': 'start-1' }
    const start = () =>
      marketManager({ method: 'POST', url: '/api/instances', headers, payload: { process: 'SC-001' } })
    const [first, second] = [await start(), await start()]
    expect(second.json<{ id: string }>().id).toBe(first.json<{ id: string }>().id)

    const { id } = first.json<{ id: string }>()
    const task = await work.openTask('marketManager', id, 'SC001_draftPlan')
    const submit = (data: object) =>
      marketManager({
        method: 'POST',
        url: `/api/tasks/${task.id}/submit`,
        headers: { 'idempotency-key': 'submit-1' },
        payload: { data },
      })
    const answers = await Promise.all([
      submit(completePlan()),
      submit(completePlan()),
      submit(completePlan()),
    ])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect((await work.instance('marketManager', id)).records).toMatchObject([{ version: 1 }])
    expect(codeOf(await submit({ ...completePlan(), background: '别的内容' }))).toBe('IDEMPOTENCY_KEY_REUSED')
  })
})
