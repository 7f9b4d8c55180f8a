import type { BoxItem, TogetherDone } from '@canmou/contract'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isApiFailure } from '../../api/failure.ts'
import { failureText } from '../../api/raise-failure.ts'
import { Chip } from '../../app/Chip.tsx'
import { announce } from '../../notify/announce.ts'
import { useApproveTogether } from './queries.ts'
import styles from './together.module.css'

interface TogetherDialogProps {
  items: readonly BoxItem[]
  /** They are done, or were refused one by one. */
  end: () => void
  close: () => void
}

/** Says of each what approving it will say, asks for one opinion for all, and tells what could not be done and why. */
export function TogetherDialog({ items, end, close }: TogetherDialogProps) {
  const { t } = useTranslation('verbs')
  const id = useId()
  const [opinion, setOpinion] = useState('')
  const [done, setDone] = useState<TogetherDone>()
  const request = useApproveTogether()
  const refusals = new Map(done?.items.map(({ taskId, refusal }) => [taskId, refusal?.message]))
  const approve = (): void => {
    if (request.isPending) return
    const text = opinion.trim()
    const taskIds = items.flatMap(({ task }) => task?.id ?? [])
    request.mutate(
      { taskIds, ...(text && { opinion: text }) },
      {
        onSuccess(answer) {
          if (answer.items.some(({ refusal }) => refusal)) return setDone(answer)
          announce.done(t('together.done', { count: items.length }))
          end()
        },
      },
    )
  }
  const refused = done?.items.filter(({ refusal }) => refusal).length ?? 0
  return (
    <Modal
      open
      title={t('together.title')}
      okText={done ? t('together.seen') : t('together.confirm', { count: items.length })}
      cancelText={t('cancel')}
      confirmLoading={request.isPending}
      okButtonProps={{ autoInsertSpace: false }}
      cancelButtonProps={{ autoInsertSpace: false, ...(done && { style: { display: 'none' } }) }}
      onOk={done ? end : approve}
      onCancel={done ? end : close}
    >
      <div className={styles.dialog}>
        {done && <p role="alert">{t('together.partly', { done: items.length - refused, count: refused })}</p>}
        <ul className={styles.items}>
          {items.map(({ key, instance, task }) => (
            <li key={key}>
              <p>{instance.title}</p>
              <p className={styles.under}>
                <span className="tabular">{instance.number}</span>
                <span>{task?.name}</span>
                <Outcome
                  label={task?.togetherLabel ?? ''}
                  isDone={done !== undefined}
                  refusal={refusals.get(task?.id ?? '')}
                />
              </p>
            </li>
          ))}
        </ul>
        {!done && (
          <div className={styles.field}>
            <label htmlFor={id}>{t('together.opinion')}</label>
            <Input.TextArea
              id={id}
              rows={3}
              maxLength={4000}
              value={opinion}
              onChange={({ target }) => setOpinion(target.value)}
            />
          </div>
        )}
        {isApiFailure(request.error) && (
          <p role="alert" className={styles.problem}>
            {failureText(request.error)}
          </p>
        )}
      </div>
    </Modal>
  )
}

function Outcome({
  label,
  isDone,
  refusal,
}: {
  label: string
  isDone: boolean
  refusal: string | undefined
}) {
  const { t } = useTranslation('verbs')
  if (refusal !== undefined) return <span className={styles.problem}>{refusal}</span>
  return <Chip tone={isDone ? 'green' : 'pine'}>{isDone ? t('done', { verb: label }) : label}</Chip>
}
