import { Button, message, notification } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { setAnnouncer } from './announce.ts'

/** Draws the short messages and the notices of new tasks, under the theme and the language of the web. */
export function MessageHost({ openTask }: { openTask: (taskId: string) => void }) {
  const { t } = useTranslation('notify')
  const [messages, messagePlace] = message.useMessage({ maxCount: 3, top: 56 })
  const [notices, noticePlace] = notification.useNotification({ placement: 'topRight', top: 64, maxCount: 3 })

  useEffect(() => {
    setAnnouncer({
      done: (text) => void messages.success(text),
      refused: (text, note) =>
        void messages.error(
          <span>
            {text}
            {note && <small style={{ display: 'block', color: 'var(--ink-soft)' }}>{note}</small>}
          </span>,
          6,
        ),
      task: ({ taskId, title, text }) =>
        notices.info({
          key: taskId,
          title: t('newTask', { task: title }),
          description: text,
          duration: 8,
          actions: (
            <Button
              type="primary"
              size="small"
              onClick={() => {
                notices.destroy(taskId)
                openTask(taskId)
              }}
            >
              {t('open')}
            </Button>
          ),
        }),
    })
  }, [messages, notices, openTask, t])

  return (
    <>
      {messagePlace}
      {noticePlace}
    </>
  )
}
