import type { Failure, ProcessDetail, ProcessSummary } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { Work } from './approval.ts'

const app = useApp()
const work = new Work(app)

describe('a process that asks for something before it starts', () => {
  it('is described with the form that it asks for; others have none', async () => {
    const as = app.as('keyAccountDeptManager')
    const sales = (await as({ method: 'GET', url: '/api/processes/SC-004' })).json<ProcessDetail>()
    expect(sales).toMatchObject({ hasStartForm: true, startForm: { kind: 'SPO', data: {} } })
    const { items } = (await as({ method: 'GET', url: '/api/processes' })).json<{ items: ProcessSummary[] }>()
    const asks = new Map(items.map(({ id, hasStartForm }) => [id, hasStartForm]))
    expect([asks.get('SC-004'), asks.get('SC-001')]).toEqual([true, false])
  })

  it('refuses a start without what its form requires, and starts nothing', async () => {
    const before = await startedBy('keyAccountDeptManager')
    for (const data of [undefined, {}, { planMonth: 'December' }, { planMonth: '2026-12', other: 1 }]) {
      const answer = await app.as('keyAccountDeptManager')({
        method: 'POST',
        url: '/api/instances',
        payload: { process: 'SC-004', ...(data && { data }) },
      })
      expect(answer.statusCode).toBe(422)
      expect(answer.json<Failure>()).toMatchObject({ code: 'RECORD_INVALID' })
    }
    expect(await startedBy('keyAccountDeptManager')).toBe(before)
  })

  it('hands the fields to the process: each sales plan is for the month that was asked for', async () => {
    const instance = await work.start('keyAccountDeptManager', 'SC-004', { planMonth: '2027-03' })
    const task = await work.openTask('keyAccountManager1', instance.id, 'SC004_draftSalesPlan')
    const { record } = await work.task('keyAccountManager1', task.id)
    expect(record?.data).toMatchObject({ planMonth: '2027-03' })
  })
})

describe('the steps of a process', () => {
  it('name the positions that take them in the reader’s language', async () => {
    const answer = await app.as('marketManager')({ method: 'GET', url: '/api/processes/SC-001' })
    const { steps } = answer.json<ProcessDetail>()
    expect(steps.find(({ elementId }) => elementId === 'SC001_draftPlan')?.positions).toEqual(['市场经理'])
    const named = steps.flatMap(({ positions }) => positions)
    expect(named.filter((name) => /[A-Za-z]/.test(name))).toEqual([])
  })
})

async function startedBy(username: string): Promise<number> {
  const answer = await app.as(username)({ method: 'GET', url: '/api/tasks?box=started&limit=100' })
  return answer.json<{ items: unknown[] }>().items.length
}
