import type { Labels } from '@canmou/contract'

/** A kind's JSON Schema 2020-12 with the catalogue's own `x-` keywords. */
export interface KindSchema {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  properties?: Record<string, KindSchema>
  items?: KindSchema
  required?: string[]
  readOnly?: boolean
  /** FEEL over the record's data; the server writes the result into the field. */
  'x-computed'?: string
  /** FEEL rules over several fields. */
  'x-checks'?: RecordCheck[]
  /** The field's own level (an id of confidentiality.json). */
  'x-confidentiality'?: string
  [keyword: string]: unknown
}

export interface RecordCheck {
  id: string
  /** JSON pointer of the field to correct. */
  path: string
  rule: string
  severity: 'error' | 'warning'
}

/** How a kind is shown: labels, layout, list. */
export interface RecordView {
  code: string
  identifier: string
  type: 'document' | 'register' | 'form'
  name: Labels
  titleRule: Labels
  fields: Record<string, FieldView>
  checks?: Record<string, Labels>
  list: { columns: string[]; filters: string[] }
  phrases?: Record<string, Labels[]>
  /** Of a register: `company` where everybody cleared for an entry may read it, whatever his data scope. */
  scope?: 'company'
  /** Of a register: positions whose holders add and edit entries; without it, see records/register-rights.ts. */
  editors?: string[]
  /** Of a register whose entries stand in a life-cycle stage: the field with the stage, and the table of what is done. */
  lifecycle?: { stage: string; done: string }
  [more: string]: unknown
}

export interface FieldView {
  label: Labels
  enum?: Record<string, Labels>
  columns?: Record<string, FieldView>
  [more: string]: unknown
}
