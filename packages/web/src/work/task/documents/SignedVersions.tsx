import type { TaskDetail } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import type { Seen } from '../seen.ts'
import styles from './documents.module.css'

interface SignedVersionsProps {
  /** What is signed. */
  seen: Seen
  documents: TaskDetail['documents']
}

/** Said to whoever signs: for which version, or for which version of each, his signature is. */
export function SignedVersions({ seen, documents = [] }: SignedVersionsProps) {
  const { t } = useTranslation('task')
  const signed = seen.documents ?? []
  const [only] = signed
  const version = seen.recordVersion ?? only?.version
  if (version === undefined) return null
  if (signed.length < 2) return <p className={styles.soft}>{t('sign.version', { version })}</p>
  return (
    <>
      <p className={styles.soft}>{t('sign.versions', { count: signed.length })}</p>
      <ol className={styles.submitted}>
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
