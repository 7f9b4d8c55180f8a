import type { TaskDetail } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { formatDateTime } from '../../i18n/format.ts'
import { useMe } from '../../identity/session.ts'
import { FileLinks } from '../../records/attachments/FileLinks.tsx'
import { SignatureImage } from '../../records/document/SignatureImage.tsx'
import { forgetText } from './kept-text.ts'
import { SubmittedDocument } from './SubmittedDocument.tsx'
import styles from './task.module.css'

interface ClosedTaskProps {
  task: TaskDetail
  /** Settled while the page was open. */
  isMeanwhile: boolean
  /** What was typed and not sent. */
  unsent: string
}

/** A task that needs nothing any more, or nothing from me: says how it ended, and shows what it was about. */
export function ClosedTask({ task, isMeanwhile, unsent }: ClosedTaskProps) {
  const { t } = useTranslation('task')
  const { t: tApp } = useTranslation('app')
  const me = useMe()
  useEffect(() => {
    if (task.state !== 'open') forgetText(me.id, task.id)
  }, [me.id, task.id, task.state])
  const own = task.opinions.find(({ taskId }) => taskId === task.id)
  const who = own?.person ?? task.holders[0]
  const holders = task.holders.map(({ name }) => name).join(tApp('separator'))
  const headline = {
    open: t('closed.notYours', { who: holders }),
    cancelled: t('closed.cancelled'),
    done: task.timedOut
      ? t('closed.timedOut')
      : !who
        ? t('closed.done')
        : who.id === me.id
          ? t('closed.doneByMe')
          : t('closed.doneByOther', { who: who.name }),
  }[task.state]
  return (
    <div className={styles.main}>
      <div role="status" className={styles.closed} data-state={task.state}>
        <p className={styles.closedTitle}>{headline}</p>
        {isMeanwhile && <p>{t('closed.meanwhile')}</p>}
        {task.state === 'cancelled' && <p>{t('closed.cancelledHint')}</p>}
        {own && <p>{t('closed.decision', { decision: own.decisionLabel })}</p>}
        {own?.opinion && <p className={styles.said}>{t('closed.opinion', { opinion: own.opinion })}</p>}
        <FileLinks attachments={own?.attachments} />
        {own && <SignatureImage taskId={task.id} name={own.person?.name ?? ''} signature={own.signature} />}
        {task.state === 'done' && task.completedAt && (
          <p className={styles.soft}>{t('closed.at', { at: formatDateTime(task.completedAt) })}</p>
        )}
        <p className={styles.links}>
          <Link {...paths.instance(task.instanceId)}>{t('openInstance')}</Link>
          <Link {...paths.box('todo')}>{t('closed.inbox')}</Link>
        </p>
      </div>
      {unsent.trim() !== '' && task.state !== 'open' && (
        <div className={styles.unsent}>
          <label htmlFor="unsent-opinion">{t('closed.unsent')}</label>
          <Input.TextArea id="unsent-opinion" readOnly value={unsent} autoSize />
        </div>
      )}
      {task.record && task.record.version > 0 && !task.record.isDraft && (
        <SubmittedDocument task={task} record={task.record} />
      )}
    </div>
  )
}
