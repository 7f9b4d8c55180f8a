import type { Organization, OrganizationDepartment } from '@canmou/contract'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { Frame } from '../../records/form/Frame.tsx'
import { useOrganizationChange } from '../queries.ts'
import { idsWithin } from '../tree.ts'
import { DepartmentChoice, PositionChoice } from './choices.tsx'
import { DialogButton, EditDialog } from './EditDialog.tsx'
import { draftOf, NameFields, noNames, typedNames } from './NameFields.tsx'

interface AddProps {
  organization: Organization
  label: string
  parentId?: string
}

export function AddDepartment({ organization, label, parentId }: AddProps) {
  return (
    <DialogButton label={label}>
      {(close) => (
        <DepartmentDialog
          organization={organization}
          department={undefined}
          close={close}
          {...(parentId !== undefined && { parentId })}
        />
      )}
    </DialogButton>
  )
}

interface EditProps {
  organization: Organization
  department: OrganizationDepartment
}

export function EditDepartment({ organization, department }: EditProps) {
  const { t } = useTranslation('organization')
  return (
    <DialogButton label={t('edit.editDepartment')}>
      {(close) => <DepartmentDialog organization={organization} department={department} close={close} />}
    </DialogButton>
  )
}

interface DialogProps {
  organization: Organization
  /** None: a new one. */
  department: OrganizationDepartment | undefined
  parentId?: string
  close: () => void
}

/** Name, place and manager of a department. */
function DepartmentDialog({ organization, department, parentId, close }: DialogProps) {
  const { t } = useTranslation('organization')
  const id = useId()
  const [names, setNames] = useState(department ? typedNames(department.names) : noNames)
  const [parent, setParent] = useState(department ? department.parentId : parentId)
  const [manager, setManager] = useState(department?.managerPositionId)
  const [isChecked, setChecked] = useState(false)
  const change = useOrganizationChange(async () => {
    const name = draftOf(names)
    if (!department) {
      const body = {
        name,
        ...(parent !== undefined && { parentId: parent }),
        ...(manager !== undefined && { managerPositionId: manager }),
      }
      await answerOf(api.POST('/api/organization/departments', { body }))
      return
    }
    const body = {
      revision: department.revision,
      name,
      parentId: parent ?? null,
      managerPositionId: manager ?? null,
    }
    await answerOf(
      api.PATCH('/api/organization/departments/{id}', { params: { path: { id: department.id } }, body }),
    )
  })
  const save = (): void => {
    setChecked(true)
    if (names['zh-CN'].trim() !== '') change.mutate(undefined, { onSuccess: close })
  }
  const within = department ? idsWithin(organization.departments, department.id) : new Set<string>()
  return (
    <EditDialog
      title={department ? t('edit.editDepartment') : t('edit.addDepartment')}
      isBusy={change.isPending}
      failure={change.error}
      save={save}
      close={close}
    >
      <NameFields names={names} change={setNames} isChecked={isChecked} />
      <Frame id={`${id}parent`} label={t('parent')} isRequired={false}>
        <DepartmentChoice id={`${id}parent`} value={parent} change={setParent} except={within} />
      </Frame>
      <Frame id={`${id}manager`} label={t('manager')} isRequired={false}>
        <PositionChoice id={`${id}manager`} value={manager} change={setManager} />
      </Frame>
    </EditDialog>
  )
}
