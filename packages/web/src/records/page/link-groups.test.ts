import type { RecordDetail } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { groupLinks } from './link-groups.ts'

type RecordLink = RecordDetail['links'][number]
const link = (type: RecordLink['type'], direction: RecordLink['direction'], id: string) =>
  ({ type, direction, record: { id } }) as RecordLink

const grouped = (links: RecordLink[]) =>
  groupLinks(links).map(
    ({ group, links: own }) => `${group}: ${own.map(({ record }) => record.id).join(' ')}`,
  )

describe('the links of a record', () => {
  it('stand under what it is based on and what came of it, whichever end wrote them', () => {
    expect(
      grouped([
        link('uses', 'to', 'product'),
        link('basis', 'from', 'guide'),
        link('basis', 'to', 'plan'),
        link('derived', 'to', 'report'),
        link('evidence', 'from', 'sheet'),
      ]),
    ).toEqual(['basis: plan', 'produced: guide report', 'evidence: sheet', 'uses: product'])
  })

  it('name another record once in a group', () => {
    expect(grouped([link('basis', 'to', 'plan'), link('derived', 'from', 'plan')])).toEqual(['basis: plan'])
  })

  it('are nothing where there are none', () => expect(groupLinks([])).toEqual([]))
})
