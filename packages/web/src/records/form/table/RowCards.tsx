import { useTranslation } from 'react-i18next'
import { ValueControl } from '../controls/ValueControl.tsx'
import { FieldFrame } from '../FieldFrame.tsx'
import type { RowsProps } from './Grid.tsx'
import { RowActions } from './RowActions.tsx'
import styles from './table.module.css'

/** The table on a phone: a card for each row, its cells one below the other. */
export function RowCards({ store, table, pointer, rows }: RowsProps) {
  const { t } = useTranslation('records')
  if (rows.rows.length === 0) return <p className={styles.none}>{t('table.emptyPhone')}</p>
  return (
    <ol className={styles.cards}>
      {rows.rows.map((_, index) => (
        <li key={index}>
          <fieldset className={styles.card}>
            <legend className="visually-hidden">{t('table.rowLegend', { row: index + 1 })}</legend>
            <div className={styles.cardHead}>
              <span aria-hidden>{t('table.rowLegend', { row: index + 1 })}</span>
              <span className={styles.actions}>
                <RowActions index={index} count={rows.rows.length} actions={rows.actions} />
              </span>
            </div>
            {table.columns.map((column) => (
              <FieldFrame
                key={column.name}
                store={store}
                field={column}
                pointer={`${pointer}/${index}/${column.name}`}
                isRequired={column.isRequired}
                control={ValueControl}
              />
            ))}
          </fieldset>
        </li>
      ))}
    </ol>
  )
}
