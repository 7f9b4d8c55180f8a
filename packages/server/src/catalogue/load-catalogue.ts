import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ErrorObject } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Catalogue, DemoRecord, Feed, ProcessDefinition, RecordKind } from './catalogue.ts'
import type { KindSchema, RecordView } from './record-kind.ts'

/** A catalogue that the program cannot start with: which file, and each place in it. */
export class CatalogueError extends Error {
  readonly code = 'CATALOGUE_INVALID'
  readonly problems: string[]
  constructor(problems: string[]) {
    super(`The catalogue has errors:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'CatalogueError'
    this.problems = problems
  }
}

/**
 * Reads the catalogue folder and checks every file against `schemas/` in it, and the references between them. `ownFolder` is
 * the installation's own: its `records`, `processes` and `feeds` come beside the shipped ones, never in their place. Fails
 * with CATALOGUE_INVALID.
 */
export async function loadCatalogue(folder: string, ownFolder?: string): Promise<Catalogue> {
  const reader = new CatalogueReader(folder)
  const own = ownFolder === undefined ? undefined : reader.beside(ownFolder)
  await own?.refuseMissingFolder()
  await reader.readSchemas()
  const organization = {
    departments: await reader.read<Catalogue['organization']['departments']>(
      'organization/departments.json',
      'departments',
    ),
    positions: await reader.read<Catalogue['organization']['positions']>(
      'organization/positions.json',
      'positions',
    ),
    people: await reader.read<Catalogue['organization']['people']>('organization/people.json', 'people'),
    calendar: await reader.read<Catalogue['organization']['calendar']>(
      'organization/working-calendar.json',
      'working-calendar',
    ),
  }
  const catalogue: Catalogue = {
    organization,
    functions: await reader.read<Catalogue['functions']>('functions/functions.json', 'functions'),
    lifecycle: await reader.read<Catalogue['lifecycle']>('functions/lifecycle.json', 'lifecycle'),
    kinds: new Map(),
    feeds: new Map(),
    processes: new Map(),
  }
  await readWork(reader, catalogue, false)
  if (own) await readWork(own, catalogue, true)
  reader.problems.push(...danglingReferences(catalogue))
  if (reader.problems.length > 0) throw new CatalogueError(reader.problems)
  return catalogue
}

/** Kinds, processes and feeds: what an installation may add to. */
async function readWork(reader: CatalogueReader, catalogue: Catalogue, isOwn: boolean): Promise<void> {
  const add = <Entry>(map: Map<string, Entry>, id: string, entry: Entry, where: string): void => {
    if (map.has(id)) reader.problems.push(`${where}: there is ${id} already`)
    else map.set(id, entry)
  }
  for (const name of await reader.foldersIn('records')) {
    const kind = await readKind(reader, name)
    add(catalogue.kinds, kind.code, kind, `records/${name}`)
  }
  for (const name of await reader.foldersIn('processes')) {
    const definition = await reader.read<ProcessDefinition>(`processes/${name}/process.json`, 'process')
    const xml = await reader.text(`processes/${name}/process.bpmn`)
    const { id } = definition
    add(catalogue.processes, id, { id, definition, xml, isOwn }, `processes/${name}`)
  }
  for (const name of await reader.filesIn('feeds')) {
    const feed = await reader.read<Feed>(`feeds/${name}`, 'feed')
    add(catalogue.feeds, feed.id, feed, `feeds/${name}`)
  }
}

async function readKind(reader: CatalogueReader, name: string): Promise<RecordKind> {
  const schema = await reader.read<KindSchema>(`records/${name}/schema.json`, 'record-schema')
  const view = await reader.read<RecordView & { process?: string[] }>(
    `records/${name}/view.json`,
    'record-view',
  )
  const demo = await reader.readIfThere<DemoRecord[]>(`records/${name}/demo.json`, 'register-demo')
  return {
    code: view.code,
    name: view.name,
    type: view.type,
    processes: view.process ?? [],
    schema,
    view,
    demo: demo ?? [],
  }
}

class CatalogueReader {
  readonly problems: string[]
  private readonly folder: string
  private readonly ajv: Ajv2020

  constructor(folder: string, shipped?: CatalogueReader) {
    this.folder = folder
    this.problems = shipped?.problems ?? []
    this.ajv = shipped?.ajv ?? addFormats.default(new Ajv2020({ allErrors: true, strict: false }))
  }

  /** Reads another folder by the same schemas, into the same list of problems. */
  beside(folder: string): CatalogueReader {
    return new CatalogueReader(folder, this)
  }

  async refuseMissingFolder(): Promise<void> {
    const found = await stat(this.folder).catch(() => undefined)
    if (!found?.isDirectory()) throw new CatalogueError([`${this.folder}: there is no such folder`])
  }

  async text(file: string): Promise<string> {
    try {
      return await readFile(path.join(this.folder, file), 'utf8')
    } catch {
      throw new CatalogueError([`${path.join(this.folder, file)}: cannot be read`])
    }
  }

  async readSchemas(): Promise<void> {
    const names = (await readdir(path.join(this.folder, 'schemas'))).filter((name) =>
      name.endsWith('.schema.json'),
    )
    for (const name of names) {
      this.ajv.addSchema(
        JSON.parse(await readFile(path.join(this.folder, 'schemas', name), 'utf8')) as object,
      )
    }
  }

  async read<Shape>(file: string, schema: string): Promise<Shape> {
    const text = await this.text(file)
    let content: unknown
    try {
      content = JSON.parse(text)
    } catch (error) {
      throw new CatalogueError([`${file}: ${String(error)}`])
    }
    const validate = this.ajv.getSchema(`https://canmou.org/schemas/${schema}.schema.json`)
    if (!validate) throw new CatalogueError([`schemas/${schema}.schema.json is missing`])
    if (!validate(content))
      this.problems.push(...(validate.errors ?? []).map((error) => inWords(file, error)))
    return content as Shape
  }

  async readIfThere<Shape>(file: string, schema: string): Promise<Shape | undefined> {
    const folder = path.join(this.folder, path.dirname(file))
    const isThere = (await readdir(folder)).includes(path.basename(file))
    return isThere ? this.read<Shape>(file, schema) : undefined
  }

  async filesIn(name: string): Promise<string[]> {
    const names = await readdir(path.join(this.folder, name)).catch(none)
    return names.filter((file) => file.endsWith('.json')).sort()
  }

  async foldersIn(name: string): Promise<string[]> {
    const entries = await readdir(path.join(this.folder, name), { withFileTypes: true }).catch(none)
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
  }
}

/** An own catalogue need not have every folder; what the shipped one lacks shows in the references. */
const none = (): never[] => []

const inWords = (file: string, error: ErrorObject): string =>
  `${file}${error.instancePath}: ${error.message ?? error.keyword} ${JSON.stringify(error.params)}`

function danglingReferences(catalogue: Catalogue): string[] {
  const { departments, positions, people } = catalogue.organization
  const departmentIds = new Set(departments.map((department) => department.id))
  const positionIds = new Set(positions.map((position) => position.id))
  const problems: string[] = []
  const needs = (known: { has: (id: string) => boolean }, id: string | undefined, where: string): void => {
    if (id !== undefined && !known.has(id)) problems.push(`${where}: there is no ${id}`)
  }
  for (const { id, parentId, managerPosition } of departments) {
    needs(departmentIds, parentId, `department ${id}`)
    needs(positionIds, managerPosition, `department ${id}`)
  }
  for (const { id, departmentId, members = [] } of positions) {
    needs(departmentIds, departmentId, `position ${id}`)
    for (const member of members) needs(positionIds, member, `position ${id}`)
  }
  for (const { username, departmentId, positions: held } of people) {
    needs(departmentIds, departmentId, `person ${username}`)
    for (const position of held) needs(positionIds, position, `person ${username}`)
  }
  for (const { id, from, to, append, match = {}, set = {} } of catalogue.feeds.values()) {
    needs(catalogue.kinds, from, `feed ${id}`)
    needs(catalogue.kinds, to, `feed ${id}`)
    const fields = new Set(Object.keys(catalogue.kinds.get(to)?.schema.properties ?? {}))
    for (const field of Object.keys({ ...append, ...match, ...set })) needs(fields, field, `feed ${id}`)
  }
  for (const { id, definition } of catalogue.processes.values()) {
    needs(departmentIds, definition.departmentId, `process ${id}`)
    for (const position of definition.starterPositions) needs(positionIds, position, `process ${id}`)
    for (const kind of definition.recordKinds) needs(catalogue.kinds, kind, `process ${id}`)
  }
  return problems
}
