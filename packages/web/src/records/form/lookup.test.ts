import { describe, expect, it } from 'vitest'
import { recordModel } from './field-model.ts'
import { changedLookups, lookupsOf } from './lookup.ts'

const rule = '=prices[-1].listPrice'
const model = recordModel(
  {
    code: 'SPS',
    name: '销售计划表',
    schema: {
      type: 'object',
      properties: {
        lines: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              product: { type: 'string', format: 'record-ref' },
              unitPrice: { type: 'integer', format: 'money', 'x-lookup': { from: 'product', value: rule } },
            },
          },
        },
      },
    },
    view: {},
  },
  'zh-CN',
)
const chosenAt = (data: Record<string, unknown>) =>
  new Map(lookupsOf(model, data).map(({ pointer, chosen }) => [pointer, chosen]))
const changed = (before: Record<string, unknown>, now: Record<string, unknown>) =>
  changedLookups(chosenAt(before), lookupsOf(model, now)).map(({ pointer }) => pointer)

describe('a price that is looked up', () => {
  it('is asked for each row with a product, by the rule of the catalogue', () => {
    expect(lookupsOf(model, { lines: [{ product: 'a' }, { unitPrice: 5 }] })).toMatchObject([
      { pointer: '/lines/0/unitPrice', chosen: 'a', rule, isEmpty: true },
    ])
  })
  it('is filled in when a product is chosen, and again when another one is', () => {
    expect(changed({}, { lines: [{ product: 'a' }] })).toEqual(['/lines/0/unitPrice'])
    expect(
      changed({ lines: [{ product: 'a', unitPrice: 1 }] }, { lines: [{ product: 'b', unitPrice: 1 }] }),
    ).toEqual(['/lines/0/unitPrice'])
  })
  it('leaves a price that came with the paste, and one typed over it', () => {
    expect(changed({}, { lines: [{ product: 'a', unitPrice: 7 }] })).toEqual([])
    expect(changed({ lines: [{ product: 'a' }] }, { lines: [{ product: 'a', unitPrice: 7 }] })).toEqual([])
  })
})
