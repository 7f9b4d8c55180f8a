import { describe, expect, it } from 'vitest'
import type { DepartmentFunction, RecordDetail, RecordSummary, StageFocus } from '@canmou/contract'
import { useApp } from '../app.ts'
import { Work } from '../work/approval.ts'

const app = useApp()

async function get<Answer>(username: string, url: string): Promise<Answer> {
  const answer = await app.as(username)({ method: 'GET', url })
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`)
  return answer.json<Answer>()
}

async function dutiesOf(username: string): Promise<DepartmentFunction['duties']> {
  const { items } = await get<{ items: DepartmentFunction[] }>(username, '/api/functions')
  return items.flatMap(({ duties }) => duties)
}

describe('the functions', () => {
  it('have sixteen duties, each with a process or a register', async () => {
    const { items } = await get<{ items: DepartmentFunction[] }>('marketManager', '/api/functions')
    expect(items.map(({ id }) => id)).toEqual(['intelligence', 'planning', 'supervision', 'publicRelations'])
    const duties = items.flatMap((one) => one.duties)
    expect(duties).toHaveLength(16)
    expect(duties.filter(({ processes, kinds }) => processes.length + kinds.length === 0)).toEqual([])
  })

  it('count what is to do and what runs for whoever asks', async () => {
    const research = async (username: string) => {
      const duty = (await dutiesOf(username)).find(({ id }) => id === '1.3')
      return duty?.processes.find(({ id }) => id === 'SC-001')
    }
    const before = await research('marketManager')
    await new Work(app).start('marketManager', 'SC-001')
    expect(await research('marketManager')).toMatchObject({
      startable: true,
      todo: (before?.todo ?? 0) + 1,
      running: (before?.running ?? 0) + 1,
    })
    expect(await research('financeManager')).toMatchObject({ startable: false, todo: 0, running: 0 })
  })

  it('count no record that the asker may not read', async () => {
    const annual = async (username: string) => {
      const { items } = await get<{ items: RecordSummary[] }>(username, '/api/records?kind=CPP&limit=100')
      const counted = (await dutiesOf(username))
        .flatMap(({ kinds }) => kinds)
        .find(({ code }) => code === 'CPP')
      return { listed: items.length, counted: counted?.records }
    }
    const seen = await annual('generalManager')
    expect(seen.counted).toBe(seen.listed)
    expect(seen.counted).toBeGreaterThan(0)
    expect(await annual('purchasing')).toEqual({ listed: 0, counted: 0 })
  })
})

describe('the work focus of a product', () => {
  const editor = app.as.bind(app)
  const product = async (): Promise<RecordSummary> => {
    const { items } = await get<{ items: RecordSummary[] }>('marketManager', '/api/records?kind=PRD&q=TM100')
    const [found] = items
    if (!found) throw new Error('there is no product')
    return found
  }
  const change = async (id: string, data: Record<string, unknown>): Promise<void> => {
    const edit = await editor('productMarketingManager')({ method: 'POST', url: `/api/records/${id}/edit` })
    const saved = await editor('productMarketingManager')({
      method: 'POST',
      url: `/api/records/${id}/submit`,
      payload: { data: { ...edit.json<RecordDetail>().data, ...data } },
    })
    expect(saved.statusCode).toBe(200)
  }

  it('is that of its stage, with what was made for it', async () => {
    const { id } = await product()
    const focus = await get<StageFocus>('marketManager', `/api/records/${id}/focus`)
    expect(focus.stage).toBe('introduction')
    expect(focus.items.map((item) => item.id)).toEqual([1, 2, 3, 4, 5].map((n) => `introduction${n}`))
    expect(focus.items.every(({ done }) => done === undefined)).toBe(true)
  })

  it('is ticked off in the entry, and begins anew with the next stage', async () => {
    const { id } = await product()
    await change(id, { focus: [{ item: 'introduction2', doneOn: '2026-11-20', note: '已批准' }] })
    const ticked = await get<StageFocus>('marketManager', `/api/records/${id}/focus`)
    expect(ticked.items.find((item) => item.done)).toMatchObject({
      id: 'introduction2',
      done: { on: '2026-11-20', note: '已批准' },
    })
    await change(id, { lifecycleStage: 'growth' })
    const next = await get<StageFocus>('marketManager', `/api/records/${id}/focus`)
    expect(next.stage).toBe('growth')
    expect(next.items.filter(({ done }) => done)).toEqual([])
  })

  it('is not there for an entry without a life cycle', async () => {
    const { items } = await get<{ items: RecordSummary[] }>('marketManager', '/api/records?kind=ORG')
    const answer = await app.as('marketManager')({
      method: 'GET',
      url: `/api/records/${items[0]?.id ?? ''}/focus`,
    })
    expect(answer.json()).toMatchObject({ code: 'NOT_FOUND' })
  })
})
