import type { Labels, Level } from '@canmou/contract'
import type { KindSchema, RecordView } from './record-kind.ts'

/** The department as data: what lies in the catalogue folder, read and checked once at start. */
export interface Catalogue {
  organization: {
    departments: DepartmentEntry[]
    positions: PositionEntry[]
    /** The demo organisation; real people live in the database alone. */
    people: PersonEntry[]
    calendar: WorkingCalendar
  }
  functions: FunctionEntry[]
  lifecycle: LifecycleStage[]
  kinds: Map<string, RecordKind>
  feeds: Map<string, Feed>
  processes: Map<string, ProcessEntry>
}

export interface DepartmentEntry {
  id: string
  name: Labels
  parentId?: string
  managerPosition?: string
}

export interface PositionEntry {
  id: string
  name: Labels
  departmentId?: string
  /** A group position (各部门经理) stands for these. */
  members?: string[]
}

export interface PersonEntry {
  username: string
  name: Labels
  demo: boolean
  departmentId: string
  positions: string[]
  clearance: Level
  dataScope: 'own' | 'department' | 'subordinates' | 'all'
}

export interface WorkingCalendar {
  id: string
  timeZone: string
  weekdays: number[]
  spans: { from: string; to: string }[]
  holidays: string[]
  workdays: string[]
}

export interface FunctionEntry {
  id: string
  number: number
  name: Labels
  role: Labels
  duties: WorkItem[]
}

/** Something to be done, with the processes and kinds of records by which it is done. */
export interface WorkItem {
  id: string
  text: Labels
  origin: 'stated' | 'implied' | 'proposed'
  processes: string[]
  kinds: string[]
}

export interface LifecycleStage {
  id: string
  name: Labels
  focus: WorkItem[]
}

/**
 * What a document that takes effect writes into a register (catalogue/README.md, "Feeds"). Rules are FEEL over the fields of
 * the document, `recordId`, `number`, `submittedOn`, and `row` where there is an `each`.
 */
export interface Feed {
  id: string
  description: Labels
  /** Kind of the instance's documents that are read. */
  from: string
  when?: string
  /** A list; each of its items is a fact of its own. */
  each?: string
  /** The register that is written to. */
  to: string
  /** Id of the entry; or else what the entry's fields hold: without such an entry one is made. */
  entry?: string
  match?: Record<string, string>
  /** Fields of an entry that is made. */
  set?: Record<string, string>
  /** Rows that are added to tables; one that is there already is not added again. */
  append: Record<string, string>
  /** Older documents of the kind become void once all of their `what`, a list, is among that of this one: on the last day of `from`. */
  supersedes?: { what: string; from: string }
  /** Whether the entry becomes as secret as the document, or the columns' own levels are enough. */
  level: 'raise' | 'keep'
}

export interface RecordKind {
  code: string
  name: Labels
  type: 'document' | 'register' | 'form'
  /** Ids of the processes that make it. */
  processes: string[]
  schema: KindSchema
  view: RecordView
  /** Rows that a demo organisation starts with. */
  demo: DemoRecord[]
}

export interface DemoRecord {
  /** Names the entry within its kind. */
  key: string
  title: string
  confidentiality: Level
  data: Record<string, unknown>
}

export interface ProcessEntry {
  id: string
  /** `process.json`: names, department, starters, settings, labels per language. */
  definition: ProcessDefinition
  /** `process.bpmn`. */
  xml: string
  /** From the installation's own catalogue: a draft until five have signed it here (domain.md §3 GOV-2). */
  isOwn: boolean
}

export interface ProcessDefinition {
  id: string
  processId: string
  identifier: string
  name: Labels
  description: Labels
  departmentId: string
  ownerPosition: string
  starterPositions: string[]
  starts: string[]
  status: 'draft' | 'inEffect'
  origin: 'stated' | 'implied' | 'proposed'
  recordKinds: string[]
  mainRecord?: string
  /** Start variables that hold the user names of a position's holders. */
  people?: Record<string, string>
  /** Variables that whoever hands over to it brings. */
  handed?: string[]
  /** A variable: a start by timer or message joins the running instance with the same value. */
  onePer?: string
  /** Kind of the form that a manual start asks for. */
  startForm?: string
  /** The entry of the start list that leads here, shared by the processes that it leads to. */
  startRoute?: { id: string; name: Labels; description: Labels; kind: string; field: string; value: string }
  /** What participants may ask a running instance: the message that it waits for, and the button's words. */
  asks?: { message: string; name: Labels }[]
  handsOverTo: string[]
  calls: string[]
  settings: { id: string; name: Labels; type: string; default: unknown; [more: string]: unknown }[]
  labels: Record<string, Labels>
}
