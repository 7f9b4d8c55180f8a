import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import styles from './List.module.css'
import { useNarrow } from './use-narrow.ts'

export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** How wide, in px; the columns without one share the rest. */
  width?: number
  align?: 'end'
}

/** The part of an infinite query that a list draws. */
export interface ListSource<Row> {
  data: { pages: { items: Row[] }[] } | undefined
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

interface ListProps<Row> {
  caption: string
  source: ListSource<Row>
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  /** The row on a phone. */
  card: (row: Row) => ReactNode
  empty: ReactNode
}

/**
 * The one list of the web: a table at desk width, cards on a phone, page after page. The first link of a row is stretched
 * over all of it, so that a click anywhere opens it while the keyboard meets one link.
 */
export function List<Row>({ caption, source, columns, rowKey, card, empty }: ListProps<Row>) {
  const { t } = useTranslation('app')
  const isNarrow = useNarrow()
  if (!source.data) {
    if (source.error) return <QueryFailure error={source.error} retry={() => void source.refetch()} />
    return (
      <div className={styles.pending} role="status" aria-label={t('loading')}>
        <Skeleton active title={false} paragraph={{ rows: 5, width: '100%' }} />
      </div>
    )
  }
  const rows = source.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <>{empty}</>
  return (
    <>
      {isNarrow ? (
        <ul aria-label={caption}>
          {rows.map((row) => (
            <li key={rowKey(row)} className={styles.card}>
              {card(row)}
            </li>
          ))}
        </ul>
      ) : (
        <Table caption={caption} columns={columns} rows={rows} rowKey={rowKey} />
      )}
      {source.hasNextPage && (
        <div className={styles.more}>
          <Button loading={source.isFetchingNextPage} onClick={() => void source.fetchNextPage()}>
            {t('loadMore')}
          </Button>
        </div>
      )}
    </>
  )
}

interface TableProps<Row> {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
}

function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} {...(column.width && { style: { width: column.width } })} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} data-align={column.align}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
