import type { Assignment, AssignmentDraft, PersonDetail, PositionDetail } from '@canmou/contract'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { Frame } from '../../records/form/Frame.tsx'
import { useOrganizationChange } from '../queries.ts'
import { PersonChoice, PositionChoice } from './choices.tsx'
import { dayFromToday, DayField } from './days.tsx'
import styles from './dialogs.module.css'
import { DialogButton, EditDialog } from './EditDialog.tsx'

/** Somebody is appointed, from the person's page: to which position? */
export function AppointPerson({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('organization')
  return (
    <DialogButton label={t('edit.appoint')}>
      {(close) => (
        <AppointDialog
          title={t('edit.appointTo', { position: person.name })}
          personId={person.id}
          positionId={undefined}
          held={[]}
          close={close}
        />
      )}
    </DialogButton>
  )
}

/** Somebody is appointed, from the position's page: whom, and in place of whom? */
export function AppointToPosition({ position }: { position: PositionDetail }) {
  const { t } = useTranslation('organization')
  return (
    <DialogButton label={t('edit.appoint')}>
      {(close) => (
        <AppointDialog
          title={t('edit.appointTo', { position: position.name })}
          personId={undefined}
          positionId={position.id}
          held={position.assignments.filter(({ state }) => state === 'current')}
          close={close}
        />
      )}
    </DialogButton>
  )
}

interface DialogProps {
  title: string
  /** The page's own side; the other one is chosen. */
  personId: string | undefined
  positionId: string | undefined
  /** Who may be taken over from. */
  held: Assignment[]
  close: () => void
}

function AppointDialog({ title, personId, positionId, held, close }: DialogProps) {
  const { t } = useTranslation('organization')
  const id = useId()
  const [chosen, setChosen] = useState<string>()
  const [from, setFrom] = useState(dayFromToday())
  const [to, setTo] = useState('')
  const [replaced, setReplaced] = useState('')
  const [isChecked, setChecked] = useState(false)
  const change = useOrganizationChange((body: AssignmentDraft) =>
    answerOf(api.POST('/api/organization/assignments', { body })),
  )
  const save = (): void => {
    setChecked(true)
    const person = personId ?? chosen
    const position = positionId ?? chosen
    if (!person || !position || from === '') return
    const former = held.find((one) => one.id === replaced)
    change.mutate(
      {
        personId: person,
        positionId: position,
        from,
        ...(to !== '' && { to }),
        ...(former && { replaces: { id: former.id, revision: former.revision } }),
      },
      { onSuccess: close },
    )
  }
  const missing = isChecked && !chosen ? t('edit.required') : undefined
  return (
    <EditDialog title={title} isBusy={change.isPending} failure={change.error} save={save} close={close}>
      {personId === undefined ? (
        <Frame id={`${id}person`} label={t('person')} isRequired error={missing}>
          <PersonChoice id={`${id}person`} value={chosen} change={setChosen} />
        </Frame>
      ) : (
        <Frame id={`${id}position`} label={t('position')} isRequired error={missing}>
          <PositionChoice id={`${id}position`} value={chosen} change={setChosen} />
        </Frame>
      )}
      <div className={styles.pair}>
        <DayField
          label={t('from')}
          isRequired
          value={from}
          change={setFrom}
          error={isChecked && from === '' ? t('edit.required') : undefined}
        />
        <DayField label={t('to')} isRequired={false} value={to} change={setTo} help={t('edit.toHint')} />
      </div>
      {held.length > 0 && (
        <Frame
          id={`${id}replaces`}
          label={t('edit.replaces')}
          isRequired={false}
          help={replaced === '' ? undefined : t('edit.replacesHint')}
        >
          <Select
            id={`${id}replaces`}
            value={replaced}
            options={[
              { value: '', label: t('edit.replacesNobody') },
              ...held.map((one) => ({ value: one.id, label: one.person.name })),
            ]}
            onChange={setReplaced}
          />
        </Frame>
      )}
    </EditDialog>
  )
}
