import type { BoxItem } from '@canmou/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'

const app = useApp()
const work = new Work(app)

interface Page {
  items: BoxItem[]
  next?: string
}
const list = async (by: string, query = ''): Promise<Page> => {
  const answer = await app.as(by)({ method: 'GET', url: `/api/tasks?box=all${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Page>()
}
const ids = ({ items }: Page): string[] => items.map(({ instance }) => instance.id)

describe('流程查询', () => {
  let plan = ''
  let secret = ''
  let withdrawn = ''
  let training = ''
  beforeAll(async () => {
    plan = await work.planBeforeReview()
    ;({ id: secret } = await work.start('marketManager', 'SC-001'))
    await work.act('marketManager', secret, 'SC001_draftPlan', 'submit', {
      data: { ...completePlan(), researchType: 'routine' },
      level: 'secret',
    })
    withdrawn = await work.planBeforeReview()
    await app.as('marketManager')({
      method: 'POST',
      url: `/api/instances/${withdrawn}/terminate`,
      payload: { opinion: '不再需要' },
    })
    ;({ id: training } = await work.start('keyAccountDeptManager', 'SC-008'))
  })

  it('shows the administrator every run that he is cleared for, the newest first, with its open steps', async () => {
    const page = await list('processAdmin', '&limit=100')
    expect(ids(page).filter((id) => [plan, withdrawn, training].includes(id))).toEqual([
      training,
      withdrawn,
      plan,
    ])
    expect(page.items.find(({ instance }) => instance.id === plan)?.openSteps).toEqual(['审核策划书'])
  })

  it('shows the others what they may see, and nothing above their level', async () => {
    expect(ids(await list('productMarketingManager', '&limit=100'))).toContain(plan)
    expect(ids(await list('keyAccountManager1', '&limit=100'))).not.toContain(plan)
    expect(ids(await list('productMarketingManager', '&limit=100'))).toContain(secret)
    for (const by of ['processAdmin', 'keyAccountManager1'])
      expect(ids(await list(by, '&limit=100'))).not.toContain(secret)
  })

  it('is narrowed by process, status and text', async () => {
    const narrowed = async (query: string) => ids(await list('processAdmin', `&limit=100${query}`))
    expect(await narrowed('&process=SC-008')).toContain(training)
    expect(await narrowed('&process=SC-008')).not.toContain(plan)
    expect(await narrowed('&status=cancelled')).toContain(withdrawn)
    expect(await narrowed('&status=cancelled')).not.toContain(plan)
    const { number } = await work.instance('marketManager', plan)
    expect(await narrowed(`&status=running&process=SC-001&q=${number}`)).toEqual([plan])
    expect(await narrowed('&process=SC-999')).toEqual([])
  })

  it('goes on page by page without losing or repeating a run', async () => {
    const whole = ids(await list('processAdmin', '&limit=100'))
    const seen: string[] = []
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: Page = await list('processAdmin', `&limit=2${next && `&cursor=${next}`}`)
      seen.push(...ids(page))
      next = page.next
    }
    expect(seen).toEqual(whole)
  })

  it.each(['&status=gone', `&process=${'x'.repeat(33)}`, '&box=every'])('refuses %s', async (query) => {
    const answer = await app.as('processAdmin')({ method: 'GET', url: `/api/tasks?box=all${query}` })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'REQUEST_INVALID' })
  })
})
