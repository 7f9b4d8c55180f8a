import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from './make-record.ts'

const server = useApp()
const catalogue = await loadCatalogue(catalogueFolder)
const made: Record<string, string> = {}

beforeAll(async () => {
  const make = async (name: string, kind: string, data: object): Promise<void> => {
    const ownerId = server.idOf('marketManager')
    made[name] = await makeRecord(server.database, catalogue, {
      ownerId,
      kind,
      title: name,
      data: { ...data },
    })
  }
  await make('competitor', 'ORG', { roles: ['competitor'] })
  await make('rival', 'ORG', { roles: ['competitor'] })
  await make('product', 'CPP', { competitor: made['competitor'] })
  await make('meeting', 'MAR', { recordDate: '2026-03-16', hasIssue: false })
  await make('target', 'AMT', { year: 2039 })
  await make('sales', 'SPC', { planMonth: '2026-12' })
  await make('improvement', 'QIR', { department: 'production' })
})

async function list(kind: string, field: string, value: unknown): Promise<string[]> {
  const query = new URLSearchParams({ kind, where: JSON.stringify({ [field]: value }) })
  const answer = await server.as('generalManager')({ url: `/api/records?${query.toString()}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ items: { id: string }[] }>().items.map(({ id }) => id)
}

describe('the list of a kind is narrowed by what its view names', () => {
  it.each([
    ['a month', 'SPC', 'planMonth', '2026-12', '2026-11', 'sales'],
    ['a day', 'MAR', 'recordDate', '2026-03-16', '2026-03-17', 'meeting'],
    ['the month of a day', 'MAR', 'recordDate', '2026-03', '2026-04', 'meeting'],
    ['a year', 'AMT', 'year', '2039', '2038', 'target'],
    ['a department', 'QIR', 'department', 'production', 'technology', 'improvement'],
  ])('%s', async (_, kind, field, value, other, name) => {
    expect(await list(kind, field, value)).toEqual([made[name]])
    expect(await list(kind, field, other)).toEqual([])
  })

  it('a record that they refer to', async () => {
    expect(await list('CPP', 'competitor', made['competitor'])).toEqual([made['product']])
    expect(await list('CPP', 'competitor', made['rival'])).toEqual([])
  })
})
