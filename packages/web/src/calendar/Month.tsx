import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMonth } from '../i18n/format.ts'
import styles from './calendar.module.css'
import type { ShownDay, ShownMonth, Weekday } from './months.ts'
import { useDayWords } from './day-words.ts'

interface MonthProps {
  month: ShownMonth
  /** Opens a day; without it days are only read. */
  onChoose?: (day: ShownDay) => void
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A month as a grid, Monday first. With the keyboard it is one stop, and the arrows go from day to day. */
export function Month({ month, onChoose }: MonthProps) {
  const { t } = useTranslation('calendar')
  const table = useRef<HTMLTableElement>(null)
  const [stop, setStop] = useState(1)
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key]
    if (move === undefined) return
    const next = table.current?.querySelector<HTMLElement>(`[data-number="${stop + move}"]`)
    if (!next) return
    event.preventDefault()
    setStop(stop + move)
    next.focus()
  }
  const name = formatMonth(month.month)
  return (
    <table ref={table} className={styles.month} {...(onChoose && { onKeyDown })}>
      <caption>{name}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" abbr={t(`weekday.d${weekday}`)}>
              {t(`weekdayShort.d${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, weekday) => (
              <td key={weekday}>
                {day && (
                  <Day
                    day={day}
                    isStop={day.number === stop}
                    {...(onChoose && {
                      onChoose: () => {
                        setStop(day.number)
                        onChoose(day)
                      },
                    })}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayProps {
  day: ShownDay
  isStop: boolean
  onChoose?: () => void
}

function Day({ day, isStop, onChoose }: DayProps) {
  const { t } = useTranslation('calendar')
  const { describe } = useDayWords()
  const { number, special, isWorked } = day
  const look = {
    className: styles.day,
    'data-worked': isWorked,
    ...(special && { 'data-kind': special.kind, 'data-origin': special.origin, title: describe(day) }),
  }
  const content = (
    <>
      <span>{number}</span>
      {special && (
        <span className={styles.mark} aria-hidden>
          {t(`mark.${special.kind}`)}
        </span>
      )}
      <span className="visually-hidden"> {describe(day)}</span>
    </>
  )
  if (!onChoose) return <span {...look}>{content}</span>
  return (
    <button type="button" {...look} data-number={number} tabIndex={isStop ? 0 : -1} onClick={onChoose}>
      {content}
    </button>
  )
}
