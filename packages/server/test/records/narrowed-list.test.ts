import { readFile } from 'node:fs/promises'
import pg from 'pg'
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
  await make('meeting', 'MAR', { recordDate: '2026-03-16', hasIssue: false, attendees: 250 })
  await make('target', 'AMT', { year: 2039 })
  await make('sales', 'SPC', { planMonth: '2026-12' })
  await make('improvement', 'QIR', { department: 'production' })
  await make('later meeting', 'MAR', { recordDate: '2026-05-02', attendees: 40 })
  await make('early visit', 'ASR', { arriveTime: '2026-03-15T16:30:00.000Z' })
  await make('late visit', 'ASR', { arriveTime: '2026-03-16T16:30:00.000Z' })
  await make('secret offer', 'BQS', { quote: 1_200_000, floorQuote: 900_000, openedDate: '2026-06-30' })
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
    ['the day of a moment', 'ASR', 'arriveTime', '2026-03-16', '2026-03-15', 'early visit'],
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

describe('the list of a kind is narrowed by a range', () => {
  it.each([
    ['days', 'MAR', 'recordDate', { from: '2026-03-16', to: '2026-05-02' }, ['later meeting', 'meeting']],
    [
      'days short of the first',
      'MAR',
      'recordDate',
      { from: '2026-03-17', to: '2026-05-02' },
      ['later meeting'],
    ],
    ['days short of the last', 'MAR', 'recordDate', { from: '2026-03-16', to: '2026-05-01' }, ['meeting']],
    ['whole months', 'MAR', 'recordDate', { from: '2026-03', to: '2026-04' }, ['meeting']],
    ['from a day on', 'MAR', 'recordDate', { from: '2026-04-01' }, ['later meeting']],
    ['up to a day', 'MAR', 'recordDate', { to: '2026-04-01' }, ['meeting']],
    ['the days of moments', 'ASR', 'arriveTime', { from: '2026-03-16', to: '2026-03-16' }, ['early visit']],
    ['months of moments', 'ASR', 'arriveTime', { from: '2026-03' }, ['late visit', 'early visit']],
    ['days before the moments', 'ASR', 'arriveTime', { to: '2026-03-15' }, []],
    ['months', 'SPC', 'planMonth', { from: '2026-11', to: '2027-02' }, ['sales']],
    ['other months', 'SPC', 'planMonth', { from: '2027-01', to: '2027-02' }, []],
    ['years', 'AMT', 'year', { from: 2038, to: '2040' }, ['target']],
    ['other years', 'AMT', 'year', { from: '2040' }, []],
    ['numbers', 'MAR', 'attendees', { from: 41, to: 250 }, ['meeting']],
    ['amounts', 'BQS', 'quote', { to: 1_200_000 }, ['secret offer']],
  ])('of %s', async (_, kind, field, range, names) => {
    expect(await list(kind, field, range)).toEqual(names.map((name) => made[name]))
  })

  it('of days too, of a moment that was written before they were in the index', async () => {
    const client = new pg.Client({ connectionString: server.adminUrl })
    await client.connect()
    try {
      const id = made['early visit']
      const own = `select unnest(terms) as term from record_search where record_id = $1`
      await client.query(
        `update record_search set terms = array(select term from (${own}) t where term !~ '^arriveTime=[0-9-]*$')
         where record_id = $1`,
        [id],
      )
      expect(await list('ASR', 'arriveTime', '2026-03-16')).toEqual([])
      const migration = new URL('../../src/db/migrations/0024-ranges-of-moments.sql', import.meta.url)
      await client.query(await readFile(migration, 'utf8'))
      expect(await list('ASR', 'arriveTime', { from: '2026-03-16', to: '2026-03-16' })).toEqual([id])
    } finally {
      await client.end()
    }
  })

  it('and by several together, with a value and with words', async () => {
    const ask = async (where: object, q?: string): Promise<string[]> => {
      const query = new URLSearchParams({ kind: 'MAR', where: JSON.stringify(where), ...(q && { q }) })
      const answer = await server.as('generalManager')({ url: `/api/records?${query.toString()}` })
      return answer.json<{ items: { id: string }[] }>().items.map(({ id }) => id)
    }
    const both = { recordDate: { from: '2026-01' }, attendees: { from: 1 } }
    expect(await ask(both)).toEqual([made['later meeting'], made['meeting']])
    expect(await ask({ ...both, attendees: { from: 100 } })).toEqual([made['meeting']])
    expect(await ask({ ...both, hasIssue: false })).toEqual([made['meeting']])
    expect(await ask(both, 'later')).toEqual([made['later meeting']])
    expect(await ask({ recordDate: { from: '2026-01' }, attendees: { from: 1000 } })).toEqual([])
  })

  it('but by no field that is above the level of its record: who may see it is not told what it holds', async () => {
    expect(await list('BQS', 'floorQuote', { from: 0 })).toEqual([])
  })

  it.each([
    ['the wrong way round', 'MAR', { recordDate: { from: '2026-05', to: '2026-04-30' } }, 'RANGE_REVERSED'],
    ['of no bound', 'MAR', { recordDate: {} }, 'REQUEST_INVALID'],
    ['of more than bounds', 'MAR', { recordDate: { from: '2026', or: '2027' } }, 'REQUEST_INVALID'],
    ['of what is no day', 'MAR', { recordDate: { from: '2026-13' } }, 'REQUEST_INVALID'],
    ['of a text', 'MAR', { process: { from: 'a' } }, 'REQUEST_INVALID'],
    ['of no field', 'MAR', { nothing: { from: '2026' } }, 'REQUEST_INVALID'],
    ['of no kind', undefined, { recordDate: { from: '2026' } }, 'REQUEST_INVALID'],
  ])('and none that is %s', async (_, kind, where, code) => {
    const query = new URLSearchParams({ ...(kind && { kind }), where: JSON.stringify(where) })
    const answer = await server.as('generalManager')({ url: `/api/records?${query.toString()}` })
    expect(answer.statusCode, answer.body).toBe(400)
    expect(answer.json()).toMatchObject({ code })
    if (code === 'RANGE_REVERSED')
      expect(answer.json<{ message: string }>().message).toBe(
        '“记录日期”的起点 2026-05 在终点 2026-04-30 之后，请调换',
      )
  })
})
