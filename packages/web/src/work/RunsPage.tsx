import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClearing } from '../app/clearing.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { FilterBar } from '../app/FilterBar.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import { processesQuery } from '../processes/queries.ts'
import { StartLink } from '../processes/StartLink.tsx'
import { BoxList } from './BoxList.tsx'
import { runStatuses, type RunSearch } from './run-search.ts'

/** 流程查询: every run that one may see, by process and status, found by title or number. The filter is in the address. */
export function RunsPage() {
  const { t } = useTranslation('work')
  const search = useSearch({ from: '/signed-in/instances' })
  const navigate = useNavigate()
  const clearing = useClearing()
  const { data: processes } = useQuery(processesQuery)
  const show = ({ q, process, status }: RunSearch): void =>
    void navigate(paths.runs({ ...(q && { q }), ...(process && { process }), ...(status && { status }) }))
  return (
    <Page title={t('runs.title')}>
      <Sheet isFlush>
        <FilterBar label={t('search')} q={search.q ?? ''} search={(q) => show({ ...search, q })}>
          <Select
            aria-label={t('list.process')}
            placeholder={t('list.process')}
            style={{ width: 240 }}
            value={search.process ?? null}
            options={(processes?.items ?? []).map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))}
            showSearch={{ optionFilterProp: 'label' }}
            allowClear={clearing}
            onChange={(process: string | undefined) => show({ ...search, process: process ?? '' })}
          />
          <Select
            aria-label={t('list.status')}
            placeholder={t('list.status')}
            style={{ width: 150 }}
            value={search.status ?? null}
            options={runStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
            allowClear={clearing}
            onChange={(status) => show({ ...search, status })}
          />
        </FilterBar>
        <BoxList
          box="all"
          search={search}
          empty={
            Object.keys(search).length > 0 ? (
              <EmptyState title={t('runs.emptyFilter')} hint={t('empty.searchHint')}>
                <Button onClick={() => show({})}>{t('clearSearch')}</Button>
              </EmptyState>
            ) : (
              <EmptyState title={t('empty.all')} hint={t('empty.allHint')}>
                <StartLink />
              </EmptyState>
            )
          }
        />
      </Sheet>
    </Page>
  )
}
