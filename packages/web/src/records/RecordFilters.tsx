import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClearing } from '../app/clearing.tsx'
import type { Field, RecordModel } from './form/field-model.ts'
import { recordStatus, recordStatuses, type RecordSearch } from './record-search.ts'
import styles from './RecordsPage.module.css'

interface RecordFiltersProps {
  model: RecordModel
  search: RecordSearch
  show: (next: Pick<RecordSearch, 'status' | 'where'>) => void
}

/** The lists to narrow a kind by, as its view names them (`list.filters`): choices, 是 and 否, and the status. */
export function RecordFilters({ model, search, show }: RecordFiltersProps) {
  const { t } = useTranslation('records')
  const { status, where = {} } = search
  const filter = (name: string, value: string | boolean | undefined): void => {
    const { [name]: _, ...others } = where
    const next = value === undefined ? others : { ...others, [name]: value }
    show({ ...(status && { status }), ...(Object.keys(next).length > 0 && { where: next }) })
  }
  return model.listFilters.map((name) => {
    if (name === 'status') {
      const options = recordStatuses.map((value) => ({ value, label: t(`status.${value}`) }))
      const change = (value: string | undefined): void => {
        const chosen = recordStatus(value)
        show({ ...(chosen && { status: chosen }), ...(search.where && { where: search.where }) })
      }
      return <Filter key={name} label={t('list.status')} options={options} value={status} change={change} />
    }
    const field = model.fields.get(name)
    if (!field) return null
    if (field.kind === 'boolean') {
      const options = [
        { value: 'true', label: t('value.yes') },
        { value: 'false', label: t('value.no') },
      ]
      const value = where[name] === undefined ? undefined : String(where[name])
      const change = (chosen: string | undefined): void =>
        filter(name, chosen === undefined ? undefined : chosen === 'true')
      return <Filter key={name} label={field.label} options={options} value={value} change={change} />
    }
    if (field.options.length === 0) return null
    return (
      <Filter
        key={name}
        label={field.label}
        options={field.options}
        value={where[name] === undefined ? undefined : String(where[name])}
        change={(chosen) => filter(name, chosen)}
      />
    )
  })
}

interface FilterProps {
  label: string
  options: Field['options']
  value: string | undefined
  change: (value: string | undefined) => void
}

function Filter({ label, options, value, change }: FilterProps) {
  const clearing = useClearing()
  return (
    <Select
      aria-label={label}
      className={styles.choice ?? ''}
      placeholder={label}
      value={value ?? null}
      options={[...options]}
      allowClear={clearing}
      onChange={(chosen: string | undefined) => change(chosen)}
    />
  )
}
