import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Database } from '../db/database.ts'
import { publicHoliday } from './public-holidays.ts'
import { WorkingCalendar, type DayKind } from './working-calendar.ts'

/** Another server's change of a day is known here after this long at the latest. */
const keptMs = 60_000

/** The calendar that this server counts by: the company's own days over the catalogue's over the public holidays. */
export class CalendarDesk {
  private readonly database: Database
  private readonly catalogue: Catalogue
  private loaded: { calendar: Promise<WorkingCalendar>; at: number } | undefined

  constructor(database: Database, catalogue: Catalogue) {
    this.database = database
    this.catalogue = catalogue
  }

  current(): Promise<WorkingCalendar> {
    if (!this.loaded || Date.now() - this.loaded.at > keptMs) this.reload()
    return this.loaded?.calendar ?? this.load()
  }

  reload(): void {
    const calendar = this.load()
    this.loaded = { calendar, at: Date.now() }
    calendar.catch(() => (this.loaded = undefined))
  }

  private async load(): Promise<WorkingCalendar> {
    const rows = await this.database.asSystem((tx) =>
      tx.query<{ day: string; kind: DayKind }>('select day, kind from calendar_days'),
    )
    const { calendar } = this.catalogue.organization
    const special = new Map<string, DayKind>([
      ...calendar.holidays.map((day) => [day, 'holiday'] as const),
      ...calendar.workdays.map((day) => [day, 'workday'] as const),
      ...rows.map(({ day, kind }) => [day, kind] as const),
    ])
    return new WorkingCalendar(calendar, (day) => special.get(day) ?? publicHoliday(day))
  }
}
