/** A row taken out of a list, and the list without it. */
export const withoutRow = <Row>(rows: readonly Row[], index: number): Row[] => rows.toSpliced(index, 1)

export const withRow = <Row>(rows: readonly Row[], index: number, row: Row): Row[] =>
  rows.toSpliced(index, 0, row)

/** The list with a row one place further up (-1) or down (1); the same rows where it cannot go further. */
export function movedRow<Row>(rows: readonly Row[], index: number, by: -1 | 1): Row[] {
  const target = index + by
  const row = rows[index]
  if (row === undefined || target < 0 || target >= rows.length) return [...rows]
  return withRow(withoutRow(rows, index), target, row)
}
