import { Input } from 'antd'
import { useState } from 'react'
import styles from './filters.module.css'
import type { FilterProps } from './filter.ts'

/** A whole number, such as a year; it counts when it is typed to its end. */
export function NumberFilter({ field: { label }, value, change }: FilterProps) {
  const shown = value === undefined ? '' : String(value)
  const [typed, setTyped] = useState<string>()
  const take = (): void => {
    setTyped(undefined)
    if (typed === undefined || typed.trim() === shown) return
    if (/^-?\d{0,15}$/.test(typed.trim())) change(typed.trim() || undefined)
  }
  return (
    <Input
      aria-label={label}
      className={styles.number ?? ''}
      placeholder={label}
      inputMode="numeric"
      value={typed ?? shown}
      allowClear
      onChange={(event) => {
        // The button that empties it is no key that is followed by others.
        if (event.target.value === '' && event.type === 'click') change(undefined)
        setTyped(event.target.value)
      }}
      onBlur={take}
      onPressEnter={take}
    />
  )
}
