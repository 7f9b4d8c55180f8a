import type { RecordSummary } from '@canmou/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '../app/FilterBar.tsx'
import { LevelChip } from '../app/LevelChip.tsx'
import { List, type Column } from '../app/List.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import { formatDateTime } from '../i18n/format.ts'
import { EmptyRecords, NoList } from './EmptyRecords.tsx'
import { useCreateEntry } from './entry/queries.ts'
import { kindsQuery, recordListQuery } from './queries.ts'
import type { RecordSearch } from './record-search.ts'
import { RecordFilters } from './filters/RecordFilters.tsx'
import styles from './RecordsPage.module.css'
import { RecordStatusChip } from './StatusChip.tsx'
import { useRecordModel } from './use-record-model.ts'

/** Documents and registers: by kind, found by title or number. The filter is in the address. */
export function RecordsPage() {
  const { t } = useTranslation('records')
  const search = useSearch({ from: '/signed-in/records' })
  const { kind, q, status, where } = search
  const navigate = useNavigate()
  const { data: kinds } = useQuery(kindsQuery)
  const { model } = useRecordModel(kind)
  const filter = {
    ...(kind && { kind }),
    ...(q && { q }),
    ...(status && { status }),
    ...(where && { where: JSON.stringify(where) }),
  }
  const source = useInfiniteQuery(recordListQuery(filter))
  const shownKind = kinds?.items.find(({ code }) => code === kind)
  const kindName = shownKind?.name
  const create = useCreateEntry()
  const columns = useColumns(kind === undefined)
  const show = (next: RecordSearch): void => void navigate({ ...paths.records(next) })
  /** What a kind is narrowed by means nothing in another. */
  const showKind = (code: string): void => show({ ...(code && { kind: code }), ...(q && { q }) })
  const narrowed = { ...(kind && { kind }), ...(status && { status }), ...(where && { where }) }
  const createButton = shownKind?.type === 'register' && (
    <Button type="primary" loading={create.isPending} onClick={() => create.mutate(shownKind.code)}>
      {t('entry.create')}
    </Button>
  )
  if (kinds && kind !== undefined && (!shownKind || shownKind.type === 'form')) {
    return <NoList code={kind} kind={shownKind} />
  }
  return (
    <Page title={kindName ?? t('list.title')} actions={createButton}>
      <Sheet isFlush>
        <FilterBar
          label={t('list.search')}
          q={q ?? ''}
          search={(words) => show({ ...narrowed, ...(words && { q: words }) })}
          more={
            model &&
            model.code === kind && (
              <RecordFilters
                model={model}
                search={search}
                show={(next) => show({ kind, ...(q && { q }), ...next })}
              />
            )
          }
        >
          <Select
            aria-label={t('list.kind')}
            className={styles.kind ?? ''}
            value={kind ?? ''}
            options={[
              { value: '', label: t('list.allKinds') },
              // A kind of type `form` makes no record.
              ...(kinds?.items ?? [])
                .filter(({ type }) => type !== 'form')
                .map(({ code, name }) => ({ value: code, label: name })),
            ]}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={showKind}
          />
        </FilterBar>
        <List
          caption={t('list.caption', { kind: kindName ?? t('list.title') })}
          source={source}
          columns={columns}
          rowKey={({ id }) => id}
          card={(record) => <RecordCard record={record} />}
          empty={<EmptyRecords search={search} show={show} create={createButton} />}
        />
      </Sheet>
    </Page>
  )
}

function useColumns(hasKind: boolean): Column<RecordSummary>[] {
  const { t } = useTranslation('records')
  const number = ({ number: own }: RecordSummary) => (
    <span className="tabular">{own ?? <span className={styles.soft}>{t('list.noNumber')}</span>}</span>
  )
  return [
    {
      key: 'title',
      title: t('list.column.title'),
      render: (record) => (
        <>
          <Link {...paths.record(record.id)}>{record.title}</Link>
          <div className={styles.under}>
            {number(record)}
            <LevelChip level={record.level} />
          </div>
        </>
      ),
    },
    ...(hasKind
      ? [
          {
            key: 'kind',
            title: t('list.column.kind'),
            width: 160,
            render: (row: RecordSummary) => row.kindName,
          },
        ]
      : []),
    {
      key: 'version',
      title: t('list.column.version'),
      width: 76,
      render: ({ version }) => (version > 0 ? t('version', { version }) : t('versionDraft')),
    },
    {
      key: 'status',
      title: t('list.column.status'),
      width: 100,
      render: ({ status }) => <RecordStatusChip status={status} />,
    },
    { key: 'owner', title: t('list.column.owner'), width: 190, render: ({ owner }) => owner.name },
    {
      key: 'updatedAt',
      title: t('list.column.updatedAt'),
      width: 160,
      render: ({ updatedAt }) => <span className="tabular">{formatDateTime(updatedAt)}</span>,
    },
  ]
}

function RecordCard({ record }: { record: RecordSummary }) {
  const { t } = useTranslation('records')
  return (
    <>
      <Link {...paths.record(record.id)}>{record.title}</Link>
      <p className={styles.cardLine}>
        <RecordStatusChip status={record.status} />
        <LevelChip level={record.level} />
        <span>{record.version > 0 ? t('version', { version: record.version }) : t('versionDraft')}</span>
        <span className="tabular">{record.number ?? t('list.noNumber')}</span>
      </p>
      <p className={styles.cardLine}>
        <span>{record.kindName}</span>
        <span>{record.owner.name}</span>
        <span className="tabular">{formatDateTime(record.updatedAt)}</span>
      </p>
    </>
  )
}
