import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'

const idle = 350

interface SearchBoxProps {
  label: string
  value: string
  search: (q: string) => void
}

/** Searches while typing, after a pause; not while an input method is still composing a word. */
export function SearchBox({ label, value, search }: SearchBoxProps) {
  const [text, setText] = useState(value)
  const isComposing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The address is the truth: going back in the history brings the former words back.
  useEffect(() => setText(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  const searchLater = (next: string, wait: number) => {
    clearTimeout(timer.current)
    if (!isComposing.current && next.trim() !== value) {
      timer.current = setTimeout(() => search(next.trim()), wait)
    }
  }
  return (
    <Input
      type="search"
      role="searchbox"
      aria-label={label}
      placeholder={label}
      prefix={<SearchOutlined aria-hidden />}
      value={text}
      allowClear
      onChange={(event) => {
        setText(event.target.value)
        searchLater(event.target.value, event.target.value === '' ? 0 : idle)
      }}
      onCompositionStart={() => {
        isComposing.current = true
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false
        searchLater(event.currentTarget.value, idle)
      }}
      onPressEnter={() => searchLater(text, 0)}
    />
  )
}
