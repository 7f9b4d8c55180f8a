import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { CalendarYear } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import styles from './calendar.module.css'
import { DayDialog } from './DayDialog.tsx'
import { Month } from './Month.tsx'
import { monthsOf, workdaysIn, type ShownDay } from './months.ts'
import { OwnDays } from './OwnDays.tsx'
import { calendarQuery } from './queries.ts'

const firstYear = 2000
const lastYear = 2100

/** 工作日历: which days are worked, for due dates and reminders. */
export function CalendarPage() {
  const { t } = useTranslation('calendar')
  const { year = new Date().getFullYear() } = useSearch({ from: '/signed-in/calendar' })
  const { data, error, refetch } = useQuery(calendarQuery(year))
  return (
    <Page title={t('title')} note={t('hint')}>
      {data ? (
        <Year calendar={data} />
      ) : error ? (
        <QueryFailure error={error} retry={() => void refetch()} />
      ) : (
        <PendingPage />
      )}
    </Page>
  )
}

function Year({ calendar }: { calendar: CalendarYear }) {
  const { t } = useTranslation('calendar')
  const months = useMemo(() => monthsOf(calendar), [calendar])
  const [open, setOpen] = useState<ShownDay>()
  const find = (day: string): ShownDay | undefined =>
    months.flatMap(({ weeks }) => weeks.flat()).find((one) => one?.day === day)
  const choose = calendar.mayChange ? setOpen : undefined
  return (
    <div className={styles.parts}>
      <div className={styles.bar}>
        <YearLinks year={calendar.year} />
        <p className={styles.soft}>{t('workdays', { count: workdaysIn(months) })}</p>
        <Legend />
      </div>
      {!calendar.isKnown && (
        <Alert
          type="warning"
          showIcon
          title={t('unknown', { year: calendar.year })}
          description={t(calendar.mayChange ? 'unknownHintAdmin' : 'unknownHint')}
        />
      )}
      <OwnDays days={calendar.days} {...(choose && { onChoose: (day: string) => setOpen(find(day)) })} />
      <div className={styles.months}>
        {months.map((month) => (
          <Month key={month.month} month={month} {...(choose && { onChoose: choose })} />
        ))}
      </div>
      {open && <DayDialog key={open.day} day={open} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function YearLinks({ year }: { year: number }) {
  const { t } = useTranslation('calendar')
  return (
    <div className={styles.years} role="group" aria-label={t('chooseYear')}>
      {year > firstYear && (
        <Link {...paths.calendar(year - 1)} aria-label={t('year', { year: year - 1 })}>
          <LeftOutlined aria-hidden />
        </Link>
      )}
      <h2>{t('year', { year })}</h2>
      {year < lastYear && (
        <Link {...paths.calendar(year + 1)} aria-label={t('year', { year: year + 1 })}>
          <RightOutlined aria-hidden />
        </Link>
      )}
    </div>
  )
}

function Legend() {
  const { t } = useTranslation('calendar')
  return (
    <ul className={styles.legend}>
      <li>
        <span className={styles.sample} data-kind="holiday" aria-hidden>
          {t('mark.holiday')}
        </span>
        {t('legend.holiday')}
      </li>
      <li>
        <span className={styles.sample} data-kind="workday" aria-hidden>
          {t('mark.workday')}
        </span>
        {t('legend.workday')}
      </li>
      <li>
        <span className={styles.sample} data-origin="own" aria-hidden />
        {t('legend.own')}
      </li>
    </ul>
  )
}
