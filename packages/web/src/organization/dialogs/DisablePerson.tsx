import type { PersonDetail } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { ConfirmButton } from './ConfirmButton.tsx'

/** Shuts an account, or opens it again. */
export function DisablePerson({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('organization')
  const { id, revision, name } = person
  const isDisabled = person.disabledAt !== undefined
  const send = () =>
    answerOf(
      api.PATCH('/api/organization/people/{id}', {
        params: { path: { id } },
        body: { revision, isDisabled: !isDisabled },
      }),
    )
  const label = isDisabled ? t('edit.enable') : t('edit.disable')
  return (
    <ConfirmButton
      label={label}
      title={t('edit.titled', { label, name })}
      text={isDisabled ? t('edit.enableText', { name }) : t('edit.disableText', { name })}
      isDanger={!isDisabled}
      send={send}
    />
  )
}
