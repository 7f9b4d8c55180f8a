import type { DataScope, Level, PersonDetail } from '@canmou/contract'
import { Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { Frame } from '../../records/form/Frame.tsx'
import { useOrganizationChange } from '../queries.ts'
import { DepartmentChoice } from './choices.tsx'
import styles from './dialogs.module.css'
import { DialogButton, EditDialog } from './EditDialog.tsx'
import { PasswordDialog } from './PasswordDialog.tsx'

const levels = ['public', 'internal', 'secret', 'confidential'] as const satisfies Level[]
const scopes = ['own', 'department', 'subordinates', 'all'] as const satisfies DataScope[]
const usernameForm = /^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/

interface Typed {
  username: string
  name: string
  departmentId: string | undefined
  clearance: Level
  dataScope: DataScope
}

export function AddPerson({ departmentId }: { departmentId: string }) {
  const { t } = useTranslation('organization')
  return (
    <DialogButton label={t('edit.addPerson')}>
      {(close) => <AddDialog departmentId={departmentId} close={close} />}
    </DialogButton>
  )
}

export function EditPerson({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('organization')
  return (
    <DialogButton label={t('edit.editPerson')}>
      {(close) => <ChangeDialog person={person} close={close} />}
    </DialogButton>
  )
}

/** Somebody new; what follows the form is the password, once. */
function AddDialog({ departmentId, close }: { departmentId: string; close: () => void }) {
  const { t } = useTranslation('organization')
  const [typed, setTyped] = useState<Typed>({
    username: '',
    name: '',
    departmentId,
    clearance: 'internal',
    dataScope: 'own',
  })
  const [isChecked, setChecked] = useState(false)
  const change = useOrganizationChange(({ departmentId: chosen = '', ...rest }: Typed) =>
    answerOf(
      api.POST('/api/organization/people', {
        body: { ...rest, name: rest.name.trim(), departmentId: chosen },
      }),
    ),
  )
  if (change.data) return <PasswordDialog name={typed.name} password={change.data.password} close={close} />
  const save = (): void => {
    setChecked(true)
    if (usernameForm.test(typed.username) && typed.name.trim() !== '' && typed.departmentId)
      change.mutate(typed)
  }
  return (
    <EditDialog
      title={t('edit.addPerson')}
      isBusy={change.isPending}
      failure={change.error}
      save={save}
      close={close}
    >
      <PersonFields typed={typed} change={setTyped} isChecked={isChecked} isNew />
    </EditDialog>
  )
}

function ChangeDialog({ person, close }: { person: PersonDetail; close: () => void }) {
  const { t } = useTranslation('organization')
  const [typed, setTyped] = useState<Typed>({ ...person })
  const [isChecked, setChecked] = useState(false)
  const change = useOrganizationChange(({ name, departmentId, clearance, dataScope }: Typed) =>
    answerOf(
      api.PATCH('/api/organization/people/{id}', {
        params: { path: { id: person.id } },
        body: {
          revision: person.revision,
          name: name.trim(),
          clearance,
          dataScope,
          ...(departmentId && { departmentId }),
        },
      }),
    ),
  )
  const save = (): void => {
    setChecked(true)
    if (typed.name.trim() !== '' && typed.departmentId) change.mutate(typed, { onSuccess: close })
  }
  return (
    <EditDialog
      title={t('edit.editPerson')}
      isBusy={change.isPending}
      failure={change.error}
      save={save}
      close={close}
    >
      <PersonFields typed={typed} change={setTyped} isChecked={isChecked} isNew={false} />
    </EditDialog>
  )
}

interface FieldsProps {
  typed: Typed
  change: (typed: Typed) => void
  isChecked: boolean
  isNew: boolean
}

function PersonFields({ typed, change, isChecked, isNew }: FieldsProps) {
  const { t } = useTranslation('organization')
  const { t: tApp } = useTranslation('app')
  const id = useId()
  const wrongUsername =
    isChecked && !usernameForm.test(typed.username) ? t('edit.usernameInvalid') : undefined
  const missingName = isChecked && typed.name.trim() === '' ? t('edit.required') : undefined
  const missingDepartment = isChecked && !typed.departmentId ? t('edit.required') : undefined
  return (
    <>
      <Frame id={`${id}name`} label={t('name')} isRequired error={missingName}>
        <Input
          id={`${id}name`}
          maxLength={60}
          value={typed.name}
          onChange={(event) => change({ ...typed, name: event.target.value })}
        />
      </Frame>
      {isNew && (
        <Frame
          id={`${id}username`}
          label={t('username')}
          isRequired
          help={t('edit.usernameHint')}
          error={wrongUsername}
        >
          <Input
            id={`${id}username`}
            maxLength={64}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed.username}
            onChange={(event) => change({ ...typed, username: event.target.value })}
          />
        </Frame>
      )}
      <Frame id={`${id}department`} label={t('department')} isRequired error={missingDepartment}>
        <DepartmentChoice
          id={`${id}department`}
          value={typed.departmentId}
          change={(departmentId) => change({ ...typed, departmentId })}
        />
      </Frame>
      <div className={styles.pair}>
        <Frame id={`${id}clearance`} label={t('clearance')} isRequired>
          <Select
            id={`${id}clearance`}
            value={typed.clearance}
            options={levels.map((level) => ({ value: level, label: tApp(`level.${level}`) }))}
            onChange={(clearance: Level) => change({ ...typed, clearance })}
          />
        </Frame>
        <Frame id={`${id}scope`} label={t('dataScope')} isRequired help={t('scopeHint')}>
          <Select
            id={`${id}scope`}
            value={typed.dataScope}
            options={scopes.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
            onChange={(dataScope: DataScope) => change({ ...typed, dataScope })}
          />
        </Frame>
      </div>
    </>
  )
}
