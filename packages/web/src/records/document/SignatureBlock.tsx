import type { Opinion } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../i18n/format.ts'
import { FileLinks } from '../attachments/FileLinks.tsx'
import { SignatureImage } from './SignatureImage.tsx'
import styles from './document.module.css'

const refusing: ReadonlySet<Opinion['decision']> = new Set([
  'reject',
  'returnToPrevious',
  'returnToStarter',
  'returnToStep',
])
const agreeing: ReadonlySet<Opinion['decision']> = new Set(['submit', 'approve', 'addSignerAfter'])

/** Signed, refused, or passed on. */
const markOf = ({ decision }: Opinion): string =>
  agreeing.has(decision) ? '✓' : refusing.has(decision) ? '✕' : '→'

/** The approval block of a form (domain.md §11): who decided what, on which version, and why. */
export function SignatureBlock({ opinions }: { opinions: readonly Opinion[] }) {
  const { t } = useTranslation('records')
  return (
    <ol className={styles.signatures}>
      {opinions.map((opinion) => (
        <li
          key={opinion.taskId}
          className={styles.signature}
          data-decision={opinion.decision}
          data-taken-back={opinion.takenBackAt && true}
        >
          <div className={styles.signatureHead}>
            <span className={styles.signatureTask}>{opinion.taskName}</span>
            <span className={styles.stamp}>
              <span aria-hidden>{markOf(opinion)}</span> {opinion.decisionLabel}
              {opinion.takenBackAt && <> {t('document.takenBack')}</>}
            </span>
          </div>
          {opinion.opinion ? (
            <blockquote className={styles.opinion}>{opinion.opinion}</blockquote>
          ) : (
            <p className={styles.blank}>{t(opinion.timedOut ? 'document.timedOut' : 'document.noOpinion')}</p>
          )}
          <FileLinks attachments={opinion.attachments} />
          <SignatureImage
            taskId={opinion.taskId}
            name={opinion.person?.name ?? ''}
            signature={opinion.signature}
          />
          <p className={styles.signed}>
            {opinion.positionName && <span>{opinion.positionName}</span>}
            <span className={styles.signedName}>
              {opinion.person && opinion.onBehalfOf
                ? t('document.signedFor', { name: opinion.person.name, principal: opinion.onBehalfOf.name })
                : opinion.person?.name}
            </span>
            <time dateTime={opinion.signedAt} className="tabular">
              {formatDateTime(opinion.signedAt)}
            </time>
            {opinion.recordVersion !== undefined && (
              <span>{t('document.signedVersion', { version: opinion.recordVersion })}</span>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}
