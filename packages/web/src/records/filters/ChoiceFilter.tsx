import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClearing } from '../../app/clearing.tsx'
import type { Field } from '../form/field-model.ts'
import styles from './filters.module.css'
import type { FilterProps } from './filter.ts'

type Choice = Pick<Field, 'label' | 'options'>

/** One of a few values. */
export function ChoiceFilter({ field: { label, options }, value, change }: FilterProps<Choice>) {
  const clearing = useClearing()
  return (
    <Select
      aria-label={label}
      className={styles.choice ?? ''}
      placeholder={label}
      value={value === undefined || typeof value === 'object' ? null : String(value)}
      options={[...options]}
      allowClear={clearing}
      onChange={(chosen: string | undefined) => change(chosen)}
    />
  )
}

/** 是 or 否. */
export function BooleanFilter({ field: { label }, value, change }: FilterProps) {
  const { t } = useTranslation('records')
  const options = [
    { value: 'true', label: t('value.yes') },
    { value: 'false', label: t('value.no') },
  ]
  return (
    <ChoiceFilter
      field={{ label, options }}
      value={value}
      change={(chosen) => change(chosen === undefined ? undefined : chosen === 'true')}
    />
  )
}
