import { describe, expect, it } from 'vitest'
import type { PersonOption, Position } from '@canmou/contract'
import { useApp } from '../app.ts'

const app = useApp()
const get = async <Item>(url: string): Promise<Item[]> =>
  (await app.as('marketManager')({ method: 'GET', url })).json<{ items: Item[] }>().items

const person = async (username: string): Promise<PersonOption> => {
  const found = (await get<PersonOption>(`/api/people?q=${username}`)).find(
    (one) => one.username === username,
  )
  if (!found) throw new Error(`There is no ${username}`)
  return found
}

describe('who there is', () => {
  it('people are found by a part of their name or user name', async () => {
    const byName = await get<PersonOption>(`/api/people?q=${encodeURIComponent('大客户经理')}`)
    expect(byName.map(({ username }) => username)).toContain('keyAccountManager1')
    expect((await get<PersonOption>('/api/people?q=financeMan')).map(({ username }) => username)).toEqual([
      'financeManager',
    ])
    expect(await get<PersonOption>('/api/people?q=%25')).toEqual([])
  })

  it('people are found by how their name sounds, in full and by initials', async () => {
    for (const q of ['caiwujingli', 'CWJL', 'cwjl']) {
      expect((await get<PersonOption>(`/api/people?q=${q}`)).map(({ username }) => username)).toContain(
        'financeManager',
      )
    }
  })

  it('people come page by page, each once', async () => {
    const all = await get<PersonOption>('/api/people')
    const seen: string[] = []
    let cursor = ''
    for (let page = 0; page < 20; page++) {
      const answer = await app.as('marketManager')({ url: `/api/people?limit=5&cursor=${cursor}` })
      const { items, next } = answer.json<{ items: PersonOption[]; next?: string }>()
      seen.push(...items.map(({ id }) => id))
      if (next === undefined) break
      cursor = next
    }
    expect(seen).toEqual(all.map(({ id }) => id))
    const forged = Buffer.from('["x","y","z"]').toString('base64url')
    const refused = await app.as('marketManager')({ url: `/api/people?cursor=${forged}` })
    expect(refused.json()).toMatchObject({ code: 'CURSOR_INVALID' })
  })

  it('disabled people are left out unless they are asked for', async () => {
    const { id } = await person('graphicDesigner')
    await app.database.asSystem((tx) =>
      tx.execute('update people set disabled_at = now() where id = $1', [id]),
    )
    expect(await get<PersonOption>('/api/people?q=graphicDesigner')).toEqual([])
    expect(await get<PersonOption>('/api/people?q=graphicDesigner&includeDisabled=true')).toMatchObject([
      { username: 'graphicDesigner', isDisabled: true },
    ])
  })

  it('by department, without those below', async () => {
    const people = await get<PersonOption>('/api/people?department=sales')
    expect(people).toEqual([])
    const keyAccounts = await get<PersonOption>('/api/people?department=keyAccounts')
    expect(keyAccounts.length).toBeGreaterThan(2)
  })

  it('by position, a group of positions by its members', async () => {
    const managers = await get<PersonOption>('/api/people?position=keyAccountManager')
    expect(managers.map(({ username }) => username)).toEqual([
      'keyAccountManager1',
      'keyAccountManager2',
      'keyAccountManager3',
    ])
    const group = await get<PersonOption>('/api/people?position=departmentManagers')
    expect(group.length).toBeGreaterThan(3)
    expect(group.every(({ departmentName }) => departmentName.length > 0)).toBe(true)
  })

  it('positions say who holds them today', async () => {
    const positions = await get<Position>('/api/positions')
    const pmm = positions.find(({ id }) => id === 'productMarketingManager')
    expect(pmm?.holders.map(({ username }) => username)).toEqual(['productMarketingManager'])
  })
})
