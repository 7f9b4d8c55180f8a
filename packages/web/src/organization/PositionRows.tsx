import type { Organization, OrganizationPosition } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Chip } from '../app/Chip.tsx'
import { paths } from '../app/paths.ts'
import styles from './parts.module.css'
import { PersonLinks } from './PersonLinks.tsx'

interface RowsProps {
  positions: OrganizationPosition[]
  organization: Organization
}

/** Positions, each with who holds it today; of a group, its members. */
export function PositionRows({ positions, organization }: RowsProps) {
  const { t } = useTranslation('organization')
  const { t: tApp } = useTranslation('app')
  const nameOf = (id: string) => organization.positions.find((one) => one.id === id)?.name ?? id
  return (
    <ul className={styles.rows}>
      {positions.map((position) => (
        <li key={position.id} className={styles.row}>
          <span className={styles.rowName}>
            <Link {...paths.position(position.id)}>{position.name}</Link>{' '}
            {position.memberIds.length > 0 && <Chip tone="blue">{t('group')}</Chip>}
            {position.isEnded && <Chip>{t('ended')}</Chip>}
          </span>
          <span>
            {position.memberIds.length > 0 ? (
              <span className={styles.soft}>
                {t('groupOf', { members: position.memberIds.map(nameOf).join(tApp('separator')) })}
              </span>
            ) : (
              !position.isEnded && <Holders position={position} />
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Who holds it today, or that nobody does. */
export function Holders({ position }: { position: OrganizationPosition }) {
  const { t } = useTranslation('organization')
  if (position.memberIds.length > 0) return null
  if (position.holders.length === 0) return <Chip tone="amber">{t('vacant')}</Chip>
  return <PersonLinks people={position.holders} />
}
