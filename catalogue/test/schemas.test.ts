import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parseExpression } from 'feelin'
import { describe, expect, it } from 'vitest'
import { readJson, readKinds, readProcesses, root } from './catalogue.ts'
import type { FieldSchema } from './catalogue.ts'

const addFormats = formats.default

function validator(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats(ajv)
  for (const file of readdirSync(join(root, 'schemas'))) ajv.addSchema(readJson<object>(`schemas/${file}`))
  return ajv
}

/** The validator of records, with the formats and keywords that catalogue/README.md lists and no others. */
function recordValidator(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false })
  addFormats(ajv)
  for (const keyword of [
    'kind',
    'positions',
    'computed',
    'source',
    'default',
    'where',
    'widget',
    'confidentiality',
    'checks',
    'lookup',
  ]) {
    ajv.addKeyword(`x-${keyword}`)
  }
  ajv.addFormat('year-month', /^\d{4}-(0[1-9]|1[0-2])$/)
  for (const name of ['record-ref', 'person-ref', 'department-ref', 'file-ref']) ajv.addFormat(name, /^\S+$/)
  for (const name of ['money', 'percent']) ajv.addFormat(name, { type: 'number', validate: () => true })
  return ajv
}

const ajv = validator()
const check = (schema: string, path: string): void => {
  const ok = ajv.validate(`https://canmou.org/schemas/${schema}.schema.json`, readJson(path))
  expect(ok ? [] : ajv.errors, path).toEqual([])
}

const whole: [schema: string, path: string][] = [
  ['confidentiality', 'organization/confidentiality.json'],
  ['departments', 'organization/departments.json'],
  ['positions', 'organization/positions.json'],
  ['people', 'organization/people.json'],
  ['working-calendar', 'organization/working-calendar.json'],
  ['functions', 'functions/functions.json'],
  ['lifecycle', 'functions/lifecycle.json'],
]

function* fieldsOf(schema: FieldSchema, path: string): Generator<[string, FieldSchema]> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    yield [`${path}.${name}`, field]
    yield* fieldsOf(field.items ?? field, `${path}.${name}`)
  }
}

/** FEEL that does not parse yields nodes marked as errors. */
function parses(expression: string): boolean {
  let broken = false
  parseExpression(expression.slice(1), {}, undefined).iterate({
    enter: (node) => {
      broken ||= node.type.isError
    },
  })
  return !broken
}

describe('every file of the catalogue keeps to its schema', () => {
  it.each(whole)('%s', (schema, path) => check(schema, path))
  it.each(readKinds())('record kind $folder', ({ folder, demo }) => {
    check('record-schema', `records/${folder}/schema.json`)
    check('record-view', `records/${folder}/view.json`)
    if (demo.length > 0) check('register-demo', `records/${folder}/demo.json`)
  })
  it.each(readProcesses())('process $folder', ({ folder, scenarios }) => {
    check('process', `processes/${folder}/process.json`)
    for (const { file } of scenarios) check('scenario', `processes/${folder}/scenarios/${file}`)
  })
  it('refuses a department without a name', () => {
    const ok = ajv.validate('https://canmou.org/schemas/departments.schema.json', [{ id: 'x' }])
    expect(ok).toBe(false)
  })
})

describe('record kinds', () => {
  it.each(readKinds())('$folder is a schema that ajv compiles in strict mode', ({ schema, demo }) => {
    const validate = recordValidator().compile(schema)
    for (const entry of demo) expect(validate(entry.data) ? [] : validate.errors, entry.key).toEqual([])
    if (schema.required) expect(validate({})).toBe(false)
  })
  it.each(readKinds())('$folder writes FEEL that parses', ({ schema }) => {
    for (const [path, field] of fieldsOf(schema, '')) {
      for (const feel of [field['x-computed'], field['x-source'], field['x-default']]) {
        if (feel?.startsWith('=')) expect(parses(feel), `${path}: ${feel}`).toBe(true)
      }
      const own = Boolean(field['x-computed'] ?? field['x-source'])
      expect(own, `${path}: only what the program fills in is read-only`).toBe(field.readOnly === true)
    }
    for (const rule of schema['x-checks'] ?? []) expect(parses(rule.rule), rule.id).toBe(true)
  })
  it('tells broken FEEL from sound FEEL', () => {
    expect(parses('=sum(a.b)')).toBe(true)
    expect(parses('=if a then')).toBe(false)
  })
  it('keeps the data of scenarios to the schema of the form that takes it', () => {
    const validators = new Map(
      readKinds().map(({ view, schema }) => [view.code, recordValidator().compile(schema)]),
    )
    for (const { xml, scenarios, folder } of readProcesses()) {
      const forms = new Map(
        [...xml.matchAll(/<bpmn:userTask id="(\w+)"(?:(?!<\/bpmn:userTask>)[^])*?formId="(\w+)"/g)].map(
          (m) => [m[1], m[2]],
        ),
      )
      for (const { file, scenario } of scenarios) {
        for (const step of scenario.steps) {
          const validate = validators.get(forms.get(step.task ?? '') ?? '')
          if (!validate || step.verb !== 'submit') continue
          for (const data of step.documents ?? [step.data ?? {}])
            expect(validate(data) ? [] : validate.errors, `${folder} ${file} ${step.task}`).toEqual([])
        }
      }
    }
  })
})

describe('the handbook of the formats', () => {
  it('names every keyword of its own that a schema uses', () => {
    const text = readFileSync(join(root, 'README.md'), 'utf8')
    const used = new Set(readKinds().flatMap(({ schema }) => JSON.stringify(schema).match(/x-[a-z]+/g) ?? []))
    for (const keyword of used) expect(text).toContain(`\`${keyword}`)
  })
})
