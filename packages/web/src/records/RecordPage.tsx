import type { RecordDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../api/failure.ts'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { LevelChip } from '../app/LevelChip.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { Timeline } from '../work/Timeline.tsx'
import { instanceQuery } from '../work/queries.ts'
import { AttachmentList } from './attachments/AttachmentList.tsx'
import { StageFocusSheet } from '../functions/StageFocusSheet.tsx'
import { useEditEntry } from './entry/queries.ts'
import { LinkList } from './page/LinkList.tsx'
import { ShownVersion } from './page/ShownVersion.tsx'
import { VersionsPanel } from './page/VersionsPanel.tsx'
import styles from './page/page.module.css'
import { recordQuery } from './queries.ts'
import { useRecordModel } from './use-record-model.ts'
import { RecordStatusChip } from './StatusChip.tsx'

/** One record: what it says, how it came to say it, what it is tied to. */
export function RecordPage() {
  const { t: tApp } = useTranslation('app')
  const { recordId } = useParams({ from: '/signed-in/records/$recordId' })
  const { data: record, error, refetch } = useQuery(recordQuery(recordId))
  if (record) return <RecordOf key={recordId} record={record} />
  if (hasCode(error, 'NOT_FOUND')) {
    return <EmptyState heading="h1" title={tApp('notFound.title')} hint={tApp('notFound.hint')} />
  }
  return error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />
}

function RecordOf({ record }: { record: RecordDetail }) {
  const { t } = useTranslation('records')
  const { version, compare } = useSearch({ from: '/signed-in/records/$recordId' })
  const [chosen, setChosen] = useState<string>()
  const tab = chosen ?? (compare === undefined ? 'document' : 'versions')
  const process = useQuery({ ...instanceQuery(record.instanceId ?? ''), enabled: !!record.instanceId })
  const timeline = process.data?.timeline ?? []
  const hasLifecycle = useRecordModel(record.kind).model?.hasLifecycle === true && record.version > 0
  return (
    <Page
      title={record.title}
      mark={
        <>
          <span className="tabular">{record.number ?? t('list.noNumber')}</span>
          <span>{record.version > 0 ? t('version', { version: record.version }) : t('versionDraft')}</span>
          <RecordStatusChip status={record.status} />
          <LevelChip level={record.level} />
        </>
      }
      actions={<EditEntry record={record} />}
      note={
        <>
          {record.kindName} · {record.departmentName} · {record.owner.name}
        </>
      }
    >
      <Tabs
        activeKey={tab}
        onChange={setChosen}
        items={[
          {
            key: 'document',
            label: t('page.tab.document'),
            children: (
              <div className={styles.stack}>
                {hasLifecycle && version === undefined && <StageFocusSheet record={record} />}
                <ShownVersion record={record} version={version} timeline={timeline} />
              </div>
            ),
          },
          {
            key: 'versions',
            label: t('page.tab.versions'),
            children: (
              <VersionsPanel
                record={record}
                timeline={timeline}
                compare={compare}
                version={version}
                show={() => setChosen('document')}
              />
            ),
          },
          {
            key: 'links',
            label: t('page.tab.links'),
            children: (
              <Sheet>
                <LinkList links={record.links} />
              </Sheet>
            ),
          },
          {
            key: 'attachments',
            label: t('page.tab.attachments'),
            children: (
              <Sheet>
                <AttachmentList attachments={record.attachments} />
              </Sheet>
            ),
          },
          {
            key: 'process',
            label: t('page.tab.process'),
            children: record.instanceId ? (
              <Sheet
                title={process.data?.number ?? t('page.tab.process')}
                extra={<Link {...paths.instance(record.instanceId)}>{t('page.openProcess')}</Link>}
              >
                {process.error ? (
                  <QueryFailure error={process.error} retry={() => void process.refetch()} />
                ) : (
                  <Timeline entries={timeline} />
                )}
              </Sheet>
            ) : (
              <EmptyState title={t('page.noProcess')} />
            ),
          },
        ]}
      />
    </Page>
  )
}

/** An entry of a register is edited in place; a document goes its way through a process. */
function EditEntry({ record }: { record: RecordDetail }) {
  const { t } = useTranslation('records')
  const navigate = useNavigate()
  const edit = useEditEntry()
  if (!record.can.edit || record.instanceId !== undefined) return null
  const open = () => (record.isDraft ? void navigate(paths.entry(record.id)) : edit.mutate(record.id))
  return (
    <Button type="primary" loading={edit.isPending} onClick={open}>
      {t('entry.edit')}
    </Button>
  )
}
