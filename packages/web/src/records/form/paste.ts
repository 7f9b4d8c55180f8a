import { readCell, type FindReference } from '../values/cell-text.ts'
import type { Data } from './conditions.ts'
import type { Field } from './field-model.ts'

export interface Pasted {
  rows: Data[]
  /** Cells that could not be read as what their column wants; they were left as they were. */
  unread: { row: number; label: string; text: string }[]
  /** Rows of the block that did not fit (`maxItems`). */
  surplus: number
  /** Filled cells of the block to the right of the last column. */
  beyond: number
}

/** A first row that repeats the column titles says which column is which; undefined where it is data already. */
function headerOf(columns: readonly Field[], first: readonly string[]): (Field | undefined)[] | undefined {
  const titles = first.map((cell) =>
    cell
      .trim()
      .replace(/[*＊]/g, '')
      .replace(/[(（].*[)）]$/, '')
      .trim(),
  )
  if (titles.length < 2 || titles.every((title) => title === '')) return undefined
  const named = titles.map((title) => columns.find(({ label }) => label === title))
  return named.every((column, index) => column ?? titles[index] === '') ? named : undefined
}

/**
 * Lays a block copied from a spreadsheet over a table from a cell on, to the right and downwards, adding rows as needed.
 * Columns that the program fills are passed over: their cells in the block are worked out again anyway.
 */
export async function pasteBlock(
  table: Field,
  rows: readonly Data[],
  block: readonly (readonly string[])[],
  at: { row: number; column: number },
  find: FindReference,
): Promise<Pasted> {
  const header = headerOf(table.columns, block[0] ?? [])
  const body = header ? block.slice(1) : block
  const columns = header ?? table.columns.slice(at.column)
  const room = (table.maxItems ?? Infinity) - at.row
  const result: Pasted = { rows: [...rows], unread: [], surplus: Math.max(0, body.length - room), beyond: 0 }
  for (const [down, cells] of body.slice(0, room).entries()) {
    const row = at.row + down
    const next: Record<string, unknown> = { ...result.rows[row] }
    for (const [right, text] of cells.entries()) {
      const column = columns[right]
      if (right >= columns.length && text.trim() !== '') result.beyond += 1
      if (!column || column.isReadOnly) continue
      if (text.trim() === '') {
        delete next[column.name]
        continue
      }
      const value = await readCell(column, text, find)
      if (value === undefined) result.unread.push({ row: row + 1, label: column.label, text })
      else next[column.name] = value
    }
    result.rows[row] = next
  }
  return result
}
