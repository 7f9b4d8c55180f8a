import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../app/EmptyState.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import { processesQuery } from '../processes/queries.ts'
import { StartLink } from '../processes/StartLink.tsx'
import type { RecordSearch } from './record-search.ts'

interface EmptyRecordsProps {
  search: RecordSearch
  show: (next: RecordSearch) => void
  /** Of a register: the button that makes its first entry. */
  create: ReactNode
}

/** Why a list of records has nothing in it, and what to do next. */
export function EmptyRecords({ search: { kind, q, status, where }, show, create }: EmptyRecordsProps) {
  const { t } = useTranslation('records')
  const ofKind = kind === undefined ? {} : { kind }
  if (status || where) {
    return (
      <EmptyState title={t('list.emptyFilter')} hint={t('list.emptyFilterHint')}>
        <Button onClick={() => show({ ...ofKind, ...(q && { q }) })}>{t('list.clearFilter')}</Button>
      </EmptyState>
    )
  }
  if (q) {
    return (
      <EmptyState title={t('list.emptySearch', { q })} hint={t('list.emptySearchHint')}>
        <Button onClick={() => show(ofKind)}>{t('list.clearSearch')}</Button>
      </EmptyState>
    )
  }
  if (create) return <EmptyState title={t('list.emptyRegister')}>{create}</EmptyState>
  return (
    <EmptyState title={t('list.empty')} hint={t('list.emptyHint')}>
      <StartLink />
    </EmptyState>
  )
}

interface NoListProps {
  /** As the address has it. */
  code: string
  kind: { name: string; processes: string[] } | undefined
}

/** Of a kind that makes no record, the processes at whose steps it is filled in; an address may also name none. */
export function NoList({ code, kind }: NoListProps) {
  const { t } = useTranslation('records')
  const { t: tApp } = useTranslation('app')
  const { data: processes } = useQuery(processesQuery)
  return (
    <Page title={kind?.name ?? t('list.title')}>
      <Sheet>
        {kind ? (
          <EmptyState title={t('list.formOnly', { kind: kind.name })} hint={t('list.formOnlyHint')}>
            {kind.processes.map((process) => (
              <Link key={process} {...paths.process(process)}>
                {processes?.items.find(({ id }) => id === process)?.name ?? process}
              </Link>
            ))}
          </EmptyState>
        ) : (
          <EmptyState title={t('list.noKind', { kind: code })}>
            <Link {...paths.records()}>{tApp('nav.allRecords')}</Link>
          </EmptyState>
        )}
      </Sheet>
    </Page>
  )
}
