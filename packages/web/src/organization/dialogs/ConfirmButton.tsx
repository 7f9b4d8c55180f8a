import { useOrganizationChange } from '../queries.ts'
import { DialogButton, EditDialog } from './EditDialog.tsx'

interface ConfirmProps {
  label: string
  /** Where several buttons of a page have the same label. */
  name?: string
  title: string
  /** What it does, before it is done. */
  text: string
  isDanger: boolean
  isSmall?: boolean
  send: () => Promise<unknown>
}

/** One decision without anything to fill in: says what it does, then does it. */
export function ConfirmButton({ label, name, isSmall = false, ...dialog }: ConfirmProps) {
  return (
    <DialogButton label={label} {...(name && { name })} {...(isSmall && { size: 'small' })}>
      {(close) => <ConfirmDialog label={label} {...dialog} close={close} />}
    </DialogButton>
  )
}

type DialogProps = Omit<ConfirmProps, 'name' | 'isSmall'> & { close: () => void }

function ConfirmDialog({ label, title, text, isDanger, send, close }: DialogProps) {
  const change = useOrganizationChange(send)
  return (
    <EditDialog
      title={title}
      okText={label}
      isDanger={isDanger}
      isBusy={change.isPending}
      failure={change.error}
      save={() => change.mutate(undefined, { onSuccess: close })}
      close={close}
    >
      <p>{text}</p>
    </EditDialog>
  )
}
