import type { Organization } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClearing } from '../../app/clearing.tsx'
import { peopleQuery } from '../../records/queries.ts'
import { organizationQuery } from '../queries.ts'
import styles from './dialogs.module.css'

interface ChoiceProps<Value> {
  id: string
  value: Value
  change: (value: Value) => void
  /** Ids that are not offered. */
  except?: ReadonlySet<string>
}

const empty: Organization = { departments: [], positions: [], mayChange: false }
const useOrganization = (): Organization => useQuery(organizationQuery).data ?? empty

/** One of the departments that have not ended. */
export function DepartmentChoice({ id, value, change, except }: ChoiceProps<string | undefined>) {
  const { t } = useTranslation('organization')
  const clearing = useClearing()
  const options = useOrganization()
    .departments.filter((one) => !one.isEnded && !except?.has(one.id))
    .map((one) => ({ value: one.id, label: one.name }))
  return (
    <Select
      id={id}
      className={styles.fill ?? ''}
      value={value ?? null}
      options={options}
      placeholder={t('edit.chooseDepartment')}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={clearing}
      onChange={(next: string | null | undefined) => change(next ?? undefined)}
    />
  )
}

/** One of the positions that have not ended; groups only where they are offered. */
export function PositionChoice({
  id,
  value,
  change,
  except,
  withGroups = false,
}: ChoiceProps<string | undefined> & { withGroups?: boolean }) {
  const { t } = useTranslation('organization')
  const clearing = useClearing()
  return (
    <Select
      id={id}
      className={styles.fill ?? ''}
      value={value ?? null}
      options={usePositions(withGroups, except)}
      placeholder={t('edit.choosePosition')}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={clearing}
      onChange={(next: string | null | undefined) => change(next ?? undefined)}
    />
  )
}

/** The members of a group, other groups among them. */
export function MembersChoice({ id, value, change, except }: ChoiceProps<string[]>) {
  const { t } = useTranslation('organization')
  return (
    <Select
      id={id}
      mode="multiple"
      className={styles.fill ?? ''}
      value={value}
      options={usePositions(true, except)}
      placeholder={t('edit.choosePosition')}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={change}
    />
  )
}

function usePositions(withGroups: boolean, except: ReadonlySet<string> | undefined) {
  return useOrganization()
    .positions.filter(
      (one) => !one.isEnded && !except?.has(one.id) && (withGroups || one.memberIds.length === 0),
    )
    .map((one) => ({ value: one.id, label: one.name }))
}

/** Somebody, found by name, pinyin or user name. */
export function PersonChoice({ id, value, change, except }: ChoiceProps<string | undefined>) {
  const { t } = useTranslation('organization')
  const [search, setSearch] = useState('')
  const { data } = useQuery(peopleQuery(search.trim() ? { q: search.trim() } : {}))
  const options = (data?.items ?? [])
    .filter((one) => !except?.has(one.id))
    .map((one) => ({ value: one.id, label: `${one.name} · ${one.departmentName}` }))
  return (
    <Select
      id={id}
      className={styles.fill ?? ''}
      value={value ?? null}
      options={options}
      placeholder={t('edit.choosePerson')}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      onChange={(next: string | null | undefined) => change(next ?? undefined)}
    />
  )
}
