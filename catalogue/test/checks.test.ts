import { evaluate } from 'feelin'
import { describe, expect, it } from 'vitest'
import { readKinds, readProcesses } from './catalogue.ts'
import type { RecordKind } from './catalogue.ts'
import { withComputed } from './computed.ts'

type Data = { [name: string]: unknown }

const kinds = new Map(readKinds().map((kind) => [kind.view.code, kind]))

/** The ids of the checks that the data breaks; one without an answer says nothing. */
function broken({ schema }: RecordKind, data: Data, severity: string): string[] {
  const nothing = Object.fromEntries(Object.keys(schema.properties).map((name) => [name, null]))
  const full = { ...nothing, ...withComputed(schema, data) }
  return (schema['x-checks'] ?? [])
    .filter((check) => check.severity === severity && evaluate(check.rule.slice(1), full).value === false)
    .map(({ id }) => id)
}

function brokenIn(code: string, data: Data, severity = 'error'): string[] {
  const kind = kinds.get(code)
  if (!kind) throw new Error(`${code} is missing`)
  return broken(kind, data, severity)
}

describe('checks over several fields', () => {
  it('find nothing wrong in what the scenarios submit', () => {
    for (const { folder, xml, scenarios } of readProcesses()) {
      const forms = new Map(
        [...xml.matchAll(/<bpmn:userTask id="(\w+)"(?:(?!<\/bpmn:userTask>)[^])*?formId="(\w+)"/g)].map(
          (m) => [m[1], m[2]],
        ),
      )
      for (const { file, scenario } of scenarios) {
        for (const { task, data } of scenario.steps) {
          const kind = kinds.get(forms.get(task ?? '') ?? '')
          if (kind) expect(broken(kind, data ?? {}, 'error'), `${folder} ${file} ${task}`).toEqual([])
        }
      }
    }
  })
  it('refuse a floor price above the proposed price, and warn of one below the cost', () => {
    const prices = { unitCost: 5000000, listPrice: 8500000, floorPrice: 7200000 }
    expect(brokenIn('PPP', prices)).toEqual([])
    expect(brokenIn('PPP', { ...prices, floorPrice: 8500001 })).toEqual(['floorBelowList'])
    expect(brokenIn('PPP', prices, 'warning')).toEqual([])
    expect(brokenIn('PPP', { ...prices, floorPrice: 4999999 }, 'warning')).toEqual(['floorAboveCost'])
  })
  it('refuse a price list with a floor above its price, an end before its beginning, or a product twice', () => {
    const line = { product: 'a', unit: '台', listPrice: 100, floorPrice: 100, validFrom: '2027-01-01' }
    expect(brokenIn('PPT', { lines: [line, { ...line, product: 'b', validTo: '2027-01-01' }] })).toEqual([])
    expect(brokenIn('PPT', { lines: [{ ...line, floorPrice: 101 }] })).toEqual(['floorBelowList'])
    expect(brokenIn('PPT', { lines: [{ ...line, validTo: '2026-12-31' }] })).toEqual(['validOrder'])
    expect(brokenIn('PPT', { lines: [line, line] })).toEqual(['productOnce'])
  })
  it('want the price of a bid before the bid closes', () => {
    const bid = { pricingType: 'bid', bidDeadline: '2026-12-22T09:30:00+08:00' }
    expect(brokenIn('PPA', { ...bid, expectedDate: '2026-12-22' })).toEqual([])
    expect(brokenIn('PPA', { ...bid, expectedDate: '2026-12-23' })).toEqual(['beforeDeadline'])
    expect(brokenIn('PPA', { pricingType: 'newProduct', expectedDate: '2026-12-23' })).toEqual([])
  })
  it('refuse a bid whose floor is above the quotation, and ask for the price that won', () => {
    expect(brokenIn('BQS', { quote: 100, floorQuote: 101 })).toEqual(['floorBelowQuote'])
    expect(brokenIn('BQS', { result: 'won' }, 'warning')).toEqual(['winnerPriceKnown'])
    expect(brokenIn('BQS', { result: 'lost' }, 'warning')).toEqual([])
  })
  it('want the final files once the design was reviewed', () => {
    expect(brokenIn('PMT', { stage: 'draft' })).toEqual([])
    expect(brokenIn('PMT', { stage: 'reviewed', finalFiles: [] })).toEqual(['finalFilesPresent'])
    expect(brokenIn('PMT', { stage: 'reviewed', finalFiles: ['a'] })).toEqual([])
  })
  it('refuse what was printed before it was sent, and more in order than received', () => {
    expect(brokenIn('PUR', { submittedDate: '2026-12-09', printedDate: '2026-12-08' })).toEqual([
      'printedAfterSent',
    ])
    expect(brokenIn('STI', { receivedQty: 10, qualifiedQty: 11 })).toEqual(['qualifiedWithinReceived'])
    expect(brokenIn('STI', { receivedQty: 10 })).toEqual([])
  })
  it('want to know what was revised under way, and warn of a task due after the activity', () => {
    expect(brokenIn('MAP', { phase: 'planning' })).toEqual([])
    expect(brokenIn('MAP', { phase: 'execution', revisedParts: [] })).toEqual(['revisedPartsNamed'])
    expect(brokenIn('MAP', { startDate: '2027-03-16', endDate: '2027-03-15' })).toEqual(['dateOrder'])
    const late = { endDate: '2027-03-18', tasks: [{ due: '2027-03-19' }] }
    expect(brokenIn('MAP', late, 'warning')).toEqual(['tasksInTime'])
  })
})

describe('computed prices', () => {
  it('add up the cost of a unit and give the margin, which may be a loss', () => {
    const of = (code: string, data: Data) => withComputed(kinds.get(code)?.schema ?? { type: 'object' }, data)
    expect(of('PCC', { costItems: [{ amount: 3650000 }, { amount: 1350000 }] })).toMatchObject({
      unitCost: 5000000,
    })
    expect(of('PPP', { listPrice: 8000000, unitCost: 5000000 })).toMatchObject({ grossMargin: 37.5 })
    expect(of('PPP', { listPrice: 4000000, unitCost: 5000000 })).toMatchObject({ grossMargin: -25 })
  })
})
