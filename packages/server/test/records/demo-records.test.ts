import type { RecordDetail } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import type { Catalogue, RecordKind } from '../../src/catalogue/catalogue.ts'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { demoRecordId, installDemoRecords } from '../../src/records/install-demo-records.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'

const server = useApp()
const catalogue = await loadCatalogue(catalogueFolder)

const rows = () =>
  server.database.asSystem((tx) =>
    tx.query<{ id: string; title: string; version: number }>(
      'select id, title, version from records order by id',
    ),
  )

describe('the demo entries of the registers', () => {
  it('are there from the start, once, with numbers of their own', async () => {
    const expected = [...catalogue.kinds.values()].flatMap(({ code, demo }) =>
      demo.map(({ key }) => demoRecordId(code, key)),
    )
    const before = await rows()
    expect(before.map(({ id }) => id)).toEqual(expected.toSorted())
    await Promise.all([
      installDemoRecords(server.database, catalogue),
      installDemoRecords(server.database, catalogue),
    ])
    expect(await rows()).toEqual(before)
  })

  it('can be chosen by everybody who is cleared for them, whatever his data scope', async () => {
    const choose = async (who: string, query: string) =>
      (await server.as(who)({ url: `/api/records?${query}` })).json<{ items: { id: string }[] }>().items
    const customers = `kind=ORG&where=${encodeURIComponent('{"roles":"customer"}')}&limit=100`
    const expected = (catalogue.kinds.get('ORG') as RecordKind).demo.filter(({ data }) =>
      (data['roles'] as string[]).includes('customer'),
    )
    expect(await choose('keyAccountManager1', customers)).toHaveLength(expected.length)
    // Customers are internal; products are public.
    expect(await choose('projectStaff', customers)).toEqual([])
    expect(await choose('projectStaff', 'kind=PRD')).not.toEqual([])
  })

  it('may point at each other by their keys, and are not installed again once edited', async () => {
    const kind = catalogue.kinds.get('CPP') as RecordKind
    const more: Catalogue = { ...catalogue, kinds: new Map(catalogue.kinds) }
    more.kinds.set('CPP', {
      ...kind,
      demo: [
        {
          key: 'DEMO-X',
          title: '竞品（演示）',
          confidentiality: 'internal',
          data: { competitor: '@ORG:DEMO-K1', name: '竞品（演示）', comparedWith: '@PRD:DEMO-TM100' },
        },
      ],
    })
    await installDemoRecords(server.database, more)
    const url = `/api/records/${demoRecordId('CPP', 'DEMO-X')}`
    const detail = (await server.as('marketManager')({ url })).json<RecordDetail>()
    expect(detail.data['competitor']).toBe(demoRecordId('ORG', 'DEMO-K1'))
    expect(detail.links.map(({ record }) => record.id).sort()).toEqual(
      [demoRecordId('ORG', 'DEMO-K1'), demoRecordId('PRD', 'DEMO-TM100')].sort(),
    )
    await server.database.asSystem((tx) =>
      tx.execute(`update records set title = '改过了' where id = $1`, [demoRecordId('CPP', 'DEMO-X')]),
    )
    await installDemoRecords(server.database, more)
    expect((await rows()).filter(({ title }) => title === '改过了')).toHaveLength(1)
  })
})
