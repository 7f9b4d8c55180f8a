import { DatePicker, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../../app/use-narrow.ts'
import { placeId } from '../place.ts'
import { useProblem, useValue } from '../form-store.ts'
import { useControlAttributes, type ControlProps } from './control.ts'
import styles from './controls.module.css'

/** How each kind is stored, and the ways in which it may be typed; the first is how it is shown. */
const forms = {
  date: {
    input: 'date',
    native: 'YYYY-MM-DD',
    stored: 'YYYY-MM-DD',
    typed: ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD'],
  },
  month: { input: 'month', native: 'YYYY-MM', stored: 'YYYY-MM', typed: ['YYYY-MM', 'YYYY/M', 'YYYYMM'] },
  dateTime: {
    input: 'datetime-local',
    native: 'YYYY-MM-DDTHH:mm',
    stored: undefined,
    typed: ['YYYY-MM-DD HH:mm'],
  },
} as const

/** A day, a month or a moment, typed or picked. */
export function DateControl(props: ControlProps) {
  const { store, field, pointer, isCell = false } = props
  const { t } = useTranslation('records')
  const value = useValue(store, pointer)
  const problem = useProblem(store, pointer)
  const attributes = useControlAttributes(props)
  const kind = field.kind === 'month' || field.kind === 'dateTime' ? field.kind : 'date'
  const { stored, typed, input, native } = forms[kind]
  const isNarrow = useNarrow()
  const day = typeof value === 'string' ? dayjs(value) : undefined

  const change = (next: Dayjs | null | undefined): void =>
    store.set(pointer, next ? (stored ? next.format(stored) : next.toDate().toISOString()) : undefined)
  if (isNarrow) {
    // A phone's own wheel of days fits its screen and its thumb.
    return (
      <Input
        {...attributes}
        type={input}
        value={day?.isValid() ? day.format(native) : ''}
        onChange={(event) => change(event.target.value ? dayjs(event.target.value) : undefined)}
        onBlur={() => store.touch(pointer)}
        {...(problem && { status: 'error' })}
      />
    )
  }
  return (
    <DatePicker
      {...attributes}
      className={styles.fill ?? ''}
      value={day?.isValid() ? day : null}
      format={[...typed]}
      placeholder={t('form.choose')}
      onChange={change}
      onBlur={() => store.touch(pointer)}
      // What was typed counts when the field is left; it must not need the Enter key.
      needConfirm={false}
      preserveInvalidOnBlur
      {...(kind === 'month' && { picker: 'month' })}
      {...(kind === 'dateTime' && { showTime: { format: 'HH:mm' } })}
      {...(isCell && { variant: 'borderless' })}
      {...(problem && { status: 'error' })}
    />
  )
}

/** A period as two days, each with its own name: simpler to type, and it fits a phone. */
export function DateRangeControl(props: ControlProps) {
  const { store, field, pointer } = props
  const { t } = useTranslation('records')
  const id = placeId(pointer)
  const part = (name: 'start' | 'end', label: string) => (
    <div className={styles.rangePart}>
      <label className={styles.rangeLabel} htmlFor={`${id}-${name}`}>
        {t(`form.${name}`)}
      </label>
      <DateControl
        {...props}
        store={store}
        field={{ ...field, kind: 'date' }}
        pointer={`${pointer}/${name}`}
        label={label}
      />
    </div>
  )
  return (
    <div id={id} role="group" aria-label={field.label} className={styles.range}>
      {part('start', t('form.startOf', { label: field.label }))}
      {part('end', t('form.endOf', { label: field.label }))}
    </div>
  )
}
