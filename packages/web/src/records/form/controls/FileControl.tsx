import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClearing } from '../../../app/clearing.tsx'
import { useProblem, useValue } from '../form-store.ts'
import { useControlAttributes, useFormSurroundings, type ControlProps } from './control.ts'
import styles from './controls.module.css'

/** One or several of the attachments that were added to the record below. */
export function FileControl(props: ControlProps) {
  const { store, field, pointer } = props
  const { t } = useTranslation('records')
  const clearing = useClearing()
  const { attachments } = useFormSurroundings()
  const value = useValue(store, pointer)
  const problem = useProblem(store, pointer)
  const attributes = useControlAttributes(props)
  const isMany = field.kind === 'files'
  return (
    <Select
      {...attributes}
      className={styles.fill ?? ''}
      {...(isMany && { mode: 'multiple' as const })}
      value={(value ?? (isMany ? [] : null)) as string | string[] | null}
      options={attachments.map(({ id, name }) => ({ value: id, label: name }))}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={clearing}
      placeholder={t('form.choose')}
      notFoundContent={t('attachments.none')}
      onChange={(next: string | string[] | undefined) => {
        store.set(pointer, next === undefined || next.length === 0 ? undefined : next)
        store.touch(pointer)
      }}
      {...(problem && { status: 'error' })}
    />
  )
}
