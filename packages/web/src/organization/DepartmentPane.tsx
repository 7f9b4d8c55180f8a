import type { Organization, OrganizationDepartment } from '@canmou/contract'
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
import { Holders, PositionRows } from './PositionRows.tsx'

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
          <PositionRows positions={live} organization={organization} />
        )}
        {ended.length > 0 && mayChange && (
          <>
            <p className={styles.subtitle}>{t('endedPositions')}</p>
            <PositionRows positions={ended} organization={organization} />
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
