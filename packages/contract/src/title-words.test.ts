import { describe, expect, it } from 'vitest'
import { firstOf, subjectOf, tidyTitle } from './title-words.ts'

describe('subjectOf', () => {
  it.each([
    ['产品定价方案：信号电源屏 PSP-1', '信号电源屏 PSP-1'],
    ['Pricing proposal: Power supply', 'Power supply'],
    ['年度市场调研策划书 2027-01-01', '年度市场调研策划书 2027-01-01'],
    ['Meeting at 9:30', 'Meeting at 9:30'],
    ['只有种类：', '只有种类：'],
  ])('%s → %s', (title, subject) => expect(subjectOf(title)).toBe(subject))
})

it('says how many different values a column has', () =>
  expect([firstOf('甲', 1, 'zh-CN'), firstOf('甲', 3, 'zh-CN'), firstOf('A', 3, 'en')]).toEqual([
    '甲',
    '甲 等 3 项',
    'A and 2 more',
  ]))

it('leaves no empty brackets and no colon behind', () =>
  expect(['价格表：', 'Price list: ', '记录（）', 'Plan ( ) 2027'].map(tidyTitle)).toEqual([
    '价格表',
    'Price list',
    '记录',
    'Plan 2027',
  ]))
