import { locales } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { noReferences } from '../../src/records/references.ts'
import { titleByRule } from '../../src/records/title.ts'
import { catalogueFolder } from '../folders.ts'

const { kinds } = await loadCatalogue(catalogueFolder)
const kind = (code: string) => {
  const found = kinds.get(code)
  if (!found) throw new Error(code)
  return found
}
const records = new Map([
  ['power', { kind: 'PRD', title: '信号电源屏 PSP-1' }],
  ['monitor', { kind: 'PRD', title: '监测装置 DZ-2' }],
  ['request', { kind: 'TSR', title: '技术服务申请：甲地铁 故障' }],
])
const titled = (code: string, data: Record<string, unknown>, locale: (typeof locales)[number] = 'zh-CN') =>
  titleByRule(kind(code), data, locale, { ...noReferences, records })

describe('the title that a kind gives', () => {
  it('tells two price lists of one product apart', () => {
    const list = (validFrom: string) => titled('PPT', { lines: [{ product: 'power', validFrom }] })
    expect([list('2026-01-01'), list('2027-01-01')]).toEqual([
      '产品价格表：信号电源屏 PSP-1 2026-01-01',
      '产品价格表：信号电源屏 PSP-1 2027-01-01',
    ])
    const lines = ['power', 'monitor'].map((product) => ({ product, validFrom: '2027-01-01' }))
    expect(titled('PPT', { lines })).toBe('产品价格表：信号电源屏 PSP-1 等 2 项 2027-01-01')
    expect(titled('PPT', { lines }, 'en')).toBe('Price list: 信号电源屏 PSP-1 and 1 more 2027-01-01')
  })

  it('names what it rests on without its kind', () =>
    expect(titled('ASR', { requestNo: 'request' })).toBe('售后服务记录单：甲地铁 故障'))

  it('is the kind’s own words alone while nothing is filled in', () =>
    expect(titled('ASR', {})).toBe('售后服务记录单'))

  it('puts no reference into brackets: titles that name titles would nest them', () => {
    const nesting = [...kinds.values()].filter(({ view }) =>
      locales.some(
        (locale) => /[（(]\{/.test(view.titleRule[locale]) && view.titleRule[locale].includes('No}'),
      ),
    )
    expect(nesting.map(({ code }) => code)).toEqual([])
  })
})
