import type { OrganizationDepartment } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { ConfirmButton } from './ConfirmButton.tsx'

/** Ends a department, or brings back one that has ended. */
export function EndDepartment({ department }: { department: OrganizationDepartment }) {
  const { t } = useTranslation('organization')
  const { id, revision, isEnded, name } = department
  const send = () =>
    answerOf(
      api.PATCH('/api/organization/departments/{id}', {
        params: { path: { id } },
        body: { revision, isEnded: !isEnded },
      }),
    )
  const label = isEnded ? t('edit.restore') : t('edit.endDepartment')
  return (
    <ConfirmButton
      label={label}
      title={t('edit.titled', { label, name })}
      text={isEnded ? name : t('edit.endDepartmentText', { name })}
      isDanger={!isEnded}
      send={send}
    />
  )
}
