import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowDiff, type Row } from './row-diff.ts'
import { sequenceDiff } from './sequence-diff.ts'
import { wordDiff } from './word-diff.ts'

const marked = (before: string, after: string, locale = 'zh-CN'): string =>
  wordDiff(before, after, locale)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}}` : `{-${text}}`))
    .join('')

describe('wordDiff', () => {
  it('marks the changed Chinese word, not single characters', () =>
    expect(marked('客户走访方式调研', '客户问卷方式调研')).toBe('客户{-走访}{+问卷}方式调研'))

  it('marks whole numbers', () =>
    expect(marked('预算 12000 元', '预算 12500 元')).toBe('预算 {-12000}{+12500} 元'))

  it('joins changes over a blank into one', () =>
    expect(marked('visit three old depots now', 'visit five new depots now', 'en')).toBe(
      'visit {-three old}{+five new} depots now',
    ))

  it('keeps line ends, and shows an added paragraph as added', () =>
    expect(marked('第一段\n', '第一段\n第二段\n')).toBe('第一段\n{+第二段\n}'))

  it('gives back both texts, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const parts = wordDiff(before, after, 'zh-CN')
        const side = (hidden: string): string =>
          parts
            .filter(({ kind }) => kind !== hidden)
            .map(({ text }) => text)
            .join('')
        expect(side('added')).toBe(before)
        expect(side('removed')).toBe(after)
      }),
    )
  })
})

describe('sequenceDiff', () => {
  it('replaces the middle where comparing it would take too long', () => {
    const edits = sequenceDiff([1, 2, 3, 9], [1, 4, 3, 9], (left, right) => left === right, 2)
    expect(edits.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same', 'same'])
    const wide = sequenceDiff([1, 2, 3, 4, 9], [1, 5, 3, 6, 9], (left, right) => left === right, 2)
    expect(wide.map(({ kind }) => kind)).toEqual([
      'same',
      'removed',
      'removed',
      'removed',
      'added',
      'added',
      'added',
      'same',
    ])
  })
})

describe('rowDiff', () => {
  const columns = ['item', 'note', 'amount']
  const travel = { item: '差旅', amount: 100 }
  const printing = { item: '印刷', amount: 50 }

  it('shows a corrected amount as one changed row with that column', () =>
    expect(rowDiff([travel, printing], [{ item: '差旅', amount: 120 }, printing], columns)).toEqual([
      {
        kind: 'changed',
        before: travel,
        after: { item: '差旅', amount: 120 },
        columns: ['amount'],
      },
      { kind: 'same', before: printing, after: printing },
    ]))

  it('shows rows that share nothing as removed and added', () =>
    expect(rowDiff([travel], [{ item: '礼品', amount: 7 }], columns).map(({ kind }) => kind)).toEqual([
      'removed',
      'added',
    ]))

  it('sees an inserted row before an edited one', () => {
    const gift = { item: '礼品', amount: 7 }
    const changes = rowDiff([travel, printing], [gift, { item: '差旅', amount: 90 }, printing], columns)
    expect(changes.map(({ kind }) => kind)).toEqual(['added', 'changed', 'same'])
  })

  it('finds equal rows equal whatever the order of their keys', () =>
    expect(rowDiff([{ amount: 1, item: 'a' }], [{ item: 'a', amount: 1 }], columns)[0]?.kind).toBe('same'))

  it('gives back both tables in their order, whatever they are', () => {
    const row = fc.record({
      item: fc.constantFrom('a', 'b', 'c'),
      amount: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (before, after) => {
        const changes = rowDiff(before, after, columns)
        const old: Row[] = changes.flatMap((change) => ('before' in change ? [change.before] : []))
        const young: Row[] = changes.flatMap((change) => ('after' in change ? [change.after] : []))
        expect(old).toEqual(before)
        expect(young).toEqual(after)
      }),
    )
  })
})
