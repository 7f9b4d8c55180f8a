import type { SurveyDetail } from '@canmou/contract'
import { Button, Input, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../app/Sheet.tsx'
import { announce } from '../../notify/announce.ts'
import { useCollectionChange } from '../queries.ts'
import styles from './collect.module.css'

/** What a field of the browser for date and time holds: local time without a zone. */
const localText = (iso: string | undefined): string => (iso ? dayjs(iso).format('YYYY-MM-DDTHH:mm') : '')

/** 截止时间 and 名额上限; an empty field is no limit. */
export function Limits({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const id = useId()
  const change = useCollectionChange(survey.id)
  const [closesAt, setClosesAt] = useState(localText(survey.closesAt))
  const [quota, setQuota] = useState<number | null>(survey.quota ?? null)
  const save = (): void =>
    change.mutate(
      { closesAt: closesAt === '' ? null : dayjs(closesAt).toISOString(), quota },
      { onSuccess: () => announce.done(t('collect.saved')) },
    )
  return (
    <Sheet title={t('collect.limits')}>
      <div className={styles.limits}>
        <div className={styles.field}>
          <label htmlFor={`${id}-closes`}>{t('collect.closesAt')}</label>
          <Input
            id={`${id}-closes`}
            type="datetime-local"
            value={closesAt}
            onChange={(event) => setClosesAt(event.target.value)}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-quota`}>{t('collect.quota')}</label>
          <InputNumber
            id={`${id}-quota`}
            className={styles.quota ?? ''}
            min={1}
            max={1_000_000}
            precision={0}
            value={quota}
            placeholder={t('collect.noLimit')}
            onChange={setQuota}
          />
        </div>
        <Button loading={change.isPending} autoInsertSpace={false} onClick={save}>
          {t('collect.save')}
        </Button>
      </div>
    </Sheet>
  )
}
