import type { PersonDetail } from '@canmou/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { announce } from '../../notify/announce.ts'
import { Frame } from '../../records/form/Frame.tsx'
import { useOrganizationChange } from '../queries.ts'
import { PersonChoice } from './choices.tsx'
import { DialogButton, EditDialog } from './EditDialog.tsx'

/** 离职转办: everything that waits for this person alone goes to another at once. */
export function HandOverPerson({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('organization')
  return (
    <DialogButton label={t('edit.handOver')}>
      {(close) => <HandOverDialog person={person} close={close} />}
    </DialogButton>
  )
}

function HandOverDialog({
  person: { id: personId, name },
  close,
}: {
  person: PersonDetail
  close: () => void
}) {
  const { t } = useTranslation('organization')
  const client = useQueryClient()
  const id = useId()
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const change = useOrganizationChange((person: string) =>
    answerOf(
      api.POST('/api/people/{id}/hand-over', {
        params: { path: { id: personId } },
        body: { to: person, ...(reason.trim() && { reason: reason.trim() }) },
      }),
    ),
  )
  const save = (): void => {
    setChecked(true)
    if (!to) return
    change.mutate(to, {
      onSuccess({ tasks }) {
        announce.done(t('edit.handedOver', { count: tasks }))
        void client.invalidateQueries({ queryKey: keys.instances })
        close()
      },
    })
  }
  const label = t('edit.handOver')
  return (
    <EditDialog
      title={t('edit.titled', { label, name })}
      okText={label}
      isBusy={change.isPending}
      failure={change.error}
      save={save}
      close={close}
    >
      <p>{t('edit.handOverText', { name })}</p>
      <Frame
        id={`${id}to`}
        label={t('edit.handOverTo')}
        isRequired
        error={isChecked && !to ? t('edit.required') : undefined}
      >
        <PersonChoice id={`${id}to`} value={to} change={setTo} except={new Set([personId])} />
      </Frame>
      <Frame id={`${id}reason`} label={t('edit.handOverReason')} isRequired={false}>
        <Input.TextArea
          id={`${id}reason`}
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Frame>
    </EditDialog>
  )
}
