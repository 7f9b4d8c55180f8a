import type { PositionDetail } from '@canmou/contract'
import { Checkbox } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { Frame } from '../../records/form/Frame.tsx'
import { useOrganizationChange } from '../queries.ts'
import { DepartmentChoice, MembersChoice } from './choices.tsx'
import { DialogButton, EditDialog } from './EditDialog.tsx'
import { draftOf, NameFields, noNames, typedNames } from './NameFields.tsx'

export function AddPosition({ departmentId }: { departmentId: string }) {
  const { t } = useTranslation('organization')
  return (
    <DialogButton label={t('edit.addPosition')}>
      {(close) => <PositionDialog position={undefined} departmentId={departmentId} close={close} />}
    </DialogButton>
  )
}

export function EditPosition({ position }: { position: PositionDetail }) {
  const { t } = useTranslation('organization')
  return (
    <DialogButton label={t('edit.editPosition')}>
      {(close) => <PositionDialog position={position} departmentId={position.department?.id} close={close} />}
    </DialogButton>
  )
}

interface DialogProps {
  /** None: a new one. */
  position: PositionDetail | undefined
  departmentId: string | undefined
  close: () => void
}

/** Name and department of a position, or of a group with its members. */
function PositionDialog({ position, departmentId, close }: DialogProps) {
  const { t } = useTranslation('organization')
  const id = useId()
  const [names, setNames] = useState(position ? typedNames(position.names) : noNames)
  const [department, setDepartment] = useState(departmentId)
  const [members, setMembers] = useState(position?.members.map((member) => member.id) ?? [])
  const [isGroup, setGroup] = useState(members.length > 0)
  const [isChecked, setChecked] = useState(false)
  const change = useOrganizationChange(async (chosen: string) => {
    const body = { name: draftOf(names), departmentId: chosen, memberIds: isGroup ? members : [] }
    if (!position) await answerOf(api.POST('/api/organization/positions', { body }))
    else {
      await answerOf(
        api.PATCH('/api/organization/positions/{id}', {
          params: { path: { id: position.id } },
          body: { ...body, revision: position.revision },
        }),
      )
    }
  })
  const isComplete = names['zh-CN'].trim() !== '' && (!isGroup || members.length > 0)
  const save = (): void => {
    setChecked(true)
    if (isComplete && department) change.mutate(department, { onSuccess: close })
  }
  return (
    <EditDialog
      title={position ? t('edit.editPosition') : t('edit.addPosition')}
      isBusy={change.isPending}
      failure={change.error}
      save={save}
      close={close}
    >
      <NameFields names={names} change={setNames} isChecked={isChecked} />
      <Frame
        id={`${id}department`}
        label={t('department')}
        isRequired
        error={isChecked && !department ? t('edit.required') : undefined}
      >
        <DepartmentChoice id={`${id}department`} value={department} change={setDepartment} />
      </Frame>
      <Checkbox checked={isGroup} onChange={(event) => setGroup(event.target.checked)}>
        {t('edit.isGroup')}
      </Checkbox>
      {isGroup && (
        <Frame
          id={`${id}members`}
          label={t('members')}
          isRequired
          help={t('edit.groupHint')}
          error={isChecked && members.length === 0 ? t('edit.noMembers') : undefined}
        >
          <MembersChoice
            id={`${id}members`}
            value={members}
            change={setMembers}
            except={new Set(position ? [position.id] : [])}
          />
        </Frame>
      )}
    </EditDialog>
  )
}
