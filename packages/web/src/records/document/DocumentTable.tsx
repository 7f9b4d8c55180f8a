import { useTranslation } from 'react-i18next'
import { rowDiff, type Row, type RowChange } from '../difference/row-diff.ts'
import type { Field } from '../form/field-model.ts'
import { columnSums } from '../values/display.ts'
import { formatMoney } from '../values/money.ts'
import styles from './document.module.css'
import { Deviation } from './Deviation.tsx'
import { FieldValue, type ValueContext } from './FieldValue.tsx'

interface DocumentTableProps extends ValueContext {
  table: Field
  rows: readonly Row[]
  before?: readonly Row[]
}

const isNumeric = ({ kind }: Field): boolean => ['money', 'integer', 'number', 'percent'].includes(kind)

/** The unit stands in the head of a column, not behind each of its amounts. */
const bare = ({ unit: _, ...column }: Field): Field => column

const asSame = (row: Row): RowChange => ({ kind: 'same', before: row, after: row })

/** A table as a document prints it: numbered rows, sums below, and row by row what changed. */
export function DocumentTable({ table, rows, before, ...context }: DocumentTableProps) {
  const { t } = useTranslation('records')
  const columns = table.columns.map(({ name }) => name)
  const changes = before ? rowDiff(before, rows, columns) : rows.map(asSame)
  if (changes.length === 0) return <p className={styles.blank}>{t('document.noRows')}</p>
  const sums = columnSums(table, rows)
  let number = 0
  return (
    <div className={styles.tableScroll} role="region" aria-label={table.label} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{table.label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('document.rowNumber')}</th>
            {table.columns.map((column) => (
              <th key={column.name} scope="col" data-numeric={isNumeric(column) || undefined}>
                {column.label}
                {column.unit && t('form.inBrackets', { text: column.unit })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => {
            if (change.kind !== 'removed') number += 1
            return (
              <ChangedRow
                key={index}
                change={change}
                number={change.kind === 'removed' ? '' : String(number)}
                place={`/${table.name}/${number - 1}`}
                columns={table.columns}
                {...context}
              />
            )
          })}
        </tbody>
        {sums.size > 0 && (
          <tfoot>
            <tr>
              <th scope="row">{t('document.total')}</th>
              {table.columns.map(({ name }) => {
                const sum = sums.get(name)
                return (
                  <td key={name} data-numeric>
                    {sum === undefined ? '' : formatMoney(sum)}
                  </td>
                )
              })}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

interface ChangedRowProps extends ValueContext {
  change: RowChange
  number: string
  /** Where the row stands in the data. */
  place: string
  columns: readonly Field[]
}

const marks = { added: '+', removed: '−', changed: '±', same: '' }

function ChangedRow({ change, number, place, columns, ...context }: ChangedRowProps) {
  const { t } = useTranslation('records')
  const words = {
    added: t('difference.rowAdded'),
    removed: t('difference.rowRemoved'),
    changed: t('difference.rowChanged'),
    same: '',
  }
  const row = change.kind === 'removed' ? change.before : change.after
  return (
    <tr data-change={change.kind === 'same' ? undefined : change.kind}>
      <th scope="row">
        {change.kind !== 'same' && (
          <span className={styles.rowMark} title={words[change.kind]}>
            <span aria-hidden>{marks[change.kind]}</span>
            <span className="visually-hidden">{words[change.kind]}</span>
          </span>
        )}
        {number}
      </th>
      {columns.map((column) => (
        <td key={column.name} data-kind={column.kind} data-numeric={isNumeric(column) || undefined}>
          <FieldValue
            field={bare(column)}
            value={row[column.name]}
            {...(change.kind === 'changed' && { before: { value: change.before[column.name] } })}
            {...context}
          />
          {change.kind !== 'removed' && <Deviation pointer={`${place}/${column.name}`} />}
        </td>
      ))}
    </tr>
  )
}
