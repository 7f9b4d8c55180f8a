import type { CalendarDayChange } from '@canmou/contract'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../api/raise-failure.ts'
import styles from './calendar.module.css'
import { useDayWords } from './day-words.ts'
import type { ShownDay } from './months.ts'
import { useDayChange } from './queries.ts'

type Choice = 'workday' | 'holiday' | 'rule'

/** Says what a day is here, with a note for those who wonder. */
export function DayDialog({ day, onClose }: { day: ShownDay; onClose: () => void }) {
  const { t } = useTranslation('calendar')
  const { describe } = useDayWords()
  const own = day.special?.origin === 'own' ? day.special : undefined
  const [choice, setChoice] = useState<Choice>(own?.kind ?? (day.isWorked ? 'holiday' : 'workday'))
  const [note, setNote] = useState(own?.note ?? '')
  const noteId = useId()
  const change = useDayChange(day.day)
  const save = (): void => {
    const body: CalendarDayChange = choice === 'rule' ? {} : { kind: choice, note: note.trim() }
    change.mutate(body, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t('changeDay', { day: day.day })}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={change.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        <p className={styles.soft}>{describe(day)}</p>
        <Radio.Group
          vertical
          aria-label={t('choose')}
          value={choice}
          onChange={(event) => setChoice(event.target.value as Choice)}
          options={[
            { value: 'workday', label: t('kind.workday') },
            { value: 'holiday', label: t('kind.holiday') },
            { value: 'rule', label: t('rule'), disabled: !own },
          ]}
        />
        {choice !== 'rule' && (
          <>
            <label htmlFor={noteId}>{t('note')}</label>
            <Input
              id={noteId}
              value={note}
              maxLength={200}
              placeholder={t('noteExample')}
              onChange={(event) => setNote(event.target.value)}
              onPressEnter={save}
            />
          </>
        )}
        <p className={styles.soft}>{t('effect')}</p>
        {change.error && (
          <p role="alert" className={styles.failure}>
            {failureText(change.error)}
          </p>
        )}
      </div>
    </Modal>
  )
}
