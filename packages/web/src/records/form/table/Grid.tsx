import { memo, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../values/money.ts'
import { columnSums } from '../../values/display.ts'
import { ValueControl } from '../controls/ValueControl.tsx'
import { useDeviation } from '../deviations.tsx'
import type { Field } from '../field-model.ts'
import { useProblem, type FormStore } from '../form-store.ts'
import { placeId, problemText } from '../place.ts'
import { RowActions } from './RowActions.tsx'
import styles from './table.module.css'
import type { RowActionsOf, TableRows } from './use-table-rows.ts'

export interface RowsProps {
  store: FormStore
  table: Field
  pointer: string
  rows: TableRows
}

const widths: Partial<Record<Field['kind'], number>> = {
  money: 140,
  integer: 100,
  number: 100,
  percent: 90,
  date: 140,
  dateTime: 180,
  month: 120,
  boolean: 80,
  choice: 130,
  person: 190,
  department: 150,
  record: 220,
}

const isNumeric = ({ kind }: Field): boolean => ['money', 'integer', 'number', 'percent'].includes(kind)

/** The table at desk width. A table without rows shows one to write in. */
export function Grid({ store, table, pointer, rows }: RowsProps) {
  const { t } = useTranslation('records')
  const count = Math.max(rows.rows.length, 1)
  return (
    <div className={styles.scroll}>
      <table className={styles.grid} onKeyDown={(event) => onKey(event, rows, table)}>
        <caption className="visually-hidden">{table.label}</caption>
        <colgroup>
          <col style={{ width: 44 }} />
          {table.columns.map((column) => (
            <col
              key={column.name}
              style={{ width: widths[column.kind], minWidth: widths[column.kind] ?? 160 }}
            />
          ))}
          <col style={{ width: 104 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('table.number')}</th>
            {table.columns.map((column) => (
              <th key={column.name} scope="col" data-numeric={isNumeric(column) || undefined}>
                {column.label}
                {column.unit && (
                  <span className={styles.unit}>{t('form.inBrackets', { text: column.unit })}</span>
                )}
                {column.isRequired && (
                  <span className={styles.required} title={t('form.required')} aria-hidden>
                    *
                  </span>
                )}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('table.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: count }, (_, index) => (
            <Row
              key={index}
              store={store}
              table={table}
              pointer={pointer}
              index={index}
              count={rows.rows.length}
              actions={rows.actions}
            />
          ))}
        </tbody>
        <Totals table={table} rows={rows.rows} />
      </table>
    </div>
  )
}

interface RowProps {
  store: FormStore
  table: Field
  pointer: string
  index: number
  count: number
  actions: RowActionsOf
}

/** The cells read their own values, so a key typed in one row draws no other. */
const Row = memo(function Row({ store, table, pointer, index, count, actions }: RowProps) {
  return (
    <tr>
      <th scope="row">{index + 1}</th>
      {table.columns.map((column, at) => (
        <Cell
          key={column.name}
          store={store}
          column={column}
          pointer={`${pointer}/${index}/${column.name}`}
          row={index}
          at={at}
        />
      ))}
      <td className={styles.actions}>
        <RowActions index={index} count={count} actions={actions} />
      </td>
    </tr>
  )
})

interface CellProps {
  store: FormStore
  column: Field
  pointer: string
  row: number
  at: number
}

const Cell = memo(function Cell({ store, column, pointer, row, at }: CellProps) {
  const { t } = useTranslation('records')
  const problem = useProblem(store, pointer)
  const error = problem && problemText(problem, column, t)
  const deviation = useDeviation(pointer)
  const errorId = `${placeId(pointer)}-error`
  const noteId = `${placeId(pointer)}-note`
  const describedBy = [error && errorId, deviation && noteId].filter(Boolean).join(' ')
  return (
    <td
      data-row={row}
      data-column={at}
      data-invalid={error ? true : undefined}
      data-numeric={isNumeric(column) || undefined}
    >
      <ValueControl
        store={store}
        field={column}
        pointer={pointer}
        label={t('table.cell', { label: column.label, row: row + 1 })}
        isRequired={column.isRequired}
        isCell
        {...(describedBy && { describedBy })}
      />
      {deviation && (
        <p id={noteId} className={styles.cellNote}>
          {deviation}
        </p>
      )}
      {error && (
        <p id={errorId} className={styles.cellError}>
          {error}
        </p>
      )}
    </td>
  )
})

function Totals({ table, rows }: { table: Field; rows: TableRows['rows'] }) {
  const { t } = useTranslation('records')
  const sums = columnSums(table, rows)
  if (sums.size === 0) return null
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('table.total')}</th>
        {table.columns.map(({ name }) => {
          const sum = sums.get(name)
          return (
            <td key={name} data-numeric>
              {sum === undefined ? '' : formatMoney(sum)}
            </td>
          )
        })}
        <td />
      </tr>
    </tfoot>
  )
}

/** Moves as a spreadsheet does. Lists and calendars keep their own keys: only plain inputs are left by an arrow. */
function onKey(event: KeyboardEvent<HTMLElement>, rows: TableRows, table: Field): void {
  const target = event.target
  if (!(target instanceof HTMLElement) || event.nativeEvent.isComposing) return
  const cell = target.closest<HTMLElement>('[data-row]')
  if (!cell) return
  const row = Number(cell.dataset['row'])
  const column = Number(cell.dataset['column'])
  const grid = event.currentTarget
  const go = (to: number): void => {
    // The row may only come into being with this key.
    requestAnimationFrame(() => {
      const place = grid.querySelector(`[data-row="${to}"][data-column="${column}"]`)
      place?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    })
  }
  const isPlain = target.matches('[data-plain]')
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    const by = event.key === 'ArrowUp' ? -1 : 1
    rows.actions.move(row, by)
    go(Math.max(0, Math.min(rows.rows.length - 1, row + by)))
  } else if (isPlain && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    go(row + (event.key === 'ArrowUp' ? -1 : 1))
  } else if (isPlain && event.key === 'Enter') {
    if (row >= rows.rows.length - 1) rows.actions.add()
    go(row + 1)
  } else if (event.ctrlKey && event.key.toLowerCase() === 'd') {
    const name = table.columns[column]?.name
    if (name && row > 0) rows.actions.copyFromAbove(row, name)
  } else return
  event.preventDefault()
}
