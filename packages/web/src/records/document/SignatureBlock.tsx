import type { Opinion } from '@canmou/contract'
import type { TFunction } from 'i18next'
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

/** Who signed it; nobody's name stands under what a rule decided. */
function nameOf(t: TFunction<'records'>, { person, onBehalfOf, byRule }: Opinion): string | undefined {
  if (byRule) return t('document.byRule')
  return person && onBehalfOf
    ? t('document.signedFor', { name: person.name, principal: onBehalfOf.name })
    : person?.name
}

/** What was said or, where a rule decided, by which and why. */
function Words({ opinion: { opinion, byRule } }: { opinion: Opinion }) {
  const { t } = useTranslation('records')
  if (opinion) return <blockquote className={styles.opinion}>{opinion}</blockquote>
  return <p className={styles.blank}>{byRule?.reason ?? t('document.noOpinion')}</p>
}

/** The approval block of a form (domain.md §11): who decided what, on which version, and why. */
export function SignatureBlock({ opinions }: { opinions: readonly Opinion[] }) {
  const { t } = useTranslation('records')
  return (
    <ol className={styles.signatures}>
      {opinions.map((opinion) => (
        <li
          key={opinion.taskId ?? `${opinion.elementId} ${opinion.signedAt}`}
          className={styles.signature}
          data-decision={opinion.decision}
          data-by-rule={opinion.byRule && true}
          data-taken-back={opinion.takenBackAt && true}
        >
          <div className={styles.signatureHead}>
            <span className={styles.signatureTask}>{opinion.taskName}</span>
            <span className={styles.stamp}>
              <span aria-hidden>{markOf(opinion)}</span> {opinion.decisionLabel}
              {opinion.byRule && <> {t('document.byRuleMark')}</>}
              {opinion.takenBackAt && <> {t('document.takenBack')}</>}
            </span>
          </div>
          <Words opinion={opinion} />
          <FileLinks attachments={opinion.attachments} />
          {opinion.taskId !== undefined && (
            <SignatureImage
              taskId={opinion.taskId}
              name={opinion.person?.name ?? ''}
              signature={opinion.signature}
            />
          )}
          <p className={styles.signed}>
            {opinion.positionName && <span>{opinion.positionName}</span>}
            <span className={styles.signedName}>{nameOf(t, opinion)}</span>
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
