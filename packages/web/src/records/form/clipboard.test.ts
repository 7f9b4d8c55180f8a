import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlock, parseBlock } from './clipboard.ts'

describe('parseBlock', () => {
  it('reads what Excel puts on the clipboard', () =>
    expect(parseBlock('差旅费\t1,200.00\r\n印刷费\t300.00\r\n')).toEqual([
      ['差旅费', '1,200.00'],
      ['印刷费', '300.00'],
    ]))

  it('reads quoted cells with line ends, tabs and quotes', () =>
    expect(parseBlock('"第一行\n第二行"\t"他说""好"""\t"a\tb"\n')).toEqual([
      ['第一行\n第二行', '他说"好"', 'a\tb'],
    ]))

  it('leaves a quote inside a plain cell alone', () =>
    expect(parseBlock('5" 管\tx')).toEqual([['5" 管', 'x']]))

  it('leaves an opening quote that is never closed alone', () =>
    expect(parseBlock('"a\tb\nc')).toEqual([['"a', 'b'], ['c']]))

  it('keeps empty cells and empty rows inside the block', () =>
    expect(parseBlock('a\t\t\n\nb')).toEqual([['a', '', ''], [''], ['b']]))

  it('keeps a last empty cell of a last row without a line end', () =>
    expect(parseBlock('a\t')).toEqual([['a', '']]))

  it('finds nothing in an empty text', () => expect(parseBlock('')).toEqual([]))

  it('reads back any block written the way spreadsheets do', () => {
    const quote = (cell: string): string =>
      /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
    const cell = fc.string({ unit: fc.constantFrom('a', '中', '"', '\t', '\n', ' ', '1') })
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
      .filter((rows) => rows.some((row) => row.length > 1 || row[0] !== ''))
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseBlock(rows.map((row) => `${row.map(quote).join('\t')}\r\n`).join(''))).toEqual(rows)
      }),
    )
  })
})

describe('isBlock', () => {
  it.each([
    ['一个词', false],
    ['一个词\r\n', false],
    ['"两\n行"', false],
    ['a\tb', true],
    ['a\nb', true],
  ])('%j → %s', (text, expected) => expect(isBlock(text)).toBe(expected))
})
