import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import styles from './List.module.css'
import { useRoom } from './use-room.ts'

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

/** Rows that can be chosen, so that something is done with several of them. */
export interface ListSelection<Row> {
  isOffered: (row: Row) => boolean
  /** Keys of rows. */
  chosen: ReadonlySet<string>
  choose: (rows: readonly Row[], isChosen: boolean) => void
  /** What a row's box, and the box for all of them, is called. */
  label: (row: Row) => string
  allLabel: string
}

interface ListProps<Row> {
  caption: string
  source: ListSource<Row>
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  /** The row where there is no room for the columns. */
  card: (row: Row) => ReactNode
  empty: ReactNode
  /** Shown where it offers a row. */
  selection?: ListSelection<Row>
}

/** What a column without a width of its own needs, in px, for a title that is read in a line or two. */
const roomForWords = 190

/**
 * The one list of the web: a table where there is room for its columns, cards elsewhere, page after page. The first link of a row is stretched
 * over all of it, so that a click anywhere opens it while the keyboard meets one link.
 */
export function List<Row>({ caption, source, columns, rowKey, card, empty, selection }: ListProps<Row>) {
  const { t } = useTranslation('app')
  const [place, room] = useRoom()
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
  const offered = rows.some((row) => selection?.isOffered(row)) ? selection : undefined
  const needed = columns.reduce((sum, { width = roomForWords }) => sum + width, 0)
  return (
    <div ref={place}>
      {room < needed ? (
        <ul aria-label={caption}>
          {rows.map((row) => (
            <li key={rowKey(row)} className={styles.card} data-choosable={offered && true}>
              {offered && <RowChoice row={row} rowKey={rowKey} selection={offered} />}
              {card(row)}
            </li>
          ))}
        </ul>
      ) : (
        <Table
          caption={caption}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          {...(offered && { selection: offered })}
        />
      )}
      {source.hasNextPage && (
        <div className={styles.more}>
          <Button loading={source.isFetchingNextPage} onClick={() => void source.fetchNextPage()}>
            {t('loadMore')}
          </Button>
        </div>
      )}
    </div>
  )
}

interface TableProps<Row> {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  selection?: ListSelection<Row>
}

function Table<Row>({ caption, columns, rows, rowKey, selection }: TableProps<Row>) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <colgroup>
        {selection && <col className={styles.choice} />}
        {columns.map((column) => (
          <col key={column.key} {...(column.width && { style: { width: column.width } })} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {selection && (
            <th scope="col">
              <AllChoice rows={rows} rowKey={rowKey} selection={selection} />
            </th>
          )}
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
            {selection && (
              <td>
                <RowChoice row={row} rowKey={rowKey} selection={selection} />
              </td>
            )}
            {columns.map((column, index) => (
              <td key={column.key} data-align={column.align} data-title={index === 0 || undefined}>
                {column.render(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ChoiceProps<Row> {
  rowKey: (row: Row) => string
  selection: ListSelection<Row>
}

/** The box of a row; a row that is not offered leaves its place empty. */
function RowChoice<Row>({ row, rowKey, selection }: ChoiceProps<Row> & { row: Row }) {
  if (!selection.isOffered(row)) return null
  return (
    <label className={styles.choose}>
      <input
        type="checkbox"
        aria-label={selection.label(row)}
        checked={selection.chosen.has(rowKey(row))}
        onChange={({ target }) => selection.choose([row], target.checked)}
      />
    </label>
  )
}

function AllChoice<Row>({ rows, rowKey, selection }: ChoiceProps<Row> & { rows: readonly Row[] }) {
  const offered = rows.filter((row) => selection.isOffered(row))
  const chosen = offered.filter((row) => selection.chosen.has(rowKey(row))).length
  return (
    <label className={styles.choose}>
      <input
        type="checkbox"
        aria-label={selection.allLabel}
        ref={(box) => {
          if (box) box.indeterminate = chosen > 0 && chosen < offered.length
        }}
        checked={chosen > 0 && chosen === offered.length}
        onChange={({ target }) => selection.choose(offered, target.checked)}
      />
    </label>
  )
}
