import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClearing } from '../../../app/clearing.tsx'
import { useReferenceOptions } from '../../references/use-reference-options.ts'
import { useProblem, useValue } from '../form-store.ts'
import { useControlAttributes, type ControlProps } from './control.ts'
import styles from './controls.module.css'

const prompts = {
  person: 'form.searchPerson',
  people: 'form.searchPerson',
  department: 'form.searchDepartment',
  departments: 'form.searchDepartment',
  record: 'form.searchRecord',
  records: 'form.searchRecord',
} as const

/** A person, a department or a record, or several, found by typing part of the name or number. */
export function ReferenceControl(props: ControlProps) {
  const { store, field, pointer, isCell = false } = props
  const { t } = useTranslation('records')
  const clearing = useClearing()
  const value = useValue(store, pointer)
  const problem = useProblem(store, pointer)
  const attributes = useControlAttributes(props)
  const [search, setSearch] = useState('')
  const [isOpen, setOpen] = useState(false)
  const isMany = field.kind === 'people' || field.kind === 'departments' || field.kind === 'records'
  const chosen = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string')
  const { offered, named, isSearching } = useReferenceOptions(field, chosen, search, isOpen)
  const label = (id: string): string => named.find((option) => option.value === id)?.label ?? id

  const change = (next: string | string[] | undefined): void => {
    store.set(pointer, next === undefined || next.length === 0 ? undefined : next)
    store.touch(pointer)
    setSearch('')
  }
  return (
    <Select
      {...attributes}
      className={styles.fill ?? ''}
      {...(isMany && { mode: 'multiple' as const })}
      value={isMany ? chosen : (chosen[0] ?? null)}
      options={offered.map((option) => ({ value: option.value, label: option.label, note: option.note }))}
      labelRender={({ value: id }) => label(String(id))}
      optionRender={({ data }) => (
        <span className={styles.option}>
          <span>{data.label}</span>
          {data.note && <span className={styles.optionNote}>{data.note}</span>}
        </span>
      )}
      showSearch={{ searchValue: search, onSearch: setSearch, filterOption: false }}
      allowClear={clearing}
      placeholder={isCell ? '' : t(prompts[field.kind as keyof typeof prompts])}
      notFoundContent={isSearching ? t('form.typeToSearch') : t('form.nothingFound')}
      loading={isOpen && isSearching}
      onOpenChange={setOpen}
      onChange={change}
      onBlur={() => store.touch(pointer)}
      popupMatchSelectWidth={isCell ? 260 : true}
      {...(isCell && { variant: 'borderless' })}
      {...(problem && { status: 'error' })}
    />
  )
}
