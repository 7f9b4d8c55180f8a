import type { FieldView, Schema } from './schema.ts'

/** How a field is written and read. `json` is what no rule below knows: it is shown as it is and not edited. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'integer'
  | 'number'
  | 'money'
  | 'percent'
  | 'date'
  | 'dateTime'
  | 'month'
  | 'dateRange'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'person'
  | 'people'
  | 'department'
  | 'departments'
  | 'record'
  | 'records'
  | 'file'
  | 'files'
  | 'table'
  | 'json'

type Rule = readonly [FieldKind, (schema: Schema, view: FieldView) => boolean]

const formatted =
  (type: string, format: string) =>
  (schema: Schema): boolean =>
    schema.type === type && schema.format === format

const listOf =
  (format: string) =>
  ({ type, items }: Schema): boolean =>
    type === 'array' && items?.format === format

/** Which kind a schema's shape stands for; the first rule that holds decides. */
const rules: readonly Rule[] = [
  ['dateRange', (schema) => schema['x-widget'] === 'date-range'],
  ['table', ({ type, items }) => type === 'array' && items?.type === 'object'],
  ['people', listOf('person-ref')],
  ['departments', listOf('department-ref')],
  ['records', listOf('record-ref')],
  ['files', listOf('file-ref')],
  ['choices', ({ type, items }) => type === 'array' && items?.enum !== undefined],
  ['money', ({ type, format }) => type === 'integer' && format === 'money'],
  ['percent', ({ type, format }) => (type === 'number' || type === 'integer') && format === 'percent'],
  ['integer', ({ type }) => type === 'integer'],
  ['number', ({ type }) => type === 'number'],
  ['boolean', ({ type }) => type === 'boolean'],
  ['date', formatted('string', 'date')],
  ['dateTime', formatted('string', 'date-time')],
  ['month', formatted('string', 'year-month')],
  ['person', formatted('string', 'person-ref')],
  ['department', formatted('string', 'department-ref')],
  ['record', formatted('string', 'record-ref')],
  ['file', formatted('string', 'file-ref')],
  ['choice', ({ type, enum: values }) => values !== undefined && (type === undefined || type === 'string')],
  ['longText', ({ type }, { widget }) => type === 'string' && widget === 'textarea'],
  ['text', ({ type }) => type === 'string'],
]

export function kindOf(schema: Schema, view: FieldView): FieldKind {
  return rules.find(([, holds]) => holds(schema, view))?.[0] ?? 'json'
}

/** Kinds whose value is an id of something else, so that its name has to be looked up to be shown. */
export const referenceKinds = {
  person: 'person',
  people: 'person',
  department: 'department',
  departments: 'department',
  record: 'record',
  records: 'record',
  file: 'file',
  files: 'file',
} as const satisfies Partial<Record<FieldKind, string>>
