import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyInWords } from './money-in-words.ts'
import { formatMoney, moneyDraft, parseMoney } from './money.ts'

describe('parseMoney', () => {
  it.each([
    ['1234.5', 123450],
    ['1,234.50', 123450],
    ['¥ 1,234.50', 123450],
    ['-¥1,234.50', -123450],
    ['１２３４．５', 123450],
    ['１，２３４元', 123400],
    ['12.5万', 12500000],
    ['12.5万元', 12500000],
    ['0.000001万', 1],
    ['(300.00)', -30000],
    ['.5', 50],
    ['12.', 1200],
    ['1.230', 123],
    ['0', 0],
    ['-0', 0],
  ])('reads %s', (text, fen) => expect(parseMoney(text)).toBe(fen))

  it.each(['', ' ', '.', '-', 'abc', '1.234', '1.2.3', '12元5', '9'.repeat(20), '1e5'])(
    'refuses %j instead of guessing',
    (text) => expect(parseMoney(text)).toBeUndefined(),
  )

  it('reads back every amount that formatMoney writes, in both units', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => {
        expect(parseMoney(formatMoney(fen))).toBe(fen)
        expect(parseMoney(moneyDraft(fen))).toBe(fen)
        expect(parseMoney(`${formatMoney(fen, 'wan')}万`)).toBe(fen)
      }),
    )
  })
})

describe('formatMoney', () => {
  it.each([
    [0, '0.00', '0'],
    [5, '0.05', '0.000005'],
    [-123450, '-1,234.50', '-0.12345'],
    [12345678900, '123,456,789.00', '12,345.6789'],
  ])('%d fen is %s yuan and %s wan', (fen, yuan, wan) => {
    expect(formatMoney(fen)).toBe(yuan)
    expect(formatMoney(fen, 'wan')).toBe(wan)
  })
})

describe('moneyInWords', () => {
  it.each([
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [105, '壹元零伍分'],
    [1230050, '壹万贰仟叁佰元伍角整'],
    [10000200, '壹拾万零贰元整'],
    [1000000000, '壹仟万元整'],
    [100000000000, '壹拾亿元整'],
    [10050003000, '壹亿零伍拾万零叁拾元整'],
    [1234500000000_00, '壹万贰仟叁佰肆拾伍亿元整'],
    [-2050, '负贰拾元伍角整'],
  ])('%d fen is %s', (fen, words) => expect(moneyInWords(fen, 'zh-CN')).toBe(words))

  it('writes traditional characters for zh-TW', () =>
    expect(moneyInWords(1230000, 'zh-TW')).toBe('壹萬貳仟參佰元整'))
})
