import type { ProcessSummary } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../app/Chip.tsx'
import { paths } from '../app/paths.ts'
import styles from './ProcessCard.module.css'
import { useKindNames } from './kind-names.ts'
import type { StartEntry } from './start-entries.ts'

/** A process at a glance: 流程名称, 流程代号, 主管部门, 流程说明 (domain.md GOV-4), and the documents that it makes. */
export function ProcessCard({ process, children }: { process: ProcessSummary; children: ReactNode }) {
  const { t } = useTranslation('processes')
  const { t: tApp } = useTranslation('app')
  const kindName = useKindNames()
  return (
    <article className={styles.card} aria-label={process.name}>
      <header className={styles.head}>
        <span className={styles.code}>{process.id}</span>
        <h2>{process.name}</h2>
        <ProcessMark process={process} />
      </header>
      <p className={styles.about}>{process.description}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{t('department')}</dt>
          <dd>{process.departmentName}</dd>
        </div>
        {process.recordKinds.length > 0 && (
          <div>
            <dt>{t('documents')}</dt>
            <dd>{process.recordKinds.map(kindName).join(tApp('separator'))}</dd>
          </div>
        )}
      </dl>
      <footer className={styles.actions}>{children}</footer>
    </article>
  )
}

/** An entry that leads to several processes, and by what. */
export function RouteCard({
  entry: { route, ways },
  children,
}: {
  entry: Extract<StartEntry, { kind: 'route' }>
  children: ReactNode
}) {
  const { t } = useTranslation('processes')
  return (
    <article className={styles.card} aria-label={route.name}>
      <header className={styles.head}>
        <span className={styles.code}>{ways.map(({ process }) => process.id).join(' · ')}</span>
        <h2>{route.name}</h2>
      </header>
      <p className={styles.about}>{route.description}</p>
      <dl className={styles.facts}>
        {ways.map((way) => (
          <div key={way.process.id}>
            <dt>{way.route.valueName}</dt>
            <dd>
              <Link
                {...paths.process(way.process.id)}
                aria-label={t('viewNamed', { name: way.process.name })}
              >
                {way.process.name}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <footer className={styles.actions}>{children}</footer>
    </article>
  )
}

/** Which version this is and whether it is in effect. */
export function ProcessMark({ process }: { process: ProcessSummary }) {
  const { t } = useTranslation('processes')
  return (
    <>
      <Chip>{t('version', { version: process.version })}</Chip>
      <Chip tone={process.status === 'inEffect' ? 'green' : 'amber'}>{t(`status.${process.status}`)}</Chip>
    </>
  )
}
