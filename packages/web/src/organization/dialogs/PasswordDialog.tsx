import type { PersonDetail } from '@canmou/contract'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { announce } from '../../notify/announce.ts'
import { useOrganizationChange } from '../queries.ts'
import styles from './dialogs.module.css'
import { DialogButton, EditDialog } from './EditDialog.tsx'

interface PasswordDialogProps {
  name: string
  password: string
  close: () => void
}

/** The password that is told once. */
export function PasswordDialog({ name, password, close }: PasswordDialogProps) {
  const { t } = useTranslation('organization')
  const copy = (): void => {
    // On a page served over plain http from another machine there is no clipboard; the text can be marked all the same.
    void navigator.clipboard?.writeText(password).then(() => announce.done(t('edit.copied')))
  }
  return (
    <Modal
      open
      title={t('edit.passwordTitle')}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        <Button type="primary" onClick={close}>
          {t('edit.close')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{t('edit.passwordText', { name })}</p>
        <p className={styles.password}>
          <code aria-label={t('edit.password')}>{password}</code>
          <Button size="small" onClick={copy}>
            {t('edit.copy')}
          </Button>
        </p>
      </div>
    </Modal>
  )
}

/** Gives somebody a new password. */
export function ResetPassword({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('organization')
  return (
    <DialogButton label={t('edit.resetPassword')}>
      {(close) => <ResetDialog person={person} close={close} />}
    </DialogButton>
  )
}

function ResetDialog({ person: { id, name }, close }: { person: PersonDetail; close: () => void }) {
  const { t } = useTranslation('organization')
  const change = useOrganizationChange(() =>
    answerOf(api.POST('/api/organization/people/{id}/password', { params: { path: { id } } })),
  )
  if (change.data) return <PasswordDialog name={name} password={change.data.password} close={close} />
  return (
    <EditDialog
      title={t('edit.titled', { label: t('edit.resetPassword'), name })}
      okText={t('edit.resetPassword')}
      isDanger
      isBusy={change.isPending}
      failure={change.error}
      save={() => change.mutate(undefined)}
      close={close}
    >
      <p>{t('edit.resetPasswordText', { name })}</p>
    </EditDialog>
  )
}
