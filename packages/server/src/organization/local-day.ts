const offsetMs = 8 * 3_600_000

/** The company's calendar day of a moment, `YYYY-MM-DD`. */
export const localDay = (at: Date): string => localInstant(at).slice(0, 10)

/** When a day of the company begins. */
export const startOfDay = (of: string): Date => new Date(`${of}T00:00:00+08:00`)

/**
 * A moment with the company's offset, `2026-11-26T08:00:00.000+08:00`: what a drawing's `today()` and `now()` then read is
 * the company's day, also before eight in the morning.
 */
export function localInstant(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().replace('Z', '+08:00')
}
