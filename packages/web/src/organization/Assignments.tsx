import type { Assignment } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Chip, type ChipTone } from '../app/Chip.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { paths } from '../app/paths.ts'
import { EditDays, EndAssignment, WithdrawAssignment } from './dialogs/AssignmentDialogs.tsx'
import styles from './parts.module.css'

const tones: Record<Assignment['state'], ChipTone> = {
  current: 'green',
  coming: 'blue',
  past: 'plain',
  withdrawn: 'plain',
}

interface AssignmentsProps {
  assignments: Assignment[]
  /** What stands in the first column: the other side is the page's own. */
  shows: 'person' | 'position'
  mayChange: boolean
  empty: string
}

/** Who holds what from when to when, those of today and to come first. */
export function Assignments({ assignments, shows, mayChange, empty }: AssignmentsProps) {
  const { t } = useTranslation('organization')
  if (assignments.length === 0) return <EmptyState title={empty} />
  return (
    <ul>
      {assignments.map((assignment) => (
        <li key={assignment.id} className={styles.assignment} data-state={assignment.state}>
          {shows === 'person' ? (
            <Link {...paths.person(assignment.person.id)}>{assignment.person.name}</Link>
          ) : (
            <Link {...paths.position(assignment.positionId)}>{assignment.positionName}</Link>
          )}
          <span className={`tabular ${styles.dates}`}>
            {assignment.to === undefined || assignment.state === 'withdrawn'
              ? t('since', { from: assignment.from })
              : t('between', { from: assignment.from, to: assignment.to })}
          </span>
          <span>
            <Chip tone={tones[assignment.state]}>{t(`state.${assignment.state}`)}</Chip>
          </span>
          {mayChange && <Actions assignment={assignment} />}
        </li>
      ))}
    </ul>
  )
}

function Actions({ assignment }: { assignment: Assignment }) {
  const { state } = assignment
  return (
    <div className={styles.buttons}>
      {state !== 'withdrawn' && <EditDays assignment={assignment} />}
      {state === 'current' && <EndAssignment assignment={assignment} />}
      {state === 'coming' && <WithdrawAssignment assignment={assignment} />}
    </div>
  )
}
