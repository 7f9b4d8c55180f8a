import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The three languages of every text that is shown. */
export interface Labels {
  'zh-CN': string
  'zh-TW': string
  en: string
}

export interface FieldView {
  label: Labels
  enum?: { [value: string]: Labels }
  columns?: { [name: string]: FieldView }
}

export interface FieldSchema {
  type: string
  format?: string
  enum?: string[]
  items?: FieldSchema
  properties?: { [name: string]: FieldSchema }
  required?: string[]
  readOnly?: boolean
  'x-kind'?: string
  'x-positions'?: string[]
  'x-computed'?: string
  'x-source'?: string
  'x-default'?: string
  'x-where'?: { [field: string]: string }
}

export interface RecordSchema extends FieldSchema {
  $id: string
  properties: { [name: string]: FieldSchema }
  allOf?: { if: { properties: object }; then: { required: string[] } }[]
  'x-checks'?: { id: string; path: string; rule: string; severity: string }[]
}

export interface RecordView {
  code: string
  identifier: string
  type: string
  templateNo?: string
  origin: string
  inHandbook?: true
  process: string[]
  fields: { [name: string]: FieldView }
  checks?: { [id: string]: Labels }
  layout: {
    id: string
    columns: number
    fields: { field: string; span: number }[]
    when?: { field: string; value: string }
  }[]
  list: { columns: string[]; filters?: string[] }
  scope?: string
  editors?: string[]
}

export interface RecordKind {
  folder: string
  schema: RecordSchema
  view: RecordView
  demo: { key: string; title: string; confidentiality: string; data: { [name: string]: unknown } }[]
}

export interface Setting {
  id: string
  type: string
  options?: { value: string }[]
  default: unknown
}

/** One entry of the start list that leads to several processes by the value of a field. */
export interface StartRoute {
  id: string
  name: Labels
  description: Labels
  kind: string
  field: string
  value: string
}

export interface ProcessMeta {
  id: string
  processId: string
  status: string
  departmentId: string
  ownerPosition: string
  starterPositions: string[]
  starts: string[]
  recordKinds: string[]
  mainRecord?: string
  handsOverTo: string[]
  calls: string[]
  people?: { [variable: string]: string }
  onePer?: string
  startForm?: string
  startRoute?: StartRoute
  settings: Setting[]
  labels: { [elementId: string]: Labels }
}

export interface Scenario {
  name: string
  process: string
  settings?: { [id: string]: unknown }
  start: { by?: string; message?: string; timer?: true; at?: string; variables?: { [name: string]: unknown } }
  steps: ScenarioStep[]
  expect: {
    status: string
    trace: string[]
    versions?: number
    absent?: string[]
    open?: string[]
    published?: string[]
    cancelledTasks?: string[]
    variables?: { [name: string]: unknown }
  }
}

export interface ScenarioStep {
  task?: string
  by?: string
  verb?: 'submit' | 'approve' | 'reject'
  data?: { [name: string]: unknown }
  /** What stands in each document, at a step that may make several. */
  documents?: { [name: string]: unknown }[]
  opinion?: string
  timer?: string
  after?: string
  message?: string
  call?: string
  variables?: { [name: string]: unknown }
}

export interface CatalogueProcess {
  folder: string
  meta: ProcessMeta
  xml: string
  readme: string
  scenarios: { file: string; scenario: Scenario }[]
}

export const root = join(import.meta.dirname, '..')

/** A JSON file of the catalogue. The caller names the type that the file's own schema test vouches for. */
export function readJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Value
}

export function folders(path: string): string[] {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

export function readKinds(): RecordKind[] {
  return folders('records').map((folder) => {
    const demo = `records/${folder}/demo.json`
    return {
      folder,
      schema: readJson<RecordSchema>(`records/${folder}/schema.json`),
      view: readJson<RecordView>(`records/${folder}/view.json`),
      demo: existsSync(join(root, demo)) ? readJson<RecordKind['demo']>(demo) : [],
    }
  })
}

export function readProcesses(): CatalogueProcess[] {
  return folders('processes').map((folder) => {
    const scenarios = readdirSync(join(root, 'processes', folder, 'scenarios'))
    return {
      folder,
      meta: readJson<ProcessMeta>(`processes/${folder}/process.json`),
      xml: readFileSync(join(root, 'processes', folder, 'process.bpmn'), 'utf8'),
      readme: readFileSync(join(root, 'processes', folder, 'README.md'), 'utf8'),
      scenarios: scenarios.sort().map((file) => ({
        file,
        scenario: readJson<Scenario>(`processes/${folder}/scenarios/${file}`),
      })),
    }
  })
}

export interface Identified {
  id: string
}
export interface Position extends Identified {
  departmentId: string
  reportsTo?: string
  members?: string[]
}
export interface Department extends Identified {
  parentId?: string
  managerPosition: string
}
export interface DemoPerson {
  username: string
  departmentId: string
  positions: string[]
  clearance: string
}

export const organization = {
  departments: () => readJson<Department[]>('organization/departments.json'),
  positions: () => readJson<Position[]>('organization/positions.json'),
  people: () => readJson<DemoPerson[]>('organization/people.json'),
  confidentiality: () => readJson<Identified[]>('organization/confidentiality.json'),
}
