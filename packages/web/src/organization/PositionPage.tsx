import type { PositionDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { Chip } from '../app/Chip.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { Assignments } from './Assignments.tsx'
import { AppointToPosition } from './dialogs/AppointDialog.tsx'
import { EndPosition } from './dialogs/EndPosition.tsx'
import { EditPosition } from './dialogs/PositionDialog.tsx'
import { OpenTasksPanel } from './OpenTasksPanel.tsx'
import { PositionRows } from './PositionRows.tsx'
import styles from './parts.module.css'
import { organizationQuery, positionQuery } from './queries.ts'

/** A position: who held, holds and will hold it, or its members; what it is part of, which open tasks hang on one holder. */
export function PositionPage() {
  const { t } = useTranslation('organization')
  const { positionId } = useParams({ from: '/signed-in/organization/positions/$positionId' })
  const { data: position, error, refetch } = useQuery(positionQuery(positionId))
  if (!position) {
    return (
      <Page title={t('position')}>
        {error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />}
      </Page>
    )
  }
  const { mayChange, isEnded } = position
  const isGroup = position.members.length > 0
  return (
    <Page
      title={position.name}
      mark={
        (isGroup || isEnded) && (
          <>
            {isGroup && <Chip tone="blue">{t('group')}</Chip>}
            {isEnded && <Chip tone="seal">{t('ended')}</Chip>}
          </>
        )
      }
      note={<Facts position={position} />}
      actions={
        mayChange && (
          <>
            {!isEnded && <EditPosition position={position} />}
            <EndPosition position={position} />
          </>
        )
      }
    >
      <div className={styles.stack}>
        {!isGroup && (
          <Sheet
            isFlush
            title={t('holders')}
            extra={mayChange && !isEnded && <AppointToPosition position={position} />}
          >
            <Assignments
              assignments={position.assignments}
              shows="person"
              mayChange={mayChange && !isEnded}
              empty={t('neverHeld')}
            />
          </Sheet>
        )}
        {isGroup && (
          <Sheet isFlush title={t('members')}>
            <Members ids={position.members.map(({ id }) => id)} />
          </Sheet>
        )}
        {!isGroup && mayChange && (
          <OpenTasksPanel subject="positions" id={position.id} title={t('openTasks')} />
        )}
      </div>
    </Page>
  )
}

/** Whose tasks a group's are: the positions in it, and who holds them today. */
function Members({ ids }: { ids: string[] }) {
  const { data: organization, error, refetch } = useQuery(organizationQuery)
  if (!organization)
    return error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />
  const positions = organization.positions.filter(({ id }) => ids.includes(id))
  return <PositionRows positions={positions} organization={organization} />
}

function Facts({ position }: { position: PositionDetail }) {
  const { t } = useTranslation('organization')
  const { department, memberOf, manages } = position
  return (
    <dl className={styles.facts}>
      {department && (
        <div>
          <dt>{t('department')}</dt>
          <dd>
            <Link {...paths.organization({ department: department.id })}>{department.name}</Link>
          </dd>
        </div>
      )}
      {manages.length > 0 && (
        <div>
          <dt>{t('manages')}</dt>
          <dd>
            <References references={manages} to={(id) => paths.organization({ department: id })} />
          </dd>
        </div>
      )}
      {memberOf.length > 0 && (
        <div>
          <dt>{t('memberOf')}</dt>
          <dd>
            <References references={memberOf} to={paths.position} />
          </dd>
        </div>
      )}
    </dl>
  )
}

interface ReferencesProps {
  references: { id: string; name: string }[]
  to: (id: string) => ReturnType<typeof paths.position> | ReturnType<typeof paths.organization>
}

function References({ references, to }: ReferencesProps) {
  const { t } = useTranslation('app')
  return references.map(({ id, name }, index) => (
    <Fragment key={id}>
      {index > 0 && t('separator')}
      <Link {...to(id)}>{name}</Link>
    </Fragment>
  ))
}
