import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { valueAt } from '../validation.ts'
import type { Data } from '../conditions.ts'
import type { Field } from '../field-model.ts'
import { useValue, type FormStore } from '../form-store.ts'
import { movedRow, withoutRow, withRow } from './row-moves.ts'

/** What can be done with the rows of a table. Always the same object, so that rows need not be drawn again for it. */
export interface RowActionsOf {
  add(after?: number): void
  remove(index: number): void
  move(index: number, by: -1 | 1): void
  copyFromAbove(index: number, column: string): void
  replace(rows: readonly Data[], said: string): void
  putBack(removed: RemovedRow): void
}

interface RemovedRow {
  row: Data
  index: number
}

export interface TableRows {
  rows: readonly Data[]
  isFull: boolean
  /** What was just done, in words. */
  said: string
  /** The row just removed, to be put back. */
  removed: RemovedRow | undefined
  actions: RowActionsOf
}

export function useTableRows(store: FormStore, table: Field, pointer: string): TableRows {
  const { t } = useTranslation('records')
  const value = useValue(store, pointer)
  const rows = Array.isArray(value) ? (value as Data[]) : []
  const [said, say] = useState('')
  const [removed, setRemoved] = useState<RemovedRow>()
  const most = table.maxItems ?? Infinity

  const actions = useMemo((): RowActionsOf => {
    const latest = (): Data[] => {
      const now = valueAt(store.data(), pointer)
      return Array.isArray(now) ? (now as Data[]) : []
    }
    const write = (next: readonly Data[]): void => store.set(pointer, next.length > 0 ? next : undefined)
    return {
      add(after = latest().length - 1) {
        // A table without rows shows a blank one already: adding makes it two, so that the new one is seen.
        const present = latest().length === 0 ? [{}] : latest()
        if (present.length < most) write(withRow(present, after + 1, {}))
      },
      remove(index) {
        const row = latest()[index]
        if (!row) return
        setRemoved({ row, index })
        say(t('table.removed', { row: index + 1 }))
        write(withoutRow(latest(), index))
      },
      move(index, by) {
        setRemoved(undefined)
        const target = Math.max(0, Math.min(latest().length - 1, index + by))
        say(t('table.moved', { row: target + 1 }))
        write(movedRow(latest(), index, by))
      },
      copyFromAbove(index, column) {
        const above = latest()[index - 1]?.[column]
        if (above !== undefined) store.set(`${pointer}/${index}/${column}`, above)
      },
      replace(next, words) {
        setRemoved(undefined)
        say(words)
        write(next)
      },
      putBack({ row, index }) {
        write(withRow(latest(), Math.min(index, latest().length), row))
        setRemoved(undefined)
        say('')
      },
    }
  }, [store, pointer, most, t])
  return { rows, isFull: rows.length >= most, said, removed, actions }
}
