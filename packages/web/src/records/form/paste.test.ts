import { describe, expect, it } from 'vitest'
import { readCell } from '../values/cell-text.ts'
import { parseDay, parseMonth } from '../values/dates.ts'
import { parseBlock } from './clipboard.ts'
import { recordModel, type Field } from './field-model.ts'
import { pasteBlock } from './paste.ts'
import { sampleKind } from './sample-kind.ts'

const model = recordModel(sampleKind, 'zh-CN')
const field = (name: string): Field => {
  const found = model.fields.get(name)
  if (!found) throw new Error(name)
  return found
}
const find = async (_: Field, text: string) => ({ 张三: 'zhangsan', 李四: 'lisi' })[text]
const paste = (text: string, rows: Record<string, unknown>[] = [], row = 0, column = 0) =>
  pasteBlock(field('lines'), rows, parseBlock(text), { row, column }, find)

describe('parseDay', () => {
  it.each([
    '2026-11-3',
    '2026/11/03',
    '2026.11.3',
    '2026年11月3日',
    '20261103',
    '3.11.2026',
    '2026/11/3 0:00',
    '２０２６-11-3',
  ])('reads %s', (text) => expect(parseDay(text)).toBe('2026-11-03'))
  it.each(['11/3/2026', '2026-02-30', '2026-13-01', '明天', '', '26-1-1'])('refuses %j', (text) =>
    expect(parseDay(text)).toBeUndefined(),
  )
})

describe('parseMonth', () => {
  it.each(['2026-11', '2026/11', '2026年11月', '202611'])('reads %s', (text) =>
    expect(parseMonth(text)).toBe('2026-11'),
  )
  it('refuses a thirteenth month', () => expect(parseMonth('2026-13')).toBeUndefined())
})

describe('readCell', () => {
  it.each([
    ['count', '1,200', 1200],
    ['count', '1.5', undefined],
    ['effort', '1.5', 1.5],
    ['effort', '一', undefined],
    ['share', '30%', 30],
    ['share', '12.5', 12.5],
    ['price', '¥1,200.50', 120050],
    ['isUrgent', '是', true],
    ['isUrgent', 'N', false],
    ['isUrgent', '也许', undefined],
    ['type', '年度', 'annual'],
    ['type', 'Routine', 'routine'],
    ['type', '季度', undefined],
    ['topics', 'A、b', ['a', 'b']],
    ['topics', 'a、c', undefined],
    ['owner', ' 张三 ', 'zhangsan'],
    ['owner', '王五', undefined],
    ['team', '张三、李四', ['zhangsan', 'lisi']],
    ['team', '张三、王五', undefined],
    ['story', ' 两行\n文字', ' 两行\n文字'],
  ])('reads %s %j as %j', async (name, text, value) =>
    expect(await readCell(field(name), text, find)).toEqual(value),
  )
})

describe('pasteBlock', () => {
  it('fills from the cell on, adds rows, converts, and passes over computed columns', async () => {
    const { rows, unread, surplus } = await paste(
      '印刷\t2\t30.00\t60\n差旅\t1\t1,000',
      [{ item: '旧', quantity: 9 }],
      1,
    )
    expect(rows).toEqual([
      { item: '旧', quantity: 9 },
      { item: '印刷', quantity: 2, unitPrice: 3000 },
      { item: '差旅', quantity: 1, unitPrice: 100000 },
    ])
    expect([unread, surplus]).toEqual([[], 0])
  })

  it('keeps the other cells of a row and clears what the block leaves empty', async () =>
    expect((await paste('5\t', [{ item: 'a', quantity: 1, unitPrice: 7 }], 0, 1)).rows).toEqual([
      { item: 'a', quantity: 5 },
    ]))

  it('says which cells it could not read and leaves them alone', async () => {
    const { rows, unread } = await paste('a\t许多', [{ quantity: 3 }])
    expect(rows).toEqual([{ item: 'a', quantity: 3 }])
    expect(unread).toEqual([{ row: 1, label: 'quantity', text: '许多' }])
  })

  it('takes a first row of column titles as such, in whatever order', async () =>
    expect((await paste('quantity(台)\t项目*\n3\ta')).rows).toEqual([{ item: 'a', quantity: 3 }]))

  it('does not take a first row of data for titles', async () =>
    expect((await paste('项目\t3')).rows).toEqual([{ item: '项目', quantity: 3 }]))

  it('cuts what the table has no room for and counts it', async () => {
    const { rows, surplus } = await paste('a\nb\nc', [], 498)
    expect([rows.length, surplus]).toEqual([500, 1])
  })
})
