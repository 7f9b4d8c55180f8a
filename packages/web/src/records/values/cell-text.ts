import type { Field } from '../form/field-model.ts'
import { parseDay, parseMonth } from './dates.ts'
import { parseMoney, toHalfWidth } from './money.ts'

/** Finds what a typed name or number stands for: a user name, the id of a department or of a record. */
export type FindReference = (field: Field, text: string) => Promise<string | undefined>

const yes = new Set(['是', '有', '√', '✓', 'y', 'yes', 'true', '1'])
const no = new Set(['否', '无', '無', '×', 'x', 'n', 'no', 'false', '0'])

function parseNumber(text: string): number | undefined {
  const plain = toHalfWidth(text).replace(/[,\s]/g, '')
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

function parseInteger(text: string): number | undefined {
  const value = parseNumber(text)
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined
}

function parseBoolean(text: string): boolean | undefined {
  const word = toHalfWidth(text).trim().toLowerCase()
  if (yes.has(word)) return true
  return no.has(word) ? false : undefined
}

const parseChoice = (field: Field, text: string): string | undefined => {
  const word = text.trim().toLowerCase()
  return field.options.find(({ value, label }) => [value, label].some((name) => name.toLowerCase() === word))
    ?.value
}

/** Reads what was typed for a field that holds a number of some sort; undefined where it is none. */
export function readNumber(field: Field, text: string): number | undefined {
  switch (field.kind) {
    case 'money':
      return parseMoney(text)
    case 'integer':
      return parseInteger(text)
    case 'percent':
      return parseNumber(text.replace(/[%％]\s*$/, ''))
    default:
      return parseNumber(text)
  }
}

/** Several values in one cell: 张三、李四 or a; b. */
const several = (text: string): string[] =>
  text
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

async function all(found: readonly (string | undefined)[]): Promise<string[] | undefined> {
  const values = found.filter((value) => value !== undefined)
  return values.length === found.length ? [...new Set(values)] : undefined
}

/**
 * What a cell of a spreadsheet means in a column; undefined where it cannot be told. An empty cell never comes here:
 * it clears the field.
 */
export async function readCell(field: Field, text: string, find: FindReference): Promise<unknown> {
  switch (field.kind) {
    case 'text':
      // A line break has no place in one line.
      return text.replace(/\s*\n\s*/g, ' ').trim()
    case 'longText':
      return text
    case 'integer':
    case 'number':
    case 'percent':
    case 'money':
      return readNumber(field, text)
    case 'date':
      return parseDay(text)
    case 'month':
      return parseMonth(text)
    case 'boolean':
      return parseBoolean(text)
    case 'choice':
      return parseChoice(field, text)
    case 'choices':
      return all(several(text).map((part) => parseChoice(field, part)))
    case 'person':
    case 'department':
    case 'record':
      return find(field, text.trim())
    case 'people':
    case 'departments':
    case 'records':
      return all(await Promise.all(several(text).map((part) => find(field, part))))
    case 'dateTime':
    case 'dateRange':
    case 'file':
    case 'files':
    case 'table':
    case 'json':
      return undefined
  }
}
