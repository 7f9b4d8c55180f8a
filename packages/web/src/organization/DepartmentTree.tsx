import type { Organization } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import styles from './OrganizationPage.module.css'
import { branchesOf, type Branch } from './tree.ts'

interface TreeProps {
  organization: Organization
  current: string | undefined
}

/** The departments, each below the one that it is part of, with how many people are in it. */
export function DepartmentTree({ organization, current }: TreeProps) {
  const { t } = useTranslation('organization')
  const live = organization.departments.filter(({ isEnded }) => !isEnded)
  const ended = organization.departments.filter(({ isEnded }) => isEnded)
  return (
    <nav aria-label={t('departments')} className={styles.tree}>
      <Branches branches={branchesOf(live)} current={current} />
      {ended.length > 0 && organization.mayChange && (
        <>
          <p className={styles.endedTitle}>{t('endedDepartments')}</p>
          <Branches branches={ended.map((department) => ({ department, children: [] }))} current={current} />
        </>
      )}
    </nav>
  )
}

function Branches({ branches, current }: { branches: Branch[]; current: string | undefined }) {
  const { t } = useTranslation('organization')
  return (
    <ul>
      {branches.map(({ department, children }) => (
        <li key={department.id}>
          <Link
            {...paths.organization({ department: department.id })}
            className={styles.branch}
            activeProps={{}}
            aria-current={department.id === current ? 'true' : undefined}
          >
            <span>{department.name}</span>
            <span className={styles.count}>{t('peopleCount', { count: department.people })}</span>
          </Link>
          {children.length > 0 && <Branches branches={children} current={current} />}
        </li>
      ))}
    </ul>
  )
}
