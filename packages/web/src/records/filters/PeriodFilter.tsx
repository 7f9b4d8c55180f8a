import { DatePicker, Input, Segmented, Space } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../app/use-narrow.ts'
import { FieldName } from './FieldName.tsx'
import { boundsOf, wantedBounds, type FilterProps } from './filter.ts'
import styles from './filters.module.css'

const formats = { month: 'YYYY-MM', date: 'YYYY-MM-DD' } as const
type Unit = keyof typeof formats
type Span = Unit | 'range'

/** In what a field of each kind is looked for. */
const spansOf = { month: ['month', 'range'], date: ['month', 'date', 'range'] } as const satisfies Record<
  Unit,
  readonly Span[]
>

const dayOf = (text: string | undefined): Dayjs | null =>
  text !== undefined && dayjs(text).isValid() ? dayjs(text) : null

/**
 * A month, or from one to another; where the field is a day or a moment, that day or all of its month, or from one to another.
 */
export function PeriodFilter(props: FilterProps) {
  const { field, value } = props
  const { t } = useTranslation('records')
  const isNarrow = useNarrow()
  const unit: Unit = field.kind === 'month' ? 'month' : 'date'
  const [chosen, setChosen] = useState<Span>()
  const span = chosen ?? spanOf(value)
  const labels: Record<Span, string> = {
    month: t('list.byMonth'),
    date: t('list.byDay'),
    range: t('list.byRange'),
  }
  const spans = (
    <Segmented<Span>
      size="small"
      value={span}
      options={spansOf[unit].map((one) => ({ value: one, label: labels[one] }))}
      onChange={setChosen}
    />
  )
  const Part = isNarrow ? NarrowPeriod : WidePeriod
  return <Part {...props} span={span} unit={unit} spans={spans} />
}

function spanOf(value: FilterProps['value']): Span {
  if (typeof value === 'object') return 'range'
  return typeof value === 'string' && value.length === formats.date.length ? 'date' : 'month'
}

interface PeriodProps extends FilterProps {
  span: Span
  /** What a bound of a range is. */
  unit: Unit
  /** Chooses another span. */
  spans: React.ReactNode
}

function WidePeriod({ field: { label }, value, change, span, unit, spans }: PeriodProps) {
  const { t } = useTranslation('records')
  const footer = () => <div className={styles.spans}>{spans}</div>
  if (span !== 'range') {
    return (
      <DatePicker
        aria-label={label}
        className={styles.day ?? ''}
        prefix={value !== undefined && <FieldName>{label}</FieldName>}
        placeholder={label}
        picker={span}
        format={formats[span]}
        value={dayOf(typeof value === 'string' ? value : undefined)}
        onChange={(next) => change(next?.format(formats[span]))}
        renderExtraFooter={footer}
      />
    )
  }
  const { from, to } = boundsOf(value)
  const shared = { picker: unit, format: formats[unit], renderExtraFooter: footer }
  return (
    <Space.Compact>
      <DatePicker
        {...shared}
        aria-label={t('list.rangeFrom', { label })}
        prefix={<FieldName>{label}</FieldName>}
        placeholder={t('list.from')}
        value={dayOf(from)}
        disabledDate={(day) => to !== undefined && day.format(formats[unit]) > to}
        onChange={(next) => change(wantedBounds(next?.format(formats[unit]), to))}
      />
      <DatePicker
        {...shared}
        aria-label={t('list.rangeTo', { label })}
        placeholder={t('list.to')}
        value={dayOf(to)}
        disabledDate={(day) => from !== undefined && day.format(formats[unit]) < from}
        onChange={(next) => change(wantedBounds(from, next?.format(formats[unit])))}
      />
    </Space.Compact>
  )
}

/** A phone's own wheel fits its screen and its thumb. */
function NarrowPeriod({ field: { label }, value, change, span, unit, spans }: PeriodProps) {
  const { t } = useTranslation('records')
  const id = useId()
  const { from, to } = boundsOf(value)
  const inputOf = (of: Unit, own: string | undefined, take: (text: string | undefined) => void) => ({
    type: of,
    value: own?.slice(0, formats[of].length) ?? '',
    allowClear: true,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => take(event.target.value || undefined),
  })
  return (
    <div className={styles.period}>
      <label htmlFor={id} className={styles.periodLabel}>
        {label}
      </label>
      {spans}
      <div className={styles.wheels}>
        {span === 'range' ? (
          <>
            <span className={styles.periodLabel}>{t('list.from')}</span>
            <Input
              id={id}
              aria-label={t('list.rangeFrom', { label })}
              {...inputOf(unit, from, (text) => change(wantedBounds(text, to)))}
            />
            <span className={styles.periodLabel}>{t('list.to')}</span>
            <Input
              aria-label={t('list.rangeTo', { label })}
              {...inputOf(unit, to, (text) => change(wantedBounds(from, text)))}
            />
          </>
        ) : (
          <Input id={id} {...inputOf(span, typeof value === 'string' ? value : undefined, change)} />
        )}
      </div>
    </div>
  )
}
