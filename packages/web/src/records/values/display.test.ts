import { describe, expect, it } from 'vitest'
import { recordModel, type Field } from '../form/field-model.ts'
import { sampleKind } from '../form/sample-kind.ts'
import { columnSums, displayText, noNames, type ValueWords } from './display.ts'
import type { Data } from '../form/conditions.ts'
import { isRuleTitle, ruleTitle } from './title.ts'

const words: ValueWords = {
  locale: 'zh-CN',
  yes: '是',
  no: '否',
  range: (start, end) => `${start} 至 ${end}`,
  separator: '、',
  dateTime: (iso) => iso.slice(0, 16),
  month: (month) => month,
  number: (value) => value.toLocaleString('en'),
}
const names = { ...noNames, person: (username: string) => ({ zhangsan: '张三' })[username] }
const model = recordModel(sampleKind, 'zh-CN')
const field = (name: string, of = model): Field => {
  const found = of.fields.get(name)
  if (!found) throw new Error(name)
  return found
}

describe('displayText', () => {
  it.each([
    ['price', 120050, '1,200.50 元'],
    ['share', 12.5, '12.5%'],
    ['count', 1200, '1,200'],
    ['isUrgent', false, '否'],
    ['type', 'annual', '年度'],
    ['type', 'gone', 'gone'],
    ['topics', ['a', 'b'], 'a、b'],
    ['team', ['zhangsan', 'lisi'], '张三、lisi'],
    ['period', { start: '2026-01-01', end: '2026-02-01' }, '2026-01-01 至 2026-02-01'],
    ['name', undefined, ''],
    ['topics', [], ''],
    ['count', 0, '0'],
  ])('shows %s %j as %j', (name, value, text) =>
    expect(displayText(field(name), value, names, words)).toBe(text),
  )

  it('puts a currency code before the amount in English', () => {
    const english = recordModel(sampleKind, 'en')
    expect(displayText(field('price', english), 100, names, { ...words, locale: 'en' })).toBe('CNY 1.00')
  })
})

describe('columnSums', () => {
  it('sums amounts, not unit prices or counts', () =>
    expect([
      ...columnSums(field('lines'), [{ amount: 1, unitPrice: 5, quantity: 2 }, { amount: 2 }, {}]),
    ]).toEqual([['amount', 3]]))
})

describe('ruleTitle', () => {
  it('fills the rule with what is shown', () =>
    expect(
      ruleTitle(model, { type: 'annual', period: { start: '2026-01-01' }, owner: 'zhangsan' }, names, words),
    ).toBe('年度计划 2026-01-01 张三'))
  it('names another record without its kind, and of a column the first', () => {
    const known = { ...names, record: () => '产品定价方案：信号电源屏' }
    const title = (titleRule: string, data: Data) => ruleTitle({ ...model, titleRule }, data, known, words)
    expect(title('价格表：{product}', { product: 'r1' })).toBe('价格表：信号电源屏')
    const lines = [{ item: '甲' }, { item: '乙' }, { item: '甲' }, {}]
    expect(title('价格表：{lines.item}', { lines })).toBe('价格表：甲 等 2 项')
    expect(title('价格表：{lines.item}', {})).toBe('价格表')
  })
  it('leaves out what is missing', () =>
    expect(ruleTitle(model, { type: 'annual' }, names, words)).toBe('年度计划'))
  it('falls back to the kind’s name', () =>
    expect(ruleTitle({ ...model, titleRule: '{gone} {owner}' }, {}, names, words)).toBe('Sample'))
})

describe('isRuleTitle', () => {
  const data = { type: 'annual', period: { start: '2026-01-01' }, owner: 'zhangsan' }
  it.each([
    ['年度计划 2026-01-01 张三', true],
    ['年度计划 2026-01-01 李四', true],
    ['Sample', true],
    ['', true],
    ['年度计划 2026-01-02 张三', false],
    ['华东市场专题', false],
  ])('%j → %s', (title, expected) => expect(isRuleTitle(title, model, data, words)).toBe(expected))

  it('takes signs in a title literally', () =>
    expect(isRuleTitle('a+b', { ...model, titleRule: 'a.b' }, {}, words)).toBe(false))
})
