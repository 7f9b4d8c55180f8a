import type { DrawingFinding } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../app/Chip.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import type { DrawingNames } from './drawing-names.ts'
import styles from './versions.module.css'

interface FindingListProps {
  findings: readonly DrawingFinding[]
  names: DrawingNames
  chosen: number | undefined
  onChoose: (index: number | undefined) => void
}

/** What the check found, errors first; choosing one shows the way to it on the drawing. */
export function FindingList({ findings, names, chosen, onChoose }: FindingListProps) {
  const { t } = useTranslation('versions')
  const ordered = findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => Number(b.finding.severity === 'error') - Number(a.finding.severity === 'error'))
  return (
    <Sheet isFlush title={t('findings')} extra={<Counts findings={findings} />}>
      {findings.length === 0 && (
        <div className={styles.none}>
          <p className={styles.good}>{t('noFindings')}</p>
          <p>{t('noFindingsHint')}</p>
        </div>
      )}
      <ul>
        {ordered.map(({ finding, index }) => (
          <li key={index} className={styles.row}>
            <button
              type="button"
              className={styles.finding}
              aria-pressed={index === chosen}
              onClick={() => onChoose(index === chosen ? undefined : index)}
            >
              <span className={styles.rowHead}>
                <Chip tone={finding.severity === 'error' ? 'seal' : 'amber'}>
                  {t(`severity.${finding.severity}`)}
                </Chip>
                <span className={styles.element}>{finding.elementName || t('wholeFile')}</span>
              </span>
              <span>{finding.message}</span>
              {index === chosen && finding.way.length > 1 && (
                <span className={styles.way}>
                  {t('way', { way: finding.way.map((id) => names.nameOf(id)).join(t('arrow')) })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Counts({ findings }: { findings: readonly DrawingFinding[] }) {
  const { t } = useTranslation('versions')
  const count = (severity: DrawingFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  return (
    <span className={styles.counts}>
      {errors > 0 && <Chip tone="seal">{t('counts.error', { count: errors })}</Chip>}
      {warnings > 0 && <Chip tone="amber">{t('counts.warning', { count: warnings })}</Chip>}
    </span>
  )
}
