import type { OrganizationChange } from '@canmou/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../app/EmptyState.tsx'
import { List, type Column } from '../app/List.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import { formatDateTime } from '../i18n/format.ts'
import { useChangeWords } from './change-words.ts'
import styles from './parts.module.css'
import { changesQuery } from './queries.ts'

/** 变更记录: what was changed in the organisation, by whom and when, from what to what. */
export function ChangesPage() {
  const { t } = useTranslation('organization')
  const source = useInfiniteQuery(changesQuery)
  const columns: Column<OrganizationChange>[] = [
    { key: 'what', title: t('what'), width: 300, render: (change) => <Subject change={change} /> },
    { key: 'detail', title: t('detail'), render: (change) => <Fields change={change} /> },
    { key: 'who', title: t('who'), width: 170, render: ({ by }) => by?.name ?? t('nobody') },
    {
      key: 'when',
      title: t('when'),
      width: 160,
      render: ({ at }) => <span className="tabular">{formatDateTime(at)}</span>,
    },
  ]
  return (
    <Page title={t('changes')} note={t('changesHint')}>
      <Sheet isFlush>
        <List
          caption={t('changes')}
          source={source}
          columns={columns}
          rowKey={({ id }) => String(id)}
          card={(change) => (
            <>
              <Subject change={change} />
              <Fields change={change} />
              <p className={styles.cardLine}>
                <span>{change.by?.name ?? t('nobody')}</span>
                <span className="tabular">{formatDateTime(change.at)}</span>
              </p>
            </>
          )}
          empty={<EmptyState title={t('noChanges')} hint={t('noChangesHint')} />}
        />
      </Sheet>
    </Page>
  )
}

function Subject({ change: { action, subject } }: { change: OrganizationChange }) {
  const words = useChangeWords()
  const address =
    subject.personId !== undefined
      ? paths.person(subject.personId)
      : subject.positionId !== undefined
        ? paths.position(subject.positionId)
        : paths.organization(subject.departmentId === undefined ? {} : { department: subject.departmentId })
  return (
    <>
      <Link {...address}>{subject.name}</Link>
      <div className={styles.soft}>{words.action(action)}</div>
    </>
  )
}

function Fields({ change: { action, fields } }: { change: OrganizationChange }) {
  const words = useChangeWords()
  return (
    <ul className={styles.change}>
      {fields.map(({ field, before, after }) => (
        <li key={field}>
          <span className={styles.soft}>{words.field(field)}</span>{' '}
          {(before !== undefined || action.endsWith('.changed')) && (
            <>
              <del>{words.value(field, before)}</del> <span aria-hidden>→</span>{' '}
            </>
          )}
          <ins>{words.value(field, after)}</ins>
        </li>
      ))}
    </ul>
  )
}
