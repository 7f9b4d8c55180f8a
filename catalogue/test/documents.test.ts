import { describe, expect, it } from 'vitest'
import type { FieldSchema } from './catalogue.ts'
import { organization, readJson, readKinds, readProcesses } from './catalogue.ts'

const kinds = readKinds()
const processIds = new Set(readProcesses().map(({ meta }) => meta.id))
const find = (code: string) => kinds.find(({ view }) => view.code === code)

/** The 29 documents of domain.md §9; those in 《》 there are named by the handbook. */
const documents: [code: string, identifier: string, template: string, origin: string, inHandbook?: true][] = [
  ['MRP', 'MarketResearchPlan', 'SC-001-F01', 'stated', true],
  ['MRQ', 'ResearchQuestionnaire', 'SC-002-F01', 'stated', true],
  ['MIC', 'MarketInfoSheet', 'SC-002-F02', 'stated', true],
  ['MRR', 'MarketResearchReport', 'SC-002-F03', 'stated', true],
  ['MPG', 'PromotionPlanGuide', 'SC-003-F01', 'stated', true],
  ['SPS', 'SalesPlanSheet', 'SC-004-F01', 'stated', true],
  ['SPC', 'SalesPlanConsolidation', 'SC-004-F02', 'implied'],
  ['PPL', 'ProductionPlan', 'SC-004-F03', 'stated'],
  ['PPA', 'PricingRequest', 'SC-005-F01', 'proposed'],
  ['PPP', 'PricingProposal', 'SC-005-F02', 'proposed'],
  ['PPT', 'PriceList', 'SC-005-F03', 'proposed'],
  ['BQS', 'BidQuoteAdvice', 'SC-005-F04', 'proposed'],
  ['PMR', 'PublicityRequest', 'SC-006-F01', 'stated'],
  ['PMT', 'PublicityMaterial', 'SC-006-F02', 'stated'],
  ['PUR', 'PurchaseRequisition', 'SC-006-F03', 'stated'],
  ['STI', 'StockInRecord', 'SC-006-F04', 'stated'],
  ['MAP', 'ActivityPlan', 'SC-007-F01', 'stated', true],
  ['MAR', 'ActivityRecord', 'SC-007-F02', 'stated'],
  ['MAT', 'ActivityTemplate', 'SC-007-F03', 'stated'],
  ['TSR', 'TechServiceRequest', 'SC-008/010-F01', 'stated', true],
  ['TRP', 'TrainingPlan', 'SC-008-F02', 'stated', true],
  ['TRS', 'TrainingSurvey', 'SC-008-F03', 'stated', true],
  ['TSM', 'TrainingSummary', 'SC-008-F04', 'stated'],
  ['SSP', 'SatisfactionSurveyPlan', 'SC-009-F01', 'stated', true],
  ['SSF', 'SatisfactionSurveyForm', 'SC-009-F02', 'stated'],
  ['SRP', 'SurveyReport', 'SC-009-F03', 'stated', true],
  ['HSL', 'HandlingSolution', 'SC-009-F04', 'stated'],
  ['PTP', 'PretreatmentPlan', 'SC-010-F02', 'stated', true],
  ['ASR', 'AfterSalesRecord', 'SC-010-F03', 'proposed'],
]

/** `SC-008/010-F01` belongs to SC-008 and SC-010. */
function processesOf(template: string): string[] {
  const numbers = (/^SC-([\d/]+)-/.exec(template)?.[1] ?? '').split('/')
  return numbers.map((number) => `SC-${number}`)
}
const drawn = documents.filter(([, , template]) => processesOf(template).every((id) => processIds.has(id)))

describe('the documents of the handbook', () => {
  it('are 29, of which 13 are named in 《》', () => {
    expect(documents).toHaveLength(29)
    expect(documents.filter(([, , , , inHandbook]) => inHandbook)).toHaveLength(13)
  })
  it.each(drawn)(
    '%s (%s) has its number, process and origin',
    (code, identifier, template, origin, named) => {
      const view = find(code)?.view
      expect(view).toMatchObject({
        type: 'document',
        identifier,
        templateNo: template,
        process: processesOf(template),
        origin,
      })
      expect(view?.inHandbook).toBe(named)
    },
  )
  it('stand beside no other numbered document than those of the processes that the program adds', () => {
    const codes = new Set(documents.map(([code]) => code))
    const others = kinds.filter(({ view }) => view.type === 'document' && !codes.has(view.code))
    expect(others.map(({ view }) => view.code)).toEqual(['PVR', 'QIR'])
  })
})

describe('the duties without a process', () => {
  const functions =
    readJson<{ duties: { id: string; processes: string[]; kinds: string[] }[] }[]>('functions/functions.json')
  const duties = functions.flatMap((one) => one.duties)
  const plain = duties.filter(({ processes }) => processes.length === 0)
  it('have a register each, with entries to look at', () => {
    expect(plain.map(({ id }) => id)).toEqual(['1.1', '3.1', '4.1', '4.4'])
    const kept = [...plain, ...duties.filter(({ id }) => id === '1.2')].flatMap((duty) => duty.kinds)
    for (const code of [...kept, 'AMT']) {
      expect(find(code)?.view.type, code).toBe('register')
      expect(find(code)?.demo.length, code).toBeGreaterThan(0)
    }
  })
  it('watch over suppliers and over agents', () => {
    const roles = find('ORG')?.demo.flatMap(({ data }) => data['roles'])
    expect(roles).toEqual(expect.arrayContaining(['supplier', 'agent']))
  })
})

interface Mention {
  format: string
  kind: string | undefined
  value: string
}

/** Whatever the data point at: records, people, departments. */
function* mentionsIn(schema: FieldSchema, value: unknown): Generator<Mention> {
  if (Array.isArray(value)) {
    for (const item of value) if (schema.items) yield* mentionsIn(schema.items, item)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      const field = schema.properties?.[name]
      if (field) yield* mentionsIn(field, inner)
    }
  } else if (typeof value === 'string' && schema.format?.endsWith('-ref')) {
    yield { format: schema.format, kind: schema['x-kind'], value }
  }
}

describe('demo entries', () => {
  const registers = kinds.filter(({ view }) => view.type === 'register')
  const usernames = new Set(organization.people().map(({ username }) => username))
  it.each(registers)('$folder: there are some, all marked as such', ({ demo }) => {
    expect(demo.length).toBeGreaterThan(0)
    for (const { title } of demo) expect(title).toContain('（演示）')
  })
  it.each(registers)('$folder: they point at entries and people of the demo', ({ schema, demo }) => {
    for (const { key, data } of demo) {
      for (const { format, kind, value } of mentionsIn(schema, data)) {
        if (format === 'person-ref') expect(usernames.has(value), `${key}: ${value}`).toBe(true)
        if (format !== 'record-ref') continue
        const [code, target] = value.replace(/^@/, '').split(':')
        expect(code, key).toBe(kind)
        expect(
          find(code ?? '')?.demo.map((entry) => entry.key),
          key,
        ).toContain(target)
      }
    }
  })
})
