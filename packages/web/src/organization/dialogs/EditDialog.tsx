import { Button, Modal, type ButtonProps } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../api/raise-failure.ts'
import styles from './dialogs.module.css'

interface EditDialogProps {
  title: string
  okText?: string
  isDanger?: boolean
  isBusy: boolean
  /** Why the last attempt was refused. */
  failure: unknown
  save: () => void
  close: () => void
  children: ReactNode
}

/** The frame of everything that edits the organisation: a form, its button, and why it was refused. */
export function EditDialog(props: EditDialogProps) {
  const { title, okText, isDanger = false, isBusy, failure, save, close, children } = props
  const { t } = useTranslation('organization')
  const id = useId()
  return (
    <Modal
      open
      title={title}
      okText={okText ?? t('edit.save')}
      cancelText={t('edit.cancel')}
      okButtonProps={{ htmlType: 'submit', form: id, loading: isBusy, danger: isDanger }}
      onCancel={close}
      mask={{ closable: false }}
    >
      <form
        id={id}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) save()
        }}
      >
        {children}
        {failure !== null && failure !== undefined && (
          <p role="alert" className={styles.failure}>
            {t('edit.failed', { reason: failureText(failure) })}
          </p>
        )}
      </form>
    </Modal>
  )
}

interface DialogButtonProps {
  label: string
  /** Where several buttons of a page have the same label. */
  name?: string
  size?: ButtonProps['size']
  type?: ButtonProps['type']
  children: (close: () => void) => ReactNode
}

/** A button that opens a dialog; what was typed in it is gone when it is closed. */
export function DialogButton({ label, name, size, type = 'default', children }: DialogButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        type={type}
        {...(size && { size })}
        {...(name && { 'aria-label': name })}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen && children(() => setOpen(false))}
    </>
  )
}
