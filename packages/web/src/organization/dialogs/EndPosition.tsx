import type { PositionDetail } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { ConfirmButton } from './ConfirmButton.tsx'

/** Ends a position with those who hold it, or brings back one that has ended. */
export function EndPosition({ position }: { position: PositionDetail }) {
  const { t } = useTranslation('organization')
  const { id, revision, isEnded, name } = position
  const send = () =>
    answerOf(
      api.PATCH('/api/organization/positions/{id}', {
        params: { path: { id } },
        body: { revision, isEnded: !isEnded },
      }),
    )
  const label = isEnded ? t('edit.restore') : t('edit.endPosition')
  return (
    <ConfirmButton
      label={label}
      title={t('edit.titled', { label, name })}
      text={isEnded ? name : t('edit.endPositionText', { name })}
      isDanger={!isEnded}
      send={send}
    />
  )
}
