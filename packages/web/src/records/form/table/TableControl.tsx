import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../../app/use-narrow.ts'
import type { ControlProps } from '../controls/control.ts'
import { placeId } from '../place.ts'
import { Grid } from './Grid.tsx'
import { RowCards } from './RowCards.tsx'
import styles from './table.module.css'
import { TotalsBar } from './TotalsBar.tsx'
import { usePaste } from './use-paste.ts'
import { useTableRows, type TableRows } from './use-table-rows.ts'

/** Rows of a table: a grid that works like a spreadsheet, or cards on a phone. */
export function TableControl({ store, field, pointer, describedBy }: ControlProps) {
  const { t } = useTranslation('records')
  const isNarrow = useNarrow()
  const rows = useTableRows(store, field, pointer)
  const paste = usePaste(field, rows)
  const Rows = isNarrow ? RowCards : Grid
  return (
    <div
      id={placeId(pointer)}
      role="group"
      aria-label={field.label}
      {...(describedBy && { 'aria-describedby': describedBy })}
      className={styles.control}
      onPaste={paste}
    >
      <Rows store={store} table={field} pointer={pointer} rows={rows} />
      {isNarrow && <TotalsBar table={field} rows={rows.rows} />}
      <div className={styles.foot}>
        <Button icon={<PlusOutlined aria-hidden />} disabled={rows.isFull} onClick={() => rows.actions.add()}>
          {t('table.addRow')}
        </Button>
        <p role="status" className={styles.said}>
          {rows.isFull ? t('table.full', { count: field.maxItems ?? 0 }) : rows.said}
        </p>
        <Undo rows={rows} />
        {!isNarrow && !rows.said && <p className={styles.hint}>{t('table.pasteHint')}</p>}
      </div>
    </div>
  )
}

function Undo({ rows: { removed, actions } }: { rows: TableRows }) {
  const { t } = useTranslation('records')
  if (!removed) return null
  return (
    <Button type="link" size="small" onClick={() => actions.putBack(removed)}>
      {t('table.undo')}
    </Button>
  )
}
