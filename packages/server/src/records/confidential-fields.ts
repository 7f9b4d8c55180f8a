import type { Level } from '@canmou/contract'
import type { KindSchema } from '../catalogue/record-kind.ts'
import { rankOf } from '../organization/levels.ts'
import { canonicalJson } from './content-hash.ts'
import { isFormData, type FormData } from './form-data.ts'

/**
 * Fields with a level of their own (`x-confidentiality`: unit cost, floor price) are cut before data leave the server. What
 * is computed from such a field would tell it, so it has that level too.
 */
export function cutFields(schema: KindSchema, data: FormData, clearance: Level): FormData {
  const hidden = hiddenPaths(schema, rankOf(clearance))
  if (hidden.size === 0) return data
  const cut = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => cut(item, at))
    if (!isFormData(value)) return value
    const shown = Object.entries(value).filter(([name]) => !hidden.has(`${at}/${name}`))
    return Object.fromEntries(shown.map(([name, item]) => [name, cut(item, `${at}/${name}`)]))
  }
  return cut(data, '') as FormData
}

/** What somebody sent who was not shown everything, with what he was not shown put back; `locked` names what he may not touch. */
export interface Restored {
  data: FormData
  /** Names of tables with hidden columns that were changed: whose hidden value belongs to which row, nobody can tell. */
  locked: string[]
}

export function restoreHidden(
  schema: KindSchema,
  sent: FormData,
  stored: FormData,
  clearance: Level,
): Restored {
  const hidden = hiddenPaths(schema, rankOf(clearance))
  if (hidden.size === 0) return { data: sent, locked: [] }
  const shown = cutFields(schema, stored, clearance)
  const data = cutFields(schema, sent, clearance)
  const locked: string[] = []
  for (const name of Object.keys(schema.properties ?? {})) {
    const hasHiddenParts = [...hidden].some((path) => path.startsWith(`/${name}/`))
    if (hidden.has(`/${name}`)) put(data, name, stored[name])
    else if (!hasHiddenParts || isSame(shown[name], stored[name])) continue
    else if (isSame(data[name], shown[name])) put(data, name, stored[name])
    else locked.push(name)
  }
  return { data, locked }
}

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null)

function put(data: FormData, name: string, value: unknown): void {
  if (value === undefined) delete data[name]
  else data[name] = value
}

interface Field {
  path: string
  name: string
  schema: KindSchema
}

const known = new WeakMap<KindSchema, Map<number, ReadonlySet<string>>>()

/** Paths (`/lines/unitCost`; a row has no number) of the fields that are above a clearance. */
function hiddenPaths(schema: KindSchema, clearance: number): ReadonlySet<string> {
  const byRank = known.get(schema) ?? new Map<number, ReadonlySet<string>>()
  known.set(schema, byRank)
  const found = byRank.get(clearance) ?? findHidden(schema, clearance)
  byRank.set(clearance, found)
  return found
}

function findHidden(schema: KindSchema, clearance: number): ReadonlySet<string> {
  const fields = fieldsOf(schema, '')
  const hidden = new Map<string, Field>()
  const add = (more: Field[]): void => more.forEach((field) => hidden.set(field.path, field))
  add(fields.filter((field) => ownRank(field.schema) > clearance))
  for (let size = -1; size !== hidden.size;) {
    size = hidden.size
    const names = new Set([...hidden.values()].map(({ name }) => name))
    add(fields.filter(({ schema: { 'x-computed': rule } }) => rule !== undefined && mentions(rule, names)))
  }
  return new Set(hidden.keys())
}

/** A level that is not known is above everybody's clearance. */
function ownRank({ 'x-confidentiality': level }: KindSchema): number {
  if (level === undefined) return -1
  const rank = rankOf(level as Level)
  return rank < 0 ? Number.POSITIVE_INFINITY : rank
}

const mentions = (rule: string, names: ReadonlySet<string>): boolean =>
  (rule.match(/[A-Za-z_]\w*/g) ?? []).some((word) => names.has(word))

function fieldsOf(schema: KindSchema, at: string): Field[] {
  const properties = schema.properties ?? schema.items?.properties ?? {}
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${at}/${name}`
    return [{ path, name, schema: field }, ...fieldsOf(field, path)]
  })
}
