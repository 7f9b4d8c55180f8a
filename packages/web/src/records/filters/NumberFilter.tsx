import { Input, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../form/field-model.ts'
import { readNumber } from '../values/cell-text.ts'
import { formatMoney } from '../values/money.ts'
import type { Wanted } from '../record-search.ts'
import { FieldName } from './FieldName.tsx'
import { boundsOf, wantedBounds, type FilterProps } from './filter.ts'
import styles from './filters.module.css'

/** A whole number, such as a year, or from one to another. */
export function NumberFilter({ field, value, change }: FilterProps) {
  const { t } = useTranslation('records')
  const bounds = boundsOf(value)
  const from = typeof value === 'string' ? value : bounds.from
  const show = (first: string | undefined, last: string | undefined): void => {
    // One number alone is that one.
    const wanted: Wanted | undefined = first && !last ? first : wantedBounds(first, last)
    change(wanted)
  }
  return (
    <Space.Compact className={styles.bounds ?? ''}>
      <Bound
        isFirst
        field={field}
        label={field.label}
        value={from}
        change={(next) => show(next, bounds.to)}
      />
      <Bound
        field={field}
        label={t('list.rangeTo', { label: field.label })}
        placeholder={t('list.to')}
        value={bounds.to}
        change={(next) => show(from, next)}
      />
    </Space.Compact>
  )
}

/** An amount from one to another: nobody looks for one to the fen. */
export function MoneyFilter({ field, value, change }: FilterProps) {
  const { t } = useTranslation('records')
  const { from, to } = boundsOf(value)
  const { label } = field
  return (
    <Space.Compact className={styles.bounds ?? ''}>
      <Bound
        isFirst
        field={field}
        label={t('list.rangeFrom', { label })}
        value={from}
        change={(next) => change(wantedBounds(next, to))}
      />
      <Bound
        field={field}
        label={t('list.rangeTo', { label })}
        placeholder={t('list.to')}
        value={to}
        change={(next) => change(wantedBounds(from, next))}
      />
    </Space.Compact>
  )
}

interface BoundProps {
  /** It names the field. */
  isFirst?: boolean
  field: Field
  label: string
  placeholder?: string
  value: string | undefined
  change: (value: string | undefined) => void
}

/** One number; it counts when it is typed to its end. */
function Bound({ isFirst = false, field, label, placeholder = label, value, change }: BoundProps) {
  const isMoney = field.kind === 'money'
  const shown = value === undefined ? '' : isMoney ? formatMoney(Number(value)).replace(/\.00$/, '') : value
  const [typed, setTyped] = useState<string>()
  const take = (): void => {
    setTyped(undefined)
    if (typed === undefined || typed.trim() === shown) return
    const number = readNumber(field, typed)
    if (typed.trim() === '') change(undefined)
    else if (number !== undefined) change(String(number))
  }
  return (
    <Input
      aria-label={label}
      placeholder={placeholder}
      prefix={isFirst && value !== undefined && <FieldName>{field.label}</FieldName>}
      inputMode={isMoney ? 'decimal' : 'numeric'}
      value={typed ?? shown}
      allowClear
      onChange={(event) => {
        // The button that empties it is no key that is followed by others.
        if (event.target.value === '' && event.type === 'click') change(undefined)
        setTyped(event.target.value)
      }}
      onBlur={take}
      onPressEnter={take}
    />
  )
}
