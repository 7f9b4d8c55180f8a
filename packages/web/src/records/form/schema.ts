import type { Labels, Locale } from '@canmou/contract'

/** The part of JSON Schema 2020-12 and of our own keywords that record kinds use (catalogue/README.md). */
export interface Schema {
  type?: string
  format?: string
  enum?: readonly string[]
  const?: unknown
  properties?: Readonly<Record<string, Schema>>
  items?: Schema
  required?: readonly string[]
  allOf?: readonly Schema[]
  if?: Schema
  then?: Schema
  else?: Schema
  'x-lookup'?: { from: string; value: string }
  default?: unknown
  readOnly?: boolean
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  pattern?: string
  $ref?: string
  $defs?: Readonly<Record<string, Schema>>
  'x-widget'?: string
  /** FEEL, after a `=`: the value follows from others. */
  'x-computed'?: string
  /** Filled by the server, such as `opinion:SC001_reviewPlan`. */
  'x-source'?: string
  /** The record kind that a `record-ref` points at. */
  'x-kind'?: string
  /** Only entries whose data hold these values may be chosen. */
  'x-where'?: Readonly<Record<string, string>>
  /** The positions whose holders a `person-ref` may name. */
  'x-positions'?: readonly string[]
  /** Rules over several fields, in FEEL; their sentences are in the view. */
  'x-checks'?: readonly Check[]
}

export interface Check {
  id: string
  /** JSON pointer of the field that the sentence is shown at. */
  path: string
  rule: string
  severity?: 'error' | 'warning'
}

/** A text of the view: in every language, or already in the reader's. */
export type Text = Partial<Labels> | string

export interface FieldView {
  label?: Text
  help?: Text
  placeholder?: Text
  unit?: Text
  /** Said where the value is not the one that is looked up (`x-lookup`); `{value}` is that one. */
  differs?: Text
  widget?: string
  enum?: Readonly<Record<string, Text>>
  columns?: Readonly<Record<string, FieldView>>
}

/** The section is on the page while the field has this value. */
export interface SectionCondition {
  field: string
  value: string
}

/** view.json of a record kind (catalogue/README.md). */
export interface View {
  name?: Text
  description?: Text
  templateNo?: string
  titleRule?: Text
  fields?: Readonly<Record<string, FieldView>>
  layout?: readonly {
    id: string
    title?: Text
    columns?: number
    fields: readonly { field: string; span?: number }[]
    when?: SectionCondition
  }[]
  list?: { columns?: readonly string[]; filters?: readonly string[] }
  checks?: Readonly<Record<string, Text>>
  phrases?: Readonly<Record<string, readonly Text[]>>
  lifecycle?: { stage: string; done: string }
}

/** A text of the view in the reader's language; the first language there is where his is missing. */
export function textOf(text: Text | undefined, locale: Locale): string | undefined {
  if (text === undefined || typeof text === 'string') return text
  return text[locale] ?? text['zh-CN'] ?? Object.values(text)[0]
}
