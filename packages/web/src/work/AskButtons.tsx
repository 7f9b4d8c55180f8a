import type { InstanceDetail } from '@canmou/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { failureText } from '../api/raise-failure.ts'
import { announce } from '../notify/announce.ts'
import styles from './AskButtons.module.css'

type Asked = InstanceDetail['asks'][number]

/** 提出疑问: a button for each thing that may be asked of the instance now (domain.md 009-8). */
export function AskButtons({ instance }: { instance: Pick<InstanceDetail, 'id' | 'asks'> }) {
  const [asked, setAsked] = useState<Asked>()
  return (
    <>
      {instance.asks.map((one) => (
        <Button key={one.message} onClick={() => setAsked(one)}>
          {one.label}
        </Button>
      ))}
      {asked && (
        <AskDialog
          key={asked.message}
          instanceId={instance.id}
          asked={asked}
          close={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

interface AskDialogProps {
  instanceId: string
  asked: Asked
  close: () => void
}

function AskDialog({ instanceId, asked: { message, label }, close }: AskDialogProps) {
  const { t } = useTranslation('work')
  const client = useQueryClient()
  const id = useId()
  const [text, setText] = useState('')
  const [isBlank, setBlank] = useState(false)
  const ask = useMutation({
    mutationFn: (question: string) =>
      answerOf(
        api.POST('/api/instances/{id}/questions', {
          params: { path: { id: instanceId } },
          body: { message, text: question },
        }),
      ),
    meta: { ownFailures: true },
    onSuccess(instance) {
      client.setQueryData(keys.instance(instanceId), instance)
      void client.invalidateQueries({ queryKey: keys.diagram(instanceId) })
      announce.done(t('ask.sent'))
      close()
    },
  })
  const send = (): void => {
    setBlank(text.trim() === '')
    if (text.trim() !== '' && !ask.isPending) ask.mutate(text.trim())
  }
  return (
    <Modal
      open
      title={label}
      okText={t('ask.send')}
      cancelText={t('ask.cancel')}
      confirmLoading={ask.isPending}
      mask={{ closable: false }}
      onOk={send}
      onCancel={close}
    >
      <div className={styles.form}>
        <label htmlFor={id}>{t('ask.text')}</label>
        <Input.TextArea
          id={id}
          value={text}
          maxLength={4000}
          autoSize={{ minRows: 4 }}
          aria-required
          aria-invalid={isBlank}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-hint`} className={isBlank ? styles.failure : styles.soft}>
          {t(isBlank ? 'ask.missing' : 'ask.hint')}
        </p>
        {ask.error && (
          <p role="alert" className={styles.failure}>
            {failureText(ask.error)}
          </p>
        )}
      </div>
    </Modal>
  )
}
