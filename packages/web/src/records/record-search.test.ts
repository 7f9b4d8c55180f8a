import { describe, expect, it } from 'vitest'
import { recordWhere } from './record-search.ts'

describe('what a list is narrowed by, in an address', () => {
  it('is a value per field; nothing else is taken for one', () => {
    expect(recordWhere({ planMonth: '2026-12', hasIssue: false, year: 2027 })).toEqual({
      planMonth: '2026-12',
      hasIssue: false,
      year: '2027',
    })
    expect(recordWhere({ a: '', b: null, c: ['x'], d: {} })).toBeUndefined()
    for (const value of [undefined, 'roles', ['roles'], null]) expect(recordWhere(value)).toBeUndefined()
  })

  it('or bounds, of which one may be open', () => {
    expect(
      recordWhere({ recordDate: { from: '2026-03-01', to: '2026-05' }, year: { from: 2026 }, a: { to: '' } }),
    ).toEqual({ recordDate: { from: '2026-03-01', to: '2026-05' }, year: { from: '2026' } })
    expect(recordWhere({ a: { from: ['x'] }, b: { under: '3' } })).toBeUndefined()
  })
})
