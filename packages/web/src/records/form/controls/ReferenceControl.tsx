import { useTranslation } from 'react-i18next'
import { ReferenceSelect } from '../../references/ReferenceSelect.tsx'
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
  const value = useValue(store, pointer)
  const problem = useProblem(store, pointer)
  const attributes = useControlAttributes(props)
  const isMany = field.kind === 'people' || field.kind === 'departments' || field.kind === 'records'
  const chosen = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string')

  const change = (ids: string[]): void => {
    store.set(pointer, ids.length === 0 ? undefined : isMany ? ids : ids[0])
    store.touch(pointer)
  }
  return (
    <ReferenceSelect
      {...attributes}
      field={field}
      chosen={chosen}
      change={change}
      isMany={isMany}
      className={styles.fill ?? ''}
      placeholder={isCell ? '' : t(prompts[field.kind as keyof typeof prompts])}
      onBlur={() => store.touch(pointer)}
      popupMatchSelectWidth={isCell ? 260 : true}
      {...(isCell && { variant: 'borderless' })}
      {...(problem && { status: 'error' })}
    />
  )
}
