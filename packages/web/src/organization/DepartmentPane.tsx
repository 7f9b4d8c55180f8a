import type { Organization, OrganizationDepartment, OrganizationPosition } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Chip } from '../app/Chip.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import { AddDepartment, EditDepartment } from './dialogs/DepartmentDialog.tsx'
import { EndDepartment } from './dialogs/EndDepartment.tsx'
import { AddPerson } from './dialogs/PersonDialog.tsx'
import { AddPosition } from './dialogs/PositionDialog.tsx'
import styles from './parts.module.css'
import { PeopleList } from './PeopleList.tsx'
import { PersonLinks } from './PersonLinks.tsx'

interface PaneProps {
  organization: Organization
  department: OrganizationDepartment
}

/** One department: what it is part of and who manages it, its positions with their holders, its people. */
export function DepartmentPane({ organization, department }: PaneProps) {
  const { t } = useTranslation('organization')
  const { mayChange } = organization
  const mine = organization.positions.filter(({ departmentId }) => departmentId === department.id)
  const live = mine.filter(({ isEnded }) => !isEnded)
  const ended = mine.filter(({ isEnded }) => isEnded)
  const isOpen = mayChange && !department.isEnded
  return (
    <div className={styles.stack}>
      <Sheet
        title={department.name}
        extra={
          mayChange && (
            <div className={styles.buttons}>
              {isOpen && <EditDepartment organization={organization} department={department} />}
              {isOpen && (
                <AddDepartment
                  organization={organization}
                  label={t('edit.addBelow')}
                  parentId={department.id}
                />
              )}
              <EndDepartment department={department} />
            </div>
          )
        }
      >
        <Facts organization={organization} department={department} />
      </Sheet>
      <Sheet isFlush title={t('positions')} extra={isOpen && <AddPosition departmentId={department.id} />}>
        {live.length === 0 ? (
          <EmptyState title={t('noPositions')} />
        ) : (
          <Positions positions={live} organization={organization} />
        )}
        {ended.length > 0 && mayChange && (
          <>
            <p className={styles.subtitle}>{t('endedPositions')}</p>
            <Positions positions={ended} organization={organization} />
          </>
        )}
      </Sheet>
      <Sheet isFlush title={t('people')} extra={isOpen && <AddPerson departmentId={department.id} />}>
        <PeopleList
          caption={t('people')}
          filter={{ department: department.id }}
          empty={<EmptyState title={t('noPeople')} />}
        />
      </Sheet>
    </div>
  )
}

function Facts({ organization, department }: PaneProps) {
  const { t } = useTranslation('organization')
  const parent = organization.departments.find(({ id }) => id === department.parentId)
  const manager = organization.positions.find(({ id }) => id === department.managerPositionId)
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('parent')}</dt>
        <dd>
          {parent ? (
            <Link {...paths.organization({ department: parent.id })}>{parent.name}</Link>
          ) : (
            <span className={styles.soft}>{t('noParent')}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('manager')}</dt>
        <dd>
          {manager ? (
            <>
              <Link {...paths.position(manager.id)}>{manager.name}</Link>
              <span className={styles.soft}> · </span>
              <Holders position={manager} />
            </>
          ) : (
            <span className={styles.soft}>{t('noManager')}</span>
          )}
        </dd>
      </div>
      {department.isEnded && (
        <div>
          <dt>{t('status')}</dt>
          <dd>
            <Chip>{t('ended')}</Chip>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Positions({
  positions,
  organization,
}: {
  positions: OrganizationPosition[]
  organization: Organization
}) {
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
function Holders({ position }: { position: OrganizationPosition }) {
  const { t } = useTranslation('organization')
  if (position.memberIds.length > 0) return null
  if (position.holders.length === 0) return <Chip tone="amber">{t('vacant')}</Chip>
  return <PersonLinks people={position.holders} />
}
