import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClearing } from '../app/clearing.tsx'
import { customersQuery } from './queries.ts'

export interface Customer {
  value: string
  label: string
}

interface CustomerSelectProps {
  id: string
  mode: 'single' | 'multiple'
  value: Customer[]
  change: (customers: Customer[]) => void
  isWrong?: boolean
}

const pauseMs = 250

/** Customers, found by part of their name or its pinyin. */
export function CustomerSelect({ id, mode, value, change, isWrong = false }: CustomerSelectProps) {
  const { t } = useTranslation('surveys')
  const clearing = useClearing()
  const [search, setSearch] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(search.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [search])
  const { data, isFetching } = useQuery(customersQuery(asked))
  const found = (data?.items ?? []).map(({ id: customer, title }) => ({ value: customer, label: title }))
  const options = [...value.filter((chosen) => !found.some((one) => one.value === chosen.value)), ...found]
  const choose = (chosen: string | string[] | undefined): void => {
    const ids = chosen === undefined ? [] : Array.isArray(chosen) ? chosen : [chosen]
    change(options.filter((option) => ids.includes(option.value)))
    setSearch('')
  }
  return (
    <Select<string | string[]>
      id={id}
      style={{ width: '100%' }}
      {...(mode === 'multiple' && { mode })}
      value={mode === 'multiple' ? value.map((one) => one.value) : (value[0]?.value ?? [])}
      options={options}
      showSearch={{ searchValue: search, onSearch: setSearch, filterOption: false }}
      allowClear={clearing}
      placeholder={t('typeIn.customerPlaceholder')}
      notFoundContent={isFetching ? null : t('typeIn.nothingFound')}
      {...(isWrong && { status: 'error' })}
      onChange={choose}
    />
  )
}
