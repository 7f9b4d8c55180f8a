import type { Locale } from '@canmou/contract'
import { isEmpty } from '../form/conditions.ts'
import type { Field } from '../form/field-model.ts'
import { formatMoney } from './money.ts'

/** What ids stand for; undefined while it is not known, or where the reader may not know it. */
export interface Names {
  person(username: string): string | undefined
  department(id: string): string | undefined
  record(id: string): string | undefined
  file(id: string): string | undefined
}

/** The words that a value needs beside its own text, in the reader's language. */
export interface ValueWords {
  locale: Locale
  yes: string
  no: string
  /** `{start} 至 {end}` */
  range(start: string, end: string): string
  separator: string
  dateTime(iso: string): string
  month(month: string): string
  number(value: number): string
}

export const noNames: Names = {
  person: () => undefined,
  department: () => undefined,
  record: () => undefined,
  file: () => undefined,
}

const label = (field: Field, value: unknown): string =>
  field.options.find((option) => option.value === value)?.label ?? String(value)

/**
 * A value as one line of text in the reader's language, as lists, titles and the comparison show it; empty where there
 * is none. A name that is not known shows as its id.
 */
export function displayText(field: Field, value: unknown, names: Names, words: ValueWords): string {
  if (isEmpty(value)) return ''
  if (Array.isArray(value) && field.kind !== 'table') {
    return value.map((item) => displayOne(field, item, names, words)).join(words.separator)
  }
  return displayOne(field, value, names, words)
}

function displayOne(field: Field, value: unknown, names: Names, words: ValueWords): string {
  switch (field.kind) {
    case 'money':
      return typeof value === 'number' ? withUnit(formatMoney(value), field, words) : String(value)
    case 'percent':
      return typeof value === 'number' ? `${words.number(value)}%` : String(value)
    case 'integer':
    case 'number':
      return typeof value === 'number' ? withUnit(words.number(value), field, words) : String(value)
    case 'boolean':
      return value === true ? words.yes : words.no
    case 'choice':
    case 'choices':
      return label(field, value)
    case 'dateTime':
      return words.dateTime(String(value))
    case 'month':
      return words.month(String(value))
    case 'dateRange': {
      const { start, end } = value as { start?: string; end?: string }
      return words.range(start ?? '', end ?? '')
    }
    case 'person':
    case 'people':
      return names.person(String(value)) ?? String(value)
    case 'department':
    case 'departments':
      return names.department(String(value)) ?? String(value)
    case 'record':
    case 'records':
      return names.record(String(value)) ?? String(value)
    case 'file':
    case 'files':
      return names.file(String(value)) ?? String(value)
    case 'table':
    case 'json':
      return JSON.stringify(value)
    case 'text':
    case 'longText':
    case 'date':
      return String(value)
  }
}

/** 12,000.00 元, but CNY 12,000.00: a currency code stands before its amount in English. */
function withUnit(text: string, field: Field, words: ValueWords): string {
  if (!field.unit) return text
  return words.locale === 'en' && /^[A-Z]{3}$/.test(field.unit)
    ? `${field.unit} ${text}`
    : `${text} ${field.unit}`
}

/** Sums of the columns of a table that add up: amounts and counts. Percentages and unit prices mean nothing as a sum. */
export function columnSums(
  table: Field,
  rows: readonly Readonly<Record<string, unknown>>[],
): Map<string, number> {
  const summed = table.columns.filter(({ kind, name }) => kind === 'money' && !/price/i.test(name))
  return new Map(
    summed.map(({ name }) => [
      name,
      rows.reduce((sum, row) => sum + (typeof row[name] === 'number' ? row[name] : 0), 0),
    ]),
  )
}
