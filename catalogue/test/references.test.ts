import { describe, expect, it } from 'vitest'
import { organization, readJson, readKinds, readProcesses } from './catalogue.ts'
import type { FieldSchema, FieldView } from './catalogue.ts'
import { extension, readDrawing } from './drawing.ts'

const kinds = readKinds()
const processes = readProcesses()
const codes = new Set(kinds.map(({ view }) => view.code))
const processIds = new Set(processes.map(({ meta }) => meta.id))
const departments = new Set(organization.departments().map(({ id }) => id))
const positions = new Set(organization.positions().map(({ id }) => id))
const usernames = new Set(organization.people().map(({ username }) => username))
const levels = new Set(organization.confidentiality().map(({ id }) => id))

const known = (id: string): boolean => processIds.has(id)

function all(values: string[], set: Set<string>, where: string): void {
  expect(
    values.filter((value) => !set.has(value)),
    where,
  ).toEqual([])
}

function unique(values: string[], where: string): void {
  expect(
    values.filter((value, index) => values.indexOf(value) !== index),
    where,
  ).toEqual([])
}

describe('the organisation', () => {
  it('names each department, position and person once', () => {
    unique(
      organization.departments().map(({ id }) => id),
      'departments',
    )
    unique(
      organization.positions().map(({ id }) => id),
      'positions',
    )
    unique(
      organization.people().map(({ username }) => username),
      'people',
    )
  })
  it('refers to departments, positions and levels that exist', () => {
    for (const { id, parentId, managerPosition } of organization.departments()) {
      all(parentId ? [parentId] : [], departments, id)
      all([managerPosition], positions, id)
    }
    for (const { id, departmentId, reportsTo, members } of organization.positions()) {
      all([departmentId], departments, id)
      all([...(reportsTo ? [reportsTo] : []), ...(members ?? [])], positions, id)
    }
    for (const { username, departmentId, positions: held, clearance } of organization.people()) {
      all([departmentId], departments, username)
      all(held, positions, username)
      all([clearance], levels, username)
    }
  })
  it('has a holder for every position that is no group', () => {
    const held = new Set(organization.people().flatMap((person) => person.positions))
    const empty = organization.positions().filter(({ id, members }) => !members && !held.has(id))
    expect(empty).toEqual([])
  })
})

describe('functions and life cycle', () => {
  interface Item {
    id: string
    processes: string[]
    kinds: string[]
  }
  const functions = readJson<{ id: string; duties: Item[] }[]>('functions/functions.json')
  const stages = readJson<{ id: string; focus: Item[] }[]>('functions/lifecycle.json')
  it('holds the 4 functions with 16 duties, and 3 stages with 11 focus items', () => {
    expect(functions.map(({ duties }) => duties.length)).toEqual([3, 4, 5, 4])
    expect(stages.map(({ focus }) => focus.length)).toEqual([5, 3, 3])
  })
  it('gives each duty and each focus item a place in the program', () => {
    const items = [...functions.flatMap(({ duties }) => duties), ...stages.flatMap(({ focus }) => focus)]
    unique(
      items.map(({ id }) => id),
      'ids',
    )
    for (const item of items) {
      expect(item.processes.length + item.kinds.length, item.id).toBeGreaterThan(0)
      expect(
        item.processes.filter((id) => !known(id)),
        item.id,
      ).toEqual([])
    }
  })
})

function sameKeys(schema: FieldSchema, fields: { [name: string]: FieldView }, where: string): void {
  const properties = schema.properties ?? {}
  expect(Object.keys(fields).sort(), where).toEqual(Object.keys(properties).sort())
  for (const [name, field] of Object.entries(properties)) {
    const view = fields[name]
    const inner = field.items ?? field
    if (inner.enum) expect(Object.keys(view?.enum ?? {}), `${where}.${name}`).toEqual(inner.enum)
    else expect(view?.enum, `${where}.${name}`).toBeUndefined()
    if (field.type === 'array' && inner.properties) sameKeys(inner, view?.columns ?? {}, `${where}.${name}`)
    for (const target of Object.keys(inner['x-where'] ?? {})) {
      const kind = kinds.find(({ view: { code } }) => code === inner['x-kind'])
      expect(Object.keys(kind?.schema.properties ?? {}), `${where}.${name}`).toContain(target)
    }
    if (inner['x-kind']) all([inner['x-kind']], codes, `${where}.${name}`)
    all(inner['x-positions'] ?? [], positions, `${where}.${name}`)
  }
  all(schema.required ?? [], new Set(Object.keys(properties)), where)
}

