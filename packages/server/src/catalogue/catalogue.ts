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
  lifecycle: unknown[]
  kinds: Map<string, RecordKind>
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
  duties: { id: string; text: Labels; processes: string[]; kinds: string[] }[]
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
