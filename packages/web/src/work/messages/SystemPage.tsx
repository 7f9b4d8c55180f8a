import type { ExpiredMessage } from '@canmou/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../app/EmptyState.tsx'
import { List, type Column } from '../../app/List.tsx'
import { Page } from '../../app/Page.tsx'
import { paths } from '../../app/paths.ts'
import { Sheet } from '../../app/Sheet.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { expiredMessagesQuery } from './queries.ts'
import styles from './SystemPage.module.css'

/** 系统状态, for the 流程管理员: the messages that nothing took, which would otherwise be gone without a word. */
export function SystemPage() {
  const { t } = useTranslation('work')
  const source = useInfiniteQuery(expiredMessagesQuery)
  const what = ({ name, correlationKey }: ExpiredMessage) => (
    <>
      <strong>{name}</strong>
      <div className={styles.soft}>{t('system.forKey', { key: correlationKey })}</div>
    </>
  )
  const columns: Column<ExpiredMessage>[] = [
    { key: 'what', title: t('system.message'), render: what },
    { key: 'why', title: t('system.why'), width: 300, render: (message) => <Why message={message} /> },
    { key: 'by', title: t('system.from'), width: 170, render: (message) => <Sender message={message} /> },
    {
      key: 'when',
      title: t('system.when'),
      width: 190,
      render: ({ sentAt, expiresAt }) => (
        <>
          <span className="tabular">{formatDateTime(expiresAt)}</span>
          <div className={styles.soft}>{t('system.sentAt', { at: formatDateTime(sentAt) })}</div>
        </>
      ),
    },
  ]
  return (
    <Page title={t('system.title')} note={t('system.note')}>
      <Sheet isFlush title={t('system.expired')}>
        <List
          caption={t('system.expired')}
          source={source}
          columns={columns}
          rowKey={({ id }) => String(id)}
          card={(message) => (
            <>
              {what(message)}
              <Why message={message} />
              <p className={styles.cardLine}>
                <Sender message={message} />
                <span className="tabular">{formatDateTime(message.expiresAt)}</span>
              </p>
            </>
          )}
          empty={<EmptyState title={t('system.none')} hint={t('system.noneHint')} />}
        />
      </Sheet>
    </Page>
  )
}

/** Whether the name is wrong or the key, as far as the drawings in effect say. */
function Why({ message: { awaitedBy } }: { message: ExpiredMessage }) {
  const { t } = useTranslation('work')
  const { t: tApp } = useTranslation('app')
  if (awaitedBy.length === 0) return t('system.unknownName')
  return t('system.unknownKey', { processes: awaitedBy.join(tApp('separator')) })
}

function Sender({ message: { by, instance } }: { message: ExpiredMessage }) {
  const { t } = useTranslation('work')
  if (instance) return <Link {...paths.instance(instance.id)}>{instance.title}</Link>
  return by?.name ?? t('system.aProcess')
}
