import { Input } from 'antd'
import { useLayoutEffect, useRef, useState, useSyncExternalStore, type FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n/format.ts'
import { currentLocale } from '../../../i18n/language.ts'
import { readNumber } from '../../values/cell-text.ts'
import { formatMoney, moneyDraft } from '../../values/money.ts'
import type { Field } from '../field-model.ts'
import { useProblem, useValue } from '../form-store.ts'
import { useControlAttributes, type ControlProps } from './control.ts'
import styles from './controls.module.css'

const shown = (field: Field, value: number): string =>
  field.kind === 'money' ? formatMoney(value) : formatNumber(value)
const draft = (field: Field, value: number): string =>
  field.kind === 'money' ? moneyDraft(value) : String(value)

const tenThousandYuan = 1_000_000

/**
 * A number, an amount or a percentage: plain digits while it is edited, separators when it is left. A text that is no
 * number stays in the input, marked, and never becomes some other value.
 */
export function NumberControl(props: ControlProps) {
  const { store, field, pointer, isCell = false } = props
  const { t } = useTranslation('records')
  const value = useValue(store, pointer)
  const problem = useProblem(store, pointer)
  const unread = useSyncExternalStore(store.subscribe, () => store.unreadAt(pointer))
  const [edited, setEdited] = useState<string>()
  const attributes = useControlAttributes(props)
  // The Tab key selects the whole text, to be typed over; the plain digits that replace it have to be selected as well.
  const whole = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    whole.current?.select()
    whole.current = null
  }, [edited])
  const number = typeof value === 'number' ? value : undefined

  const change = (text: string): void => {
    setEdited(text)
    const read = text.trim() === '' ? undefined : readNumber(field, text)
    store.set(pointer, read)
    store.setUnread(pointer, text.trim() !== '' && read === undefined ? text : undefined)
  }
  const shared = {
    ...attributes,
    value: edited ?? unread ?? (number === undefined ? '' : shown(field, number)),
    inputMode: field.kind === 'integer' ? ('numeric' as const) : ('decimal' as const),
    autoComplete: 'off',
    onFocus: ({ target }: FocusEvent<HTMLInputElement>) => {
      const isWhole = target.selectionStart === 0 && target.selectionEnd === target.value.length
      whole.current = isWhole ? target : null
      setEdited(unread ?? (number === undefined ? '' : draft(field, number)))
    },
    onChange: (event: { target: { value: string } }) => change(event.target.value),
    onBlur: () => {
      setEdited(undefined)
      store.touch(pointer)
    },
  }
  if (isCell) return <input {...shared} type="text" data-plain className={styles.number} />
  const unit = field.kind === 'percent' ? '%' : field.unit
  const isLarge = field.kind === 'money' && currentLocale() !== 'en' && (number ?? 0) >= tenThousandYuan
  return (
    <>
      <Input {...shared} {...(problem && { status: 'error' })} {...(unit && { suffix: unit })} />
      {isLarge && <p className={styles.wan}>{t('value.wan', { amount: formatMoney(number ?? 0, 'wan') })}</p>}
    </>
  )
}
