import type { Feed } from '../../catalogue/catalogue.ts'
import { evaluateRule } from '../feel-rule.ts'
import { isFormData, type FormData } from '../form-data.ts'

/** A document that a feed reads, as it took effect. */
export interface Source {
  id: string
  number: string | null
  /** Rank. */
  level: number
  ownerId: string
  departmentId: string
  /** Day of its newest version, `YYYY-MM-DD`. */
  submittedOn: string
  data: FormData
}

/** What is to stand in one entry of the register. */
export interface Fact {
  source: Source
  /** The entry's id, where the document names it. */
  entry?: string
  /** Otherwise what the entry is known by. */
  match: Record<string, string>
  /** What an entry that is made holds besides. */
  set: FormData
  /** Rows by table. */
  rows: Record<string, FormData[]>
}

/** What a document says for the register, one fact for each row of `each`. Decides without reading or writing anything. */
export function factsOf(feed: Feed, source: Source): Fact[] {
  const scope = {
    ...source.data,
    recordId: source.id,
    number: source.number,
    submittedOn: source.submittedOn,
  }
  if (feed.when !== undefined && evaluateRule(feed.when, scope) !== true) return []
  if (feed.each === undefined) return present(factOf(feed, source, scope))
  const items = evaluateRule(feed.each, scope)
  if (!Array.isArray(items)) return []
  return items.flatMap((row: unknown) => present(factOf(feed, source, { ...scope, row })))
}

function factOf(feed: Feed, source: Source, scope: FormData): Fact | undefined {
  const entry = feed.entry === undefined ? undefined : evaluateRule(feed.entry, scope)
  if (feed.entry !== undefined && typeof entry !== 'string') return undefined
  const rows = mapped(feed.append, scope, rowsOf)
  if (Object.values(rows).every(({ length }) => length === 0)) return undefined
  return {
    source,
    ...(typeof entry === 'string' && { entry }),
    match: mapped(feed.match ?? {}, scope, String),
    set: withoutBlanks(mapped(feed.set ?? {}, scope, (value) => value)),
    rows,
  }
}

function mapped<Value>(
  rules: Record<string, string>,
  scope: FormData,
  read: (value: unknown) => Value,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, read(evaluateRule(rule, scope))]),
  )
}

const rowsOf = (value: unknown): FormData[] =>
  Array.isArray(value) ? value.filter(isFormData).map(withoutBlanks) : []

/** A column that the document leaves empty is absent, as in a form. */
const withoutBlanks = (row: FormData): FormData =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined))

const present = <Value>(value: Value | undefined): Value[] => (value === undefined ? [] : [value])
