import { Checkbox, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClearing } from '../../../app/clearing.tsx'
import { useProblem, useValue } from '../form-store.ts'
import { useControlAttributes, type ControlProps } from './control.ts'
import styles from './controls.module.css'

/** Up to this many choices stand side by side; more are offered in a list. */
const mostSideBySide = 6

/** One of several. */
export function ChoiceControl(props: ControlProps) {
  const { store, field, pointer, isCell = false, isRequired = false } = props
  const { t } = useTranslation('records')
  const clearing = useClearing()
  const value = useValue(store, pointer)
  const problem = useProblem(store, pointer)
  const attributes = useControlAttributes(props)
  const change = (next: unknown): void => {
    store.set(pointer, next ?? undefined)
    store.touch(pointer)
  }
  if (isCell) {
    return (
      <select
        {...attributes}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => change(event.target.value || undefined)}
      >
        <option value="" />
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  if (field.options.length <= mostSideBySide) {
    return (
      <Radio.Group
        {...attributes}
        className={styles.choices ?? ''}
        aria-label={field.label}
        value={value ?? null}
        options={[...field.options]}
        onChange={(event) => change(event.target.value)}
      />
    )
  }
  return (
    <Select
      {...attributes}
      className={styles.fill ?? ''}
      value={typeof value === 'string' ? value : null}
      options={[...field.options]}
      allowClear={!isRequired && clearing}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('form.choose')}
      onChange={change}
      {...(problem && { status: 'error' })}
    />
  )
}

/** Any number of several. */
export function ChoicesControl(props: ControlProps) {
  const { store, field, pointer, isCell = false } = props
  const { t } = useTranslation('records')
  const value = useValue(store, pointer)
  const problem = useProblem(store, pointer)
  const attributes = useControlAttributes(props)
  const chosen = Array.isArray(value) ? (value as string[]) : []
  const change = (next: string[]): void => {
    // In the order of the choices, whatever the order of the clicks.
    const order = field.options.map((option) => option.value)
    store.set(
      pointer,
      next.length > 0 ? next.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)) : undefined,
    )
    store.touch(pointer)
  }
  if (!isCell && field.options.length <= mostSideBySide) {
    // A group cannot be required, only named and described; its label says it.
    const { 'aria-required': _, 'aria-invalid': __, ...group } = attributes
    return (
      <div {...group} role="group" aria-label={field.label}>
        <Checkbox.Group
          className={styles.choices ?? ''}
          value={chosen}
          options={[...field.options]}
          onChange={change}
        />
      </div>
    )
  }
  return (
    <Select
      {...attributes}
      mode="multiple"
      className={styles.fill ?? ''}
      value={chosen}
      options={[...field.options]}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('form.choose')}
      onChange={change}
      {...(isCell && { variant: 'borderless' })}
      {...(problem && { status: 'error' })}
    />
  )
}

/** Yes or no; neither is chosen until somebody does. */
export function BooleanControl(props: ControlProps) {
  const { store, field, pointer, isCell = false } = props
  const { t } = useTranslation('records')
  const value = useValue(store, pointer)
  const attributes = useControlAttributes(props)
  const change = (next: boolean | undefined): void => {
    store.set(pointer, next)
    store.touch(pointer)
  }
  if (isCell) {
    return (
      <select
        {...attributes}
        value={typeof value === 'boolean' ? String(value) : ''}
        onChange={(event) => change(event.target.value === '' ? undefined : event.target.value === 'true')}
      >
        <option value="" />
        <option value="true">{t('value.yes')}</option>
        <option value="false">{t('value.no')}</option>
      </select>
    )
  }
  return (
    <Radio.Group
      {...attributes}
      className={styles.choices ?? ''}
      aria-label={field.label}
      value={value ?? null}
      options={[
        { value: true, label: t('value.yes') },
        { value: false, label: t('value.no') },
      ]}
      onChange={(event) => change(event.target.value as boolean)}
    />
  )
}
