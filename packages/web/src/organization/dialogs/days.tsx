import { Input } from 'antd'
import { useId } from 'react'
import { Frame } from '../../records/form/Frame.tsx'

const companyDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The company's day, `YYYY-MM-DD`, some days from today. */
export const dayFromToday = (days = 0): string => companyDay.format(Date.now() + days * 86_400_000)

interface DayFieldProps {
  label: string
  isRequired: boolean
  value: string
  change: (day: string) => void
  help?: string
  error?: string | undefined
}

/** A day; the browser's own field, which fits a phone. */
export function DayField({ label, isRequired, value, change, help, error }: DayFieldProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} isRequired={isRequired} help={help} error={error}>
      <Input
        id={id}
        type="date"
        value={value}
        onChange={(event) => change(event.target.value)}
        {...(error && { status: 'error' })}
      />
    </Frame>
  )
}
