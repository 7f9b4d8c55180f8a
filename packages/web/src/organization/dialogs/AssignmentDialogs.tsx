import type { Assignment, AssignmentChange } from '@canmou/contract'
import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { useOrganizationChange } from '../queries.ts'
import { ConfirmButton } from './ConfirmButton.tsx'
import { dayFromToday, DayField } from './days.tsx'
import styles from './dialogs.module.css'
import { DialogButton, EditDialog } from './EditDialog.tsx'

const send = (id: string, body: AssignmentChange) =>
  answerOf(api.PATCH('/api/organization/assignments/{id}', { params: { path: { id } }, body }))

interface AssignmentProps {
  assignment: Assignment
}

/** What the row's buttons are called for who hears them. */
function namesOf({ person, positionName }: Assignment): { person: string; position: string; row: string } {
  return { person: person.name, position: positionName, row: `${person.name} · ${positionName}` }
}

export function EditDays({ assignment }: AssignmentProps) {
  const { t } = useTranslation('organization')
  const { row } = namesOf(assignment)
  return (
    <DialogButton
      label={t('edit.editDays')}
      name={t('edit.titled', { label: t('edit.editDays'), name: row })}
      size="small"
    >
      {(close) => <DaysDialog assignment={assignment} close={close} />}
    </DialogButton>
  )
}

function DaysDialog({ assignment, close }: AssignmentProps & { close: () => void }) {
  const { t } = useTranslation('organization')
  const { person, position } = namesOf(assignment)
  const [from, setFrom] = useState(assignment.from)
  const [to, setTo] = useState(assignment.to ?? '')
  const change = useOrganizationChange((body: AssignmentChange) => send(assignment.id, body))
  const isMissing = from === ''
  const save = (): void => {
    if (isMissing) return
    const body = { revision: assignment.revision, from, to: to === '' ? null : to }
    change.mutate(body, { onSuccess: close })
  }
  return (
    <EditDialog
      title={t('edit.editDaysOf', { person, position })}
      isBusy={change.isPending}
      failure={change.error}
      save={save}
      close={close}
    >
      <div className={styles.pair}>
        <DayField
          label={t('from')}
          isRequired
          value={from}
          change={setFrom}
          error={isMissing ? t('edit.required') : undefined}
        />
        <DayField label={t('to')} isRequired={false} value={to} change={setTo} help={t('edit.toHint')} />
      </div>
    </EditDialog>
  )
}

export function EndAssignment({ assignment }: AssignmentProps) {
  const { t } = useTranslation('organization')
  const { row } = namesOf(assignment)
  return (
    <DialogButton
      label={t('edit.end')}
      name={t('edit.titled', { label: t('edit.end'), name: row })}
      size="small"
    >
      {(close) => <EndDialog assignment={assignment} close={close} />}
    </DialogButton>
  )
}

/** At once, so that yesterday was the last day, or on a certain day; one that began today was never held then. */
function EndDialog({ assignment, close }: AssignmentProps & { close: () => void }) {
  const { t } = useTranslation('organization')
  const { person, position } = namesOf(assignment)
  const { id, revision, from } = assignment
  const [when, setWhen] = useState<'now' | 'on'>('now')
  const [day, setDay] = useState(dayFromToday())
  const change = useOrganizationChange((body: AssignmentChange) => send(id, body))
  const save = (): void => {
    const yesterday = dayFromToday(-1)
    const atOnce = from > yesterday ? { revision, isWithdrawn: true as const } : { revision, to: yesterday }
    if (when === 'now') change.mutate(atOnce, { onSuccess: close })
    else if (day !== '') change.mutate({ revision, to: day }, { onSuccess: close })
  }
  return (
    <EditDialog
      title={t('edit.endOf', { person, position })}
      okText={t('edit.end')}
      isDanger
      isBusy={change.isPending}
      failure={change.error}
      save={save}
      close={close}
    >
      <Radio.Group
        className={styles.radios ?? ''}
        value={when}
        options={[
          { value: 'now', label: t('edit.endNow') },
          { value: 'on', label: t('edit.endOn') },
        ]}
        onChange={(event) => setWhen(event.target.value as 'now' | 'on')}
      />
      {when === 'on' && <DayField label={t('edit.lastDay')} isRequired value={day} change={setDay} />}
      <p>{t(when === 'now' ? 'edit.endNowHint' : 'edit.endHint')}</p>
    </EditDialog>
  )
}

/** An appointment that has not begun yet, and is not to. */
export function WithdrawAssignment({ assignment }: AssignmentProps) {
  const { t } = useTranslation('organization')
  const { person, position, row } = namesOf(assignment)
  const label = t('edit.withdraw')
  return (
    <ConfirmButton
      label={label}
      name={t('edit.titled', { label, name: row })}
      title={t('edit.titled', { label, name: row })}
      text={t('edit.withdrawText', { person, position })}
      isDanger
      isSmall
      send={() => send(assignment.id, { revision: assignment.revision, isWithdrawn: true })}
    />
  )
}
