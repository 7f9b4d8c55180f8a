import type { CalendarYear } from '@canmou/contract'
import { recordAct } from '../audit/audit-log.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Database } from '../db/database.ts'
import { renewJob } from '../jobs/job-queue.ts'
import { isProcessAdmin, type Actor } from '../http/actor.ts'
import { knowsYear, publicHoliday } from './public-holidays.ts'
import type { DayKind } from './working-calendar.ts'

/** A year's days that differ from an ordinary week, and whether its public holidays are known. */
export async function describeYear(
  database: Database,
  catalogue: Catalogue,
  actor: Actor,
  year: number,
): Promise<CalendarYear> {
  const own = await database.query<{ day: string; kind: DayKind; note: string }>(
    actor.id,
    'select day, kind, note from calendar_days where day between $1 and $2',
    [`${year}-01-01`, `${year}-12-31`],
  )
  const { weekdays, spans, holidays, workdays } = catalogue.organization.calendar
  const shipped = [
    ...daysOf(year).flatMap((day) => {
      const kind = publicHoliday(day)
      return kind ? [{ day, kind, origin: 'public' as const }] : []
    }),
    ...holidays.map((day) => ({ day, kind: 'holiday' as const, origin: 'catalogue' as const })),
    ...workdays.map((day) => ({ day, kind: 'workday' as const, origin: 'catalogue' as const })),
  ].filter(({ day }) => day.startsWith(`${year}-`))
  const days = new Map<string, CalendarYear['days'][number]>(shipped.map((one) => [one.day, one]))
  for (const { day, kind, note } of own) days.set(day, { day, kind, origin: 'own', ...(note && { note }) })
  return {
    year,
    mayChange: isProcessAdmin(actor),
    isKnown: knowsYear(year),
    weekdays: [...weekdays],
    spans: [...spans],
    days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
}

/** Says what a day is here; without a kind, the day follows the rule again. What counts by it already is worked out anew. */
export async function changeDay(
  database: Database,
  actor: Actor,
  day: string,
  { kind, note = '' }: { kind?: DayKind | undefined; note?: string | undefined },
  now: Date,
): Promise<void> {
  await database.as(actor.id, async (tx) => {
    if (kind === undefined) await tx.execute('delete from calendar_days where day = $1', [day])
    else {
      await tx.execute(
        `insert into calendar_days (day, kind, note, changed_by) values ($1, $2, $3, $4)
         on conflict (day) do update
           set kind = excluded.kind, note = excluded.note, changed_by = excluded.changed_by, changed_at = now()`,
        [day, kind, note.trim(), actor.id],
      )
    }
    await recordAct(tx, {
      personId: actor.id,
      action: 'calendar.dayChanged',
      subjectType: 'calendar',
      subjectId: day,
      data: { kind: kind ?? null, note },
    })
    await renewJob(tx, { kind: 'calendarChanged', key: `calendar:${day}`, payload: { day }, runAt: now })
  })
}

function daysOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1)
  const count = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  )
}
