import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Database } from '../db/database.ts'
import { publicHoliday } from './public-holidays.ts'
import { WorkingCalendar, type DayKind } from './working-calendar.ts'

/** The calendar that this server counts by: the company's own days over the catalogue's over the public holidays. */
export class CalendarDesk {
  private readonly database: Database
  private readonly catalogue: Catalogue
  private loaded: { calendar: Promise<WorkingCalendar>; version: number } | undefined

  constructor(database: Database, catalogue: Catalogue) {
    this.database = database
    this.catalogue = catalogue
  }

  /**
   * The calendar as of a version of the directory, or a newer one: a changed day makes another version (0021), so that a step
   * which is decided by an older calendar is refused and decided anew, whichever server changed it.
   */
  at(version: number): Promise<WorkingCalendar> {
    if (this.loaded?.version === version) return this.loaded.calendar
    const calendar = this.load()
    const loaded = { calendar, version }
    this.loaded = loaded
    calendar.catch(() => {
      if (this.loaded === loaded) this.loaded = undefined
    })
    return calendar
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
