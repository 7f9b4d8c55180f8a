import type { ChainLink } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import styles from './InstanceChain.module.css'
import { StatusChip } from './StatusChip.tsx'

/**
 * What led to an instance and where it leads (domain.md §3 GOV-1), from the first source on: a row of steps at the desk, a
 * column on a phone. Nothing where it stands alone.
 */
export function InstanceChain({ chain }: { chain: readonly ChainLink[] }) {
  const { t } = useTranslation('work')
  if (chain.length < 2) return null
  const distances = [...new Set(chain.map(({ distance }) => distance))]
  return (
    <Sheet title={t('instance.chain')}>
      <ol className={styles.chain}>
        {distances.map((distance) => (
          <li key={distance} className={styles.step}>
            <p className={styles.place}>{t(`instance.${placeOf(distance)}`)}</p>
            <ul className={styles.links}>
              {chain
                .filter((link) => link.distance === distance)
                .map(({ instance }) => (
                  <Step key={instance.id} instance={instance} isCurrent={distance === 0} />
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

const placeOf = (distance: number): 'upstream' | 'thisOne' | 'downstream' =>
  distance < 0 ? 'upstream' : distance > 0 ? 'downstream' : 'thisOne'

function Step({ instance, isCurrent }: { instance: ChainLink['instance']; isCurrent: boolean }) {
  return (
    <li className={styles.link} aria-current={isCurrent ? 'step' : undefined}>
      {isCurrent ? (
        <span className={styles.name}>{instance.processName}</span>
      ) : (
        <Link {...paths.instance(instance.id)} className={styles.name} title={instance.title}>
          {instance.processName}
        </Link>
      )}
      <p className={styles.note}>
        <span className="tabular">{instance.number}</span>
        <StatusChip status={instance.status} />
      </p>
    </li>
  )
}
