import type { TaskDetail } from '@canmou/contract'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Seen } from '../seen.ts'
import styles from './documents.module.css'

interface SignedVersionsProps {
  /** What is signed. */
  seen: Seen
  documents: TaskDetail['documents']
  /** Those that the decision gives a next version, which is what is signed. */
  amended: ReadonlyMap<string, object> | undefined
}

/** Said to whoever signs: for which version, or for which version of each, his signature is. */
export function SignedVersions({ seen, documents = [], amended }: SignedVersionsProps) {
  const { t } = useTranslation('task')
  const id = useId()
  const signed = (seen.documents ?? []).map(({ id, version = 0 }) => ({
    id,
    version: version + Number(amended?.has(id) ?? false),
  }))
  const [only] = signed
  const alone = seen.recordVersion && seen.recordVersion + Number((amended?.size ?? 0) > 0)
  const version = alone ?? only?.version
  if (version === undefined) return null
  if (signed.length < 2) return <p className={styles.soft}>{t('sign.version', { version })}</p>
  return (
    <>
      <p id={id} className={styles.soft}>
        {t('sign.versions', { count: signed.length })}
      </p>
      {/* Reached by the keyboard too, for it may be moved. */}
      <ol tabIndex={0} aria-labelledby={id} className={`${styles.submitted} ${styles.signed}`}>
        {signed.map((one, index) => {
          const document = documents.find(({ id }) => id === one.id)
          return (
            <li key={one.id}>
              <span>
                {index + 1}. {document?.title}
              </span>
              <span className={styles.facts}>
                {document?.number && <span className="tabular">{document.number}</span>}V{one.version}
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
