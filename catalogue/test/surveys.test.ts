import { evaluate } from 'feelin'
import { describe, expect, it } from 'vitest'
import type { FieldSchema, RecordSchema, Scenario } from './catalogue.ts'
import { readJson, readKinds, readProcesses } from './catalogue.ts'
import { extension, readDrawing } from './drawing.ts'
import { runScenario } from './run-scenario.ts'

const kinds = readKinds()
const processes = readProcesses()

function schemaOf(code: string): RecordSchema {
  const kind = kinds.find(({ view }) => view.code === code)
  if (!kind) throw new Error(`${code} is missing`)
  return kind.schema
}

function processOf(id: string) {
  const process = processes.find(({ meta }) => meta.id === id)
  if (!process) throw new Error(`${id} is missing`)
  return process
}

async function variablesAfter(id: string, scenario: string): Promise<{ [name: string]: unknown }> {
  const process = processOf(id)
  const path = `processes/${process.folder}/scenarios/${scenario}.json`
  return (await runScenario(process, kinds, readJson<Scenario>(path))).variables
}

/** What the program fills in from the variables of the process. */
function sourced(schema: FieldSchema, variables: { [name: string]: unknown }): { [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
      const source = field['x-source']
      return source?.startsWith('=') ? [[name, evaluate(source.slice(1), variables).value]] : []
    }),
  )
}

function defaultOf(code: string, field: string, variables: { [name: string]: unknown }): unknown {
  const rule = schemaOf(code).properties[field]?.['x-default']
  if (!rule) throw new Error(`${code}.${field} has no default`)
  return evaluate(rule.slice(1), variables).value
}

describe('the training survey', () => {
  it('takes the same answers typed in a row as on a sheet', () => {
    const { planNo: _, ...sheet } = schemaOf('TRS').properties
    expect(schemaOf('TSA').properties['answers']?.items?.properties).toEqual(sheet)
    expect(schemaOf('TSA').properties['answers']?.items?.required).toEqual(
      schemaOf('TRS').required?.filter((name) => name !== 'planNo'),
    )
  })
  it('is summed up from what was collected and who came', async () => {
    const variables = await variablesAfter('SC-008', 'straight')
    expect(sourced(schemaOf('TSM'), variables)).toMatchObject({
      attendance: 2,
      sampleCount: 2,
      responseRate: 100,
      avgScores: [
        { dimension: 'satisfaction', average: 4.5, lowest: 4 },
        { dimension: 'content', average: 3.5, lowest: 3 },
        { dimension: 'trainer', average: 5, lowest: 5 },
        { dimension: 'organization', average: 4, lowest: 4 },
      ],
    })
  })
  it('says nothing where nothing was collected yet', () => {
    const variables = { SC008_answers: null, attendance: null }
    expect(sourced(schemaOf('TSM'), variables)).toMatchObject({ avgScores: [], responseRate: null })
  })
  it('begins the attendance with everybody in the plan', async () => {
    const variables = await variablesAfter('SC-008', 'straight')
    expect(defaultOf('TAT', 'attendees', variables)).toMatchObject([
      { name: '学员甲（演示）', traineeType: 'agent', present: true },
      { name: '学员乙（演示）', present: true },
      { name: '学员丙（演示）', present: true },
    ])
  })
})

describe('steps that collect a survey', () => {
  it.each(processes)('$folder: their form takes the fields of the answer sheet', async ({ xml }) => {
    for (const element of (await readDrawing(xml)).elements) {
      const properties = (extension(element, 'zeebe:Properties')?.get('properties') ?? []) as {
        name: string
        value: string
      }[]
      const survey = properties.find(({ name }) => name === 'survey')?.value
      if (survey === undefined) continue
      const form = String(extension(element, 'zeebe:FormDefinition')?.get('formId'))
      expect(schemaOf(form).properties['answers']?.type, element.id).toBe('array')
      expect(kinds.find(({ view }) => view.code === survey)?.view.type, element.id).toBe('document')
    }
  })
})

describe('the assessment of an after-sales request', () => {
  it('is shown on the request, and proposes the engineer and the mean of both workloads', async () => {
    const variables = await variablesAfter('SC-010', 'straight')
    expect(sourced(schemaOf('TSR'), variables)).toMatchObject({
      assignee: 'afterSalesEngineer',
      workload: 1.5,
      proposals: [
        { workload: 1, engineer: 'afterSalesEngineer' },
        { workload: 2, engineer: 'afterSalesEngineer', note: '带备件到场。' },
      ],
    })
    expect(defaultOf('TSE', 'assignee', variables)).toBe('afterSalesEngineer')
    expect(defaultOf('TSE', 'workload', variables)).toBe(1.5)
  })
  it('is left out where a reviewer said nothing, so that the request can be handed in again', () => {
    const asked = (SC010_assessments: unknown) => sourced(schemaOf('TSR'), { SC010_assessments })['proposals']
    const silent = { decision: 'approve', workload: null, engineer: null, note: null }
    expect(asked([silent, { ...silent, decision: 'reject', note: '请补充。' }, null])).toEqual([
      { note: '请补充。' },
    ])
    expect(asked(null)).toEqual([])
  })
  it('proposes nobody where no reviewer named one', () => {
    const variables = { SC010_assessments: [{ decision: 'approve', workload: null, engineer: null }] }
    expect(defaultOf('TSE', 'assignee', variables)).toBeNull()
    expect(defaultOf('TSE', 'workload', variables)).toBeNull()
  })
})
