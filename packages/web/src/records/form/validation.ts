import { Set as setFormat } from 'typebox/format'
import { Errors } from 'typebox/schema'
import { definitions, type Data } from './conditions.ts'
import type { RecordModel } from './field-model.ts'
import type { Schema } from './schema.ts'

/** Something to correct: its place as a JSON pointer, and what is asked there. */
export interface Problem {
  path: string
  keyword: string
  parameters: Readonly<Record<string, unknown>>
  /** The sentence, where the server or the kind's own rule wrote it; else one is made from the keyword. */
  message?: string
}

setFormat('year-month', (value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value))

export const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

const knownParts = new Map<string, readonly string[]>()

/** The parts of a JSON pointer. Remembered: every cell of a grid asks for its own at every key that is typed. */
export function pointerParts(pointer: string): readonly string[] {
  const known = knownParts.get(pointer)
  if (known) return known
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  knownParts.set(pointer, parts)
  return parts
}

export function valueAt(data: unknown, pointer: string): unknown {
  return pointerParts(pointer).reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    data,
  )
}

/**
 * What in the data breaks the kind's schema, at most one problem a place, in the order of the fields. The validator
 * interprets the schema: the page's content security policy allows no code made at run time.
 */
export function validate(model: RecordModel, data: Data): Problem[] {
  const found = problemsOf(model.schema, model.schema, data, '')
  const places = new Map<string, Problem>()
  for (const problem of found) {
    if (!places.has(problem.path)) places.set(problem.path, problem)
  }
  return inFormOrder(model, [...places.values()])
}

function problemsOf(schema: Schema, root: Schema, value: unknown, at: string): Problem[] {
  const [, errors] = Errors({ ...definitions(root), ...schema }, value)
  return errors.flatMap((error): Problem[] => {
    const path = `${at}${error.instancePath}`
    const parameters = error.params as Record<string, unknown>
    if (error.keyword === 'required') {
      const missing = parameters['requiredProperties'] as string[]
      return missing.map((name) => ({
        path: `${path}/${escapePointer(name)}`,
        keyword: 'required',
        parameters,
      }))
    }
    if (error.keyword === 'if') {
      const branch = parameters['failingKeyword'] === 'else' ? 'else' : 'then'
      const part = valueAt(root, error.schemaPath.slice(1)) as Schema | undefined
      const inner = part?.[branch]
      return inner ? problemsOf(inner, root, valueAt(value, error.instancePath), path) : []
    }
    // The same place is also named by `additionalProperties` itself.
    if (error.keyword === 'additionalProperties') return []
    return [{ path, keyword: error.keyword, parameters }]
  })
}

/** The order in which a reader meets the fields, so that the summary and the first focus follow the page. */
export function inFormOrder(model: RecordModel, problems: readonly Problem[]): Problem[] {
  const order = model.sections.flatMap(({ fields }) => fields.map(({ field }) => field.name))
  const rank = (problem: Problem): number[] => {
    const [name = '', row, column] = pointerParts(problem.path)
    const field = order.indexOf(name)
    const columns = model.fields.get(name)?.columns ?? []
    return [
      field < 0 ? order.length : field,
      row === undefined ? -1 : Number(row),
      column === undefined ? -1 : columns.findIndex((own) => own.name === column),
    ]
  }
  return problems
    .map((problem) => ({ problem, rank: rank(problem) }))
    .sort((left, right) => {
      const place = left.rank.findIndex((part, index) => part !== right.rank[index])
      return place < 0 ? 0 : (left.rank[place] ?? 0) - (right.rank[place] ?? 0)
    })
    .map(({ problem }) => problem)
}
