import { sequenceDiff } from './sequence-diff.ts'

export type Row = Readonly<Record<string, unknown>>

export type RowChange =
  | { kind: 'same'; before: Row; after: Row }
  | { kind: 'changed'; before: Row; after: Row; columns: string[] }
  | { kind: 'removed'; before: Row }
  | { kind: 'added'; after: Row }

/** Equal as JSON, whatever the order of the keys; a missing key equals an undefined one. */
export function isEqualValue(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) =>
    isEqualValue((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
  )
}

function sharedCells(before: Row, after: Row, columns: readonly string[]): number {
  return columns.filter(
    (column) => before[column] !== undefined && isEqualValue(before[column], after[column]),
  ).length
}

/**
 * The difference of two tables. Equal rows keep their place; of the rest between two equal ones, a removed and an
 * added row that share at least one filled cell are one changed row, the likest pair first, so that a corrected
 * amount shows as a correction and not as a line thrown away and a new one.
 */
export function rowDiff(
  before: readonly Row[],
  after: readonly Row[],
  columns: readonly string[],
): RowChange[] {
  const changes: RowChange[] = []
  let removed: Row[] = []
  let added: Row[] = []
  const flush = (): void => {
    changes.push(...pairUp(removed, added, columns))
    removed = []
    added = []
  }
  for (const edit of sequenceDiff(before, after, isEqualValue)) {
    if (edit.kind === 'removed') removed.push(edit.before)
    else if (edit.kind === 'added') added.push(edit.after)
    else {
      flush()
      changes.push(edit)
    }
  }
  flush()
  return changes
}

/** Pairs never cross, so the rows of both sides stay in their own order. */
function pairUp(removed: readonly Row[], added: readonly Row[], columns: readonly string[]): RowChange[] {
  if (removed.length === 0) return added.map((after) => ({ kind: 'added', after }))
  if (added.length === 0) return removed.map((before) => ({ kind: 'removed', before }))
  let best = { shared: 0, i: -1, j: -1 }
  // Every cut searches again: a block this large (a pasted price list) is not worth a frozen page.
  if (removed.length * added.length > 40_000)
    return [...pairUp(removed, [], columns), ...pairUp([], added, columns)]
  for (const [i, before] of removed.entries()) {
    for (const [j, after] of added.entries()) {
      const shared = sharedCells(before, after, columns)
      if (shared > best.shared) best = { shared, i, j }
    }
  }
  const before = removed[best.i]
  const after = added[best.j]
  if (!before || !after) return [...pairUp(removed, [], columns), ...pairUp([], added, columns)]
  return [
    ...pairUp(removed.slice(0, best.i), added.slice(0, best.j), columns),
    {
      kind: 'changed',
      before,
      after,
      columns: columns.filter((column) => !isEqualValue(before[column], after[column])),
    },
    ...pairUp(removed.slice(best.i + 1), added.slice(best.j + 1), columns),
  ]
}
