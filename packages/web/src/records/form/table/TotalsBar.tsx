import { useTranslation } from 'react-i18next'
import { columnSums } from '../../values/display.ts'
import { formatMoney } from '../../values/money.ts'
import type { Field } from '../field-model.ts'
import styles from './table.module.css'

/** The sums of a table on a phone, where it has no last row to stand in. */
export function TotalsBar({
  table,
  rows,
}: {
  table: Field
  rows: readonly Readonly<Record<string, unknown>>[]
}) {
  const { t } = useTranslation('records')
  const sums = [...columnSums(table, rows)]
  if (sums.length === 0 || rows.length === 0) return null
  return (
    <dl className={styles.totals}>
      {sums.map(([name, sum]) => {
        const column = table.columns.find((own) => own.name === name)
        return (
          <div key={name}>
            <dt>
              {t('table.total')} · {column?.label}
            </dt>
            <dd className="tabular">
              {formatMoney(sum)} {column?.unit}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
