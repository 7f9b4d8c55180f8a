import type { PersonDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { Chip } from '../app/Chip.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { useMe } from '../identity/session.ts'
import { Assignments } from './Assignments.tsx'
import { AppointPerson } from './dialogs/AppointDialog.tsx'
import { DisablePerson } from './dialogs/DisablePerson.tsx'
import { HandOverPerson } from './dialogs/HandOverDialog.tsx'
import { ResetPassword } from './dialogs/PasswordDialog.tsx'
import { EditPerson } from './dialogs/PersonDialog.tsx'
import { OpenTasksPanel } from './OpenTasksPanel.tsx'
import styles from './parts.module.css'
import { personQuery } from './queries.ts'

/** Somebody: where, cleared for what, holding what and when; what would be left lying without this person. */
export function PersonPage() {
  const { t } = useTranslation('organization')
  const { personId } = useParams({ from: '/signed-in/organization/people/$personId' })
  const me = useMe()
  const { data: person, error, refetch } = useQuery(personQuery(personId))
  if (!person) {
    return (
      <Page title={t('person')}>
        {error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />}
      </Page>
    )
  }
  const { mayChange } = person
  return (
    <Page
      title={person.name}
      mark={
        <>
          {(mayChange || person.id === me.id) && <span>{person.username}</span>}
          {person.disabledAt && <Chip tone="seal">{t('disabled')}</Chip>}
        </>
      }
      note={<Facts person={person} />}
      actions={
        mayChange && (
          <>
            <EditPerson person={person} />
            <ResetPassword person={person} />
            <HandOverPerson person={person} />
            <DisablePerson person={person} />
          </>
        )
      }
    >
      <div className={styles.stack}>
        <Sheet
          isFlush
          title={t('assignments')}
          extra={mayChange && !person.disabledAt && <AppointPerson person={person} />}
        >
          <Assignments
            assignments={person.assignments}
            shows="position"
            mayChange={mayChange}
            empty={t('noAssignments')}
          />
        </Sheet>
        {(mayChange || me.id === person.id) && (
          <OpenTasksPanel
            subject="people"
            id={person.id}
            title={t('openTasksOfPerson', { name: person.name })}
          />
        )}
      </div>
    </Page>
  )
}

function Facts({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('organization')
  const { t: tApp } = useTranslation('app')
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('department')}</dt>
        <dd>
          <Link {...paths.organization({ department: person.departmentId })}>{person.departmentName}</Link>
        </dd>
      </div>
      <div>
        <dt>{t('clearance')}</dt>
        <dd>{tApp(`level.${person.clearance}`)}</dd>
      </div>
      <div>
        <dt>{t('dataScope')}</dt>
        <dd>{t(`scope.${person.dataScope}`)}</dd>
      </div>
    </dl>
  )
}
