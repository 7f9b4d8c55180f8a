const offsetMs = 8 * 3_600_000

const dayMs = 24 * 3_600_000
let lastDay = { since: NaN, text: '' }

/** The company's calendar day of a moment, `YYYY-MM-DD`. Mostly it is the day that was asked for last. */
export function localDay(at: Date): string {
  const time = at.getTime() + offsetMs
  const isSame = time >= lastDay.since && time < lastDay.since + dayMs
  if (!isSame)
    lastDay = { since: time - (((time % dayMs) + dayMs) % dayMs), text: onLocalClock(at).slice(0, 10) }
  return lastDay.text
}

/** When a day of the company begins. */
export const startOfDay = (of: string): Date => new Date(`${of}T00:00:00+08:00`)

/**
 * A moment with the company's offset, `2026-11-26T08:00:00.000+08:00`: what a drawing's `today()` and `now()` then read is
 * the company's day, also before eight in the morning.
 */
export const localInstant = (at: Date): string => momentOf(at).local

let lastMoment = { time: NaN, utc: '', local: '' }

/** A moment as it is written down, with either offset. Steps that are decided together share it. */
export function momentOf(at: Date): { utc: string; local: string } {
  const time = at.getTime()
  if (time !== lastMoment.time)
    lastMoment = { time, utc: at.toISOString(), local: `${onLocalClock(at).slice(0, -1)}+08:00` }
  return lastMoment
}

/** What the company's clock shows, as if it were UTC. */
const onLocalClock = (at: Date): string => new Date(at.getTime() + offsetMs).toISOString()
