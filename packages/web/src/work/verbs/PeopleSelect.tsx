import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleQuery } from '../../records/queries.ts'

interface PeopleSelectProps {
  id: string
  isMany: boolean
  value: readonly string[]
  change: (usernames: string[]) => void
}

/** One person or several, found by typing part of the name. */
export function PeopleSelect({ id, isMany, value, change }: PeopleSelectProps) {
  const { t } = useTranslation('verbs')
  const [search, setSearch] = useState('')
  const q = useDeferredValue(search.trim())
  const { data, isFetching } = useQuery(peopleQuery(q ? { q } : {}))
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const options = (data?.items ?? []).map(({ username, name, departmentName }) => ({
    value: username,
    label: name,
    note: departmentName,
  }))
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      {...(isMany && { mode: 'multiple' as const })}
      value={isMany ? [...value] : (value[0] ?? null)}
      options={options}
      labelRender={({ value: username }) => names.get(String(username)) ?? String(username)}
      optionRender={({ data: option }) => `${option.label}（${option.note}）`}
      showSearch={{ searchValue: search, onSearch: setSearch, filterOption: false }}
      placeholder={t('searchPerson')}
      notFoundContent={isFetching ? t('searching') : t('nobodyFound')}
      onChange={(next: string | string[] | null) => {
        const chosen = next === null ? [] : [next].flat()
        const known = options.filter((option) => chosen.includes(option.value))
        setNames(new Map([...names, ...known.map((option) => [option.value, option.label] as const)]))
        setSearch('')
        change(chosen)
      }}
    />
  )
}