describe('record kinds', () => {
  it('have their own code, and the folder says it', () => {
    unique(
      kinds.map(({ view }) => view.code),
      'codes',
    )
    for (const { folder, view, schema } of kinds) {
      expect(folder.startsWith(`${view.code}-`), folder).toBe(true)
      expect(schema.$id).toContain(`/${view.code}.`)
    }
  })
  it.each(kinds)('$folder shows every field once and nothing else', ({ schema, view }) => {
    sameKeys(schema, view.fields, view.code)
    const names = Object.keys(schema.properties)
    const placed = view.layout.flatMap(({ fields }) => fields.map(({ field }) => field))
    expect([...placed].sort()).toEqual([...names].sort())
    const listed = [
      'number',
      'title',
      'status',
      'version',
      'author',
      'department',
      'confidentiality',
      'updatedAt',
    ]
    all([...view.list.columns, ...(view.list.filters ?? [])], new Set([...listed, ...names]), 'list')
    for (const { columns, fields, when } of view.layout) {
      for (const { span } of fields) expect(span).toBeLessThanOrEqual(columns)
      if (when) expect(schema.properties[when.field]?.enum, when.field).toContain(when.value)
    }
    for (const rule of schema.allOf ?? [])
      all([...rule.then.required, ...Object.keys(rule.if.properties)], new Set(names), 'if')
    expect(Object.keys(view.checks ?? {})).toEqual((schema['x-checks'] ?? []).map(({ id }) => id))
    expect(
      view.process.filter((id) => !processIds.has(id)),
      'process',
    ).toEqual([])
    all(view.editors ?? [], positions, 'editors')
    if (view.editors || view.scope) expect(view.type).toBe('register')
  })
  it.each(kinds.filter(({ demo }) => demo.length > 0))(
    '$folder has demo entries with keys of their own',
    ({ demo }) => {
      unique(
        demo.map(({ key }) => key),
        'keys',
      )
      all(
        demo.map(({ confidentiality }) => confidentiality),
        levels,
        'levels',
      )
    },
  )
})

describe('start routes', () => {
  const routed = processes.flatMap(({ meta }) => (meta.startRoute ? [{ meta, route: meta.startRoute }] : []))
  const ids = [...new Set(routed.map(({ route }) => route.id))]
  it('has the one of the technical service request', () => {
    expect(ids).toEqual(['technicalService'])
  })
  it.each(ids)('%s is one entry, and each value of its field leads to one process', (id) => {
    const ways = routed.filter(({ route }) => route.id === id)
    const shared = ways.map(({ route: { value: _, ...same } }) => same)
    for (const same of shared) expect(same).toEqual(shared[0])
    const [first] = ways
    const kind = kinds.find(({ view }) => view.code === first?.route.kind)
    const values = kind?.schema.properties[first?.route.field ?? '']?.enum ?? []
    expect(ways.map(({ route }) => route.value).sort()).toEqual([...values].sort())
    for (const { meta } of ways) {
      expect(meta.starts).toContain('manual')
      expect(meta.starterPositions).toEqual(first?.meta.starterPositions)
      all([first?.route.kind ?? ''], new Set(meta.recordKinds), meta.id)
    }
  })
})

