import { Select, type SelectProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClearing } from '../../app/clearing.tsx'
import type { Field } from '../form/field-model.ts'
import styles from './references.module.css'
import { useReferenceOptions } from './use-reference-options.ts'

type Taken = 'mode' | 'value' | 'options' | 'onChange' | 'showSearch' | 'allowClear' | 'loading'

interface Offered {
  value: string
  label: string
  note: string
}
type Chosen = string | string[] | null

interface ReferenceSelectProps extends Omit<SelectProps<Chosen, Offered>, Taken> {
  field: Field
  /** Ids. */
  chosen: readonly string[]
  change: (ids: string[]) => void
  isMany?: boolean
}

/** Chooses people, departments or records by part of their name or number. */
export function ReferenceSelect({ field, chosen, change, isMany = false, ...more }: ReferenceSelectProps) {
  const { t } = useTranslation('records')
  const clearing = useClearing()
  const [search, setSearch] = useState('')
  const [isOpen, setOpen] = useState(false)
  const { offered, named, isSearching } = useReferenceOptions(field, chosen, search, isOpen)
  const label = (id: string): string => named.find((option) => option.value === id)?.label ?? id
  return (
    <Select<Chosen, Offered>
      {...more}
      {...(isMany && { mode: 'multiple' as const })}
      value={isMany ? [...chosen] : (chosen[0] ?? null)}
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
      notFoundContent={isSearching ? t('form.typeToSearch') : t('form.nothingFound')}
      loading={isOpen && isSearching}
      onOpenChange={setOpen}
      onChange={(next?: Chosen) => {
        change([next ?? []].flat())
        setSearch('')
      }}
    />
  )
}
