import type { Opinion } from '@canmou/contract'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../i18n/format.ts'
import { FileLinks } from '../../records/attachments/FileLinks.tsx'
import { SignatureBlock } from '../../records/document/SignatureBlock.tsx'
import { lastRefusal } from './rounds.ts'
import styles from './task.module.css'

/** Why the last version came back, before anything else is read: what the author has to answer. */
export function ReturnedNotice({
  opinions,
  nextVersion,
}: {
  opinions: readonly Opinion[]
  nextVersion: number
}) {
  const { t } = useTranslation('task')
  const id = useId()
  const round = lastRefusal(opinions)
  if (!round) return null
  const { refusal, others } = round
  const parts = {
    who: refusal.person?.name ?? '',
    at: formatDateTime(refusal.signedAt),
    decision: refusal.decisionLabel,
    version: nextVersion,
  }
  return (
    <section className={styles.returned} aria-labelledby={id}>
      <h2 id={id}>{t('returned.title')}</h2>
      <p>
        {refusal.byRule
          ? t('returned.byRule', { ...parts, task: refusal.taskName, reason: refusal.byRule.reason })
          : refusal.positionName
            ? t('returned.lead', { ...parts, position: refusal.positionName })
            : t('returned.leadPlain', parts)}
      </p>
      {!refusal.byRule && (
        <blockquote className={styles.reason}>{refusal.opinion ?? t('returned.noOpinion')}</blockquote>
      )}
      <FileLinks attachments={refusal.attachments} />
      {others.length > 0 && (
        <details>
          <summary>{t('returned.others')}</summary>
          <SignatureBlock opinions={others} />
        </details>
      )}
    </section>
  )
}
