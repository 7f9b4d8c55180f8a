import { describe, expect, it } from 'vitest'
import type { PersonOption, Position } from '@canmou/contract'
import { useApp } from '../app.ts'

const app = useApp()
const get = async <Item>(url: string): Promise<Item[]> =>
  (await app.as('marketManager')({ method: 'GET', url })).json<{ items: Item[] }>().items

describe('who there is', () => {
  it('people are found by a part of their name or user name', async () => {
    const byName = await get<PersonOption>(`/api/people?q=${encodeURIComponent('大客户经理')}`)
    expect(byName.map(({ username }) => username)).toContain('keyAccountManager1')
    expect((await get<PersonOption>('/api/people?q=financeMan')).map(({ username }) => username)).toEqual([
      'financeManager',
    ])
    expect(await get<PersonOption>('/api/people?q=%25')).toEqual([])
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