describe('processes', () => {
  it.each(processes)('$folder refers to what exists', ({ folder, meta, readme, xml }) => {
    expect(folder.startsWith(`${meta.id}-`)).toBe(true)
    expect(meta.processId).toBe(meta.id.replace('-', ''))
    all([meta.departmentId], departments, 'department')
    all([meta.ownerPosition, ...meta.starterPositions], positions, 'positions')
    all([...meta.recordKinds, ...(meta.mainRecord ? [meta.mainRecord] : [])], codes, 'kinds')
    expect([...meta.handsOverTo, ...meta.calls].filter((id) => !known(id))).toEqual([])
    all(Object.values(meta.people ?? {}), positions, 'people')
    expect(xml.includes('<zeebe:formDefinition') || !meta.startForm).toBe(true)
    expect(readme.startsWith(`# ${meta.id} `)).toBe(true)
    for (const { options, default: standard } of meta.settings) {
      if (options) expect(options.map(({ value }) => value)).toContain(standard)
    }
  })
  it.each(processes)('$folder asks positions and forms that exist', async ({ meta, xml }) => {
    const { elements, process, warnings } = await readDrawing(xml)
    expect(warnings).toEqual([])
    expect(process.id).toBe(meta.processId)
    for (const element of elements) {
      expect(element.id.startsWith(`${meta.processId}_`), element.id).toBe(true)
      const form = extension(element, 'zeebe:FormDefinition')?.get('formId')
      if (typeof form === 'string') all([form], new Set(meta.recordKinds), element.id)
      const groups = extension(element, 'zeebe:AssignmentDefinition')?.get('candidateGroups')
      if (typeof groups === 'string' && !groups.startsWith('=')) {
        all(
          groups.split(',').map((name) => name.trim()),
          new Set([...positions, ...departments]),
          element.id,
        )
      }
      const header = extension(element, 'zeebe:TaskHeaders')?.get('values')
      for (const { key, value } of (header ?? []) as { key: string; value: string }[]) {
        if (key === 'task')
          expect(
            elements.some(({ id }) => id === value),
            value,
          ).toBe(true)
      }
    }
  })
  it.each(processes)('$folder names fields that its forms and documents have', async ({ xml }) => {
    const { elements } = await readDrawing(xml)
    for (const element of elements) {
      const properties = extension(element, 'zeebe:Properties')?.get('properties')
      const said = Object.fromEntries(
        ((properties ?? []) as { name: string; value: string }[]).map(({ name, value }) => [name, value]),
      )
      const form = extension(element, 'zeebe:FormDefinition')?.get('formId')
      const shown = [form, said['record']].filter((code) => typeof code === 'string' && !code.startsWith('='))
      all(shown as string[], codes, element.id)
      const fieldsOf = (code: unknown): string[] =>
        Object.keys(kinds.find(({ view }) => view.code === code)?.schema.properties ?? {})
      const listed = extension(element, 'canmou:Task')?.get('fields') ?? []
      all(
        (listed as { name: string }[]).map(({ name }) => name),
        new Set(shown.flatMap(fieldsOf)),
        element.id,
      )
      const editable = (said['editable'] ?? '').split(',').flatMap((name) => name.trim() || [])
      all(editable, new Set(fieldsOf(said['record'] ?? form)), element.id)
    }
  })
  it.each(processes)('$folder names its elements as process.json does', async ({ meta, xml }) => {
    const { elements } = await readDrawing(xml)
    const named = elements.filter(({ name }) => name).map(({ id, name }) => [id, name])
    expect(
      Object.entries(meta.labels)
        .map(([id, labels]) => [id, labels['zh-CN']])
        .sort(),
    ).toEqual(named.sort())
  })
  it.each(processes)(
    '$folder has scenarios that speak of its own elements and of demo users',
    async ({ meta, xml, scenarios }) => {
      const ids = new Set((await readDrawing(xml)).elements.map(({ id }) => id))
      expect(scenarios.length).toBeGreaterThan(0)
      unique(
        scenarios.map(({ scenario }) => scenario.name),
        'names',
      )
      for (const { file, scenario } of scenarios) {
        expect(scenario.process, file).toBe(meta.id)
        all(
          [...scenario.expect.trace, ...(scenario.expect.absent ?? []), ...(scenario.expect.open ?? [])],
          ids,
          file,
        )
        for (const { task, by, timer, call } of scenario.steps) {
          all(
            [task, timer, call].filter((id) => id !== undefined),
            ids,
            file,
          )
          if (by !== undefined) all([by], usernames, file)
        }
      }
    },
  )
})
