import { describe, expect, it } from 'vitest'
import { publicHoliday } from '../../src/calendar/public-holidays.ts'
import { WorkingCalendar } from '../../src/calendar/working-calendar.ts'
import { useApp } from '../app.ts'

const rule = {
  weekdays: [1, 2, 3, 4, 5],
  spans: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
}
const calendar = new WorkingCalendar(rule, publicHoliday)
const at = (text: string): Date => new Date(`${text}+08:00`)

describe('working days and hours', () => {
  it('weekends and 法定节假日 are free, 调休 is worked', () => {
    expect(
      ['2026-11-27', '2026-11-28', '2026-10-01', '2026-10-10'].map((day) => calendar.isWorkday(day)),
    ).toEqual([true, false, false, true])
  })

  it('two working days from a Friday end on the Tuesday, over a holiday later', () => {
    expect(calendar.addWorkdays(at('2026-11-27T10:00'), 2)).toEqual(at('2026-12-01T10:00'))
    expect(calendar.addWorkdays(at('2026-09-30T10:00'), 1)).toEqual(at('2026-10-08T10:00'))
    expect(calendar.addWorkdays(at('2026-11-28T22:00'), 1)).toEqual(at('2026-12-01T08:30'))
  })

  it('working hours leave out lunch, nights and weekends', () => {
    expect(calendar.addWorkingTime(at('2026-11-27T11:00'), 2 * 3_600_000)).toEqual(at('2026-11-27T14:30'))
    expect(calendar.addWorkingTime(at('2026-11-27T17:00'), 3_600_000)).toEqual(at('2026-11-30T09:00'))
  })

  it('a limit on a Saturday ends with the Friday before', () => {
    expect(calendar.endOfWorkOn('2026-12-26')).toEqual(at('2026-12-25T17:30'))
    expect(calendar.limitBefore(at('2026-12-26T17:30'))).toEqual(at('2026-12-25T17:30'))
    expect(calendar.limitBefore(at('2026-11-26T17:30'))).toEqual(at('2026-11-26T17:30'))
  })
})

describe('a time limit in working time', () => {
  const hours = (count: number) => ({ days: 0, millis: count * 3_600_000 })
  const days = (count: number) => ({ days: count, millis: 0 })
  const moment = (since: string, ...by: { days: number; millis: number }[]): Date =>
    calendar.moment({ since: at(since).toISOString(), by })

  it.each([
    ['2026-11-27T11:00', [hours(2)], '2026-11-27T14:30', 'lunch is no working time'],
    ['2026-11-27T12:40', [hours(1)], '2026-11-27T14:30', 'at lunch it begins after it'],
    ['2026-11-27T10:00', [days(2)], '2026-12-01T10:00', 'a weekend is none'],
    ['2026-11-27T20:00', [days(1)], '2026-12-01T08:30', 'in the evening it begins the next morning'],
    ['2026-11-28T10:00', [hours(4)], '2026-11-30T14:00', 'on a Saturday it begins on Monday'],
    ['2026-09-30T16:30', [hours(2)], '2026-10-08T09:30', 'a holiday is none'],
    ['2026-10-09T16:30', [hours(2)], '2026-10-10T09:30', 'a Saturday of 调休 is worked'],
    ['2026-11-26T16:00', [{ days: 1, millis: 2 * 3_600_000 }], '2026-11-30T09:00', 'days, then hours'],
    ['2026-11-27T10:00', [days(2), hours(-2)], '2026-11-30T17:00', 'two hours before'],
    ['2026-11-27T14:00', [days(1), hours(-1)], '2026-11-30T11:30', 'back over lunch'],
    ['2026-11-30T09:00', [hours(1), hours(-2)], '2026-11-27T17:00', 'back over a weekend'],
    ['2026-11-27T10:00', [days(2), days(-1)], '2026-11-30T10:00', 'a working day before'],
    ['2026-11-27T10:00', [days(1), hours(-4), hours(2)], '2026-11-27T17:00', 'and on again'],
  ] as const)('from %s by %j it is %s: %s', (since, by, due, _why) => {
    expect(moment(since, ...by)).toEqual(at(due))
  })
})

describe('the calendar over HTTP', () => {
  const app = useApp()
  const year = (by: string, number: number) => app.as(by)({ method: 'GET', url: `/api/calendar/${number}` })

  it('warns of a year whose holidays are not known', async () => {
    expect((await year('marketManager', 2026)).json()).toMatchObject({ isKnown: true })
    expect((await year('marketManager', 2031)).json()).toMatchObject({ isKnown: false, days: [] })
  })

  it('the process administrator makes a day free, and takes it back', async () => {
    const put = (payload: object, by = 'processAdmin') =>
      app.as(by)({ method: 'PUT', url: '/api/calendar/days/2026-11-30', payload })
    expect((await put({ kind: 'holiday' }, 'marketManager')).statusCode).toBe(403)
    const changed = (await put({ kind: 'holiday', note: '厂庆' })).json<{ days: { day: string }[] }>()
    expect(changed.days.find(({ day }) => day === '2026-11-30')).toMatchObject({
      origin: 'own',
      note: '厂庆',
    })
    const back = (await put({})).json<{ days: { day: string }[] }>()
    expect(back.days.find(({ day }) => day === '2026-11-30')).toBeUndefined()
  })
})
