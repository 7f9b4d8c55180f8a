import { expect, it } from 'vitest'
import { saying } from './reference-option.ts'

const options = [
  { value: '1', label: '牵引电机', note: 'PRD-202611-0001' },
  { value: '2', label: '信号模块', note: 'PRD-202611-0002' },
]

it.each([
  ['', ['1', '2']],
  ['电机', ['1']],
  ['prd-202611-0002', ['2']],
  ['制动', []],
])('%j keeps %j', (typed, kept) => {
  expect(saying(options, typed).map(({ value }) => value)).toEqual(kept)
})
