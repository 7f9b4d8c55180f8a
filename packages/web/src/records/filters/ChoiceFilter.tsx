import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClearing } from '../../app/clearing.tsx'
import type { Field } from '../form/field-model.ts'
import { FieldName } from './FieldName.tsx'
import styles from './filters.module.css'
import type { FilterProps } from './filter.ts'

type Choice = Pick<Field, 'label' | 'options'>

interface ChoiceFilterProps extends FilterProps<Choice> {
  /** Its values do not say of what they are. */
  isNamed?: boolean
}

/** One of a few values. */
export function ChoiceFilter({ field, value, change, isNamed = false }: ChoiceFilterProps) {
  const { label, options } = field
  const clearing = useClearing()
  return (
    <Select
      aria-label={label}
      className={styles.choice ?? ''}
      placeholder={label}
      prefix={isNamed && value !== undefined && <FieldName>{label}</FieldName>}
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
      isNamed
      field={{ label, options }}
      value={value}
      change={(chosen) => change(chosen === undefined ? undefined : chosen === 'true')}
    />
  )
}
