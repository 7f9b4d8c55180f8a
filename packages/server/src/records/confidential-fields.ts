import type { Level } from '@canmou/contract'
import type { KindSchema } from '../catalogue/record-kind.ts'
import { rankOf } from '../organization/levels.ts'
import { isSameJson } from './content-hash.ts'
import type { FormData } from './form-data.ts'
import { cutPaths, hiddenPaths } from './hidden-paths.ts'

/**
 * Fields with a level of their own (`x-confidentiality`: unit cost, floor price) are cut before data leave the server. What
 * is computed from such a field would tell it, so it has that level too.
 */
export const cutFields = (schema: KindSchema, data: FormData, clearance: Level): FormData =>
  cutPaths(data, pathsAbove(schema, rankOf(clearance)))

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
  const hidden = pathsAbove(schema, rankOf(clearance))
  if (hidden.size === 0) return { data: sent, locked: [] }
  const shown = cutFields(schema, stored, clearance)
  const data = cutFields(schema, sent, clearance)
  const locked: string[] = []
  for (const name of Object.keys(schema.properties ?? {})) {
    const hasHiddenParts = [...hidden].some((path) => path.startsWith(`/${name}/`))
    if (hidden.has(`/${name}`)) put(data, name, stored[name])
    else if (!hasHiddenParts || isSameJson(shown[name], stored[name])) continue
    else if (isSameJson(data[name], shown[name])) put(data, name, stored[name])
    else locked.push(name)
  }
  return { data, locked }
}

function put(data: FormData, name: string, value: unknown): void {
  if (value === undefined) delete data[name]
  else data[name] = value
}

const known = new WeakMap<KindSchema, Map<number, ReadonlySet<string>>>()

/** Paths of the fields that are above a clearance. */
function pathsAbove(schema: KindSchema, clearance: number): ReadonlySet<string> {
  const byRank = known.get(schema) ?? new Map<number, ReadonlySet<string>>()
  known.set(schema, byRank)
  const found = byRank.get(clearance) ?? hiddenPaths(schema, (field) => ownRank(field.schema) > clearance)
  byRank.set(clearance, found)
  return found
}

/** A level that is not known is above everybody's clearance. */
function ownRank({ 'x-confidentiality': level }: KindSchema): number {
  if (level === undefined) return -1
  const rank = rankOf(level as Level)
  return rank < 0 ? Number.POSITIVE_INFINITY : rank
}
