import { DatePicker, Input, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../app/use-narrow.ts'
import styles from './filters.module.css'
import type { FilterProps } from './filter.ts'

const formats = { month: 'YYYY-MM', date: 'YYYY-MM-DD' } as const
type Span = keyof typeof formats

/** A month; where the field is a day, that day or all of its month. */
export function PeriodFilter({ field: { label, kind }, value, change }: FilterProps) {
  const { t } = useTranslation('records')
  const isNarrow = useNarrow()
  const id = useId()
  const text = typeof value === 'string' && dayjs(value).isValid() ? value : undefined
  const [chosen, setChosen] = useState<Span>()
  const span = chosen ?? (text?.length === formats.date.length ? 'date' : 'month')
  const spans = (
    <Segmented<Span>
      size="small"
      value={span}
      options={[
        { value: 'month', label: t('list.byMonth') },
        { value: 'date', label: t('list.byDay') },
      ]}
      onChange={setChosen}
    />
  )
  if (isNarrow) {
    // A phone's own wheel fits its screen and its thumb.
    return (
      <div className={styles.period}>
        <label htmlFor={id} className={styles.periodLabel}>
          {label}
        </label>
        <Input
          id={id}
          type={span}
          value={text?.slice(0, formats[span].length) ?? ''}
          allowClear
          onChange={(event) => change(event.target.value || undefined)}
        />
        {kind === 'date' && spans}
      </div>
    )
  }
  return (
    <DatePicker
      aria-label={label}
      className={styles.choice ?? ''}
      placeholder={label}
      picker={span}
      format={formats[span]}
      value={text === undefined ? null : dayjs(text)}
      onChange={(next) => change(next ? next.format(formats[span]) : undefined)}
      {...(kind === 'date' && { renderExtraFooter: () => <div className={styles.spans}>{spans}</div> })}
    />
  )
}
