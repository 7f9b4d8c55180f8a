import { isEmpty, type Data } from '../../records/form/conditions.ts'
import { isEqualValue } from '../../records/difference/row-diff.ts'

/** The table with the answers in it, each once: rows that somebody typed stay, blank ones make room. */
export function withAnswers(table: unknown, answers: readonly Data[]): Data[] {
  const rows = Array.isArray(table) ? (table as Data[]) : []
  const typed = rows.filter(
    (row) =>
      Object.values(row).some((value) => !isEmpty(value)) &&
      !answers.some((answer) => isEqualValue(answer, row)),
  )
  return [...answers, ...typed]
}
