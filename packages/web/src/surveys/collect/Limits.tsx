import type { SurveyDetail } from '@canmou/contract'
import { Button, DatePicker, Input, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../app/Sheet.tsx'
import { useNarrow } from '../../app/use-narrow.ts'
import { announce } from '../../notify/announce.ts'
import { useCollectionChange } from '../queries.ts'
import styles from './collect.module.css'

/** Local time without a zone, as the browser's own field for date and time holds it. */
const localFormat = 'YYYY-MM-DDTHH:mm'
const localText = (iso: string | undefined): string => (iso ? dayjs(iso).format(localFormat) : '')

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
          <MomentInput id={`${id}-closes`} value={closesAt} change={setClosesAt} />
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

interface MomentInputProps {
  id: string
  /** Local time, or empty. */
  value: string
  change: (value: string) => void
}

function MomentInput({ id, value, change }: MomentInputProps) {
  const isNarrow = useNarrow()
  const { t } = useTranslation('surveys')
  if (isNarrow)
    return (
      <Input id={id} type="datetime-local" value={value} onChange={(event) => change(event.target.value)} />
    )
  return (
    <DatePicker
      id={id}
      className={styles.quota ?? ''}
      value={value === '' ? null : dayjs(value)}
      format="YYYY-MM-DD HH:mm"
      showTime={{ format: 'HH:mm' }}
      needConfirm={false}
      placeholder={t('collect.noLimit')}
      onChange={(next) => change(next ? next.format(localFormat) : '')}
    />
  )
}
