/** The units in which a length of time is told. */
export type TimeUnit = 'days' | 'hours' | 'minutes'

const lengths: readonly [TimeUnit, number][] = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
]

/** A length of time in its two largest units, whole ones: 2 days 3 hours, 40 minutes. Empty below a minute. */
export function timeParts(ms: number): { unit: TimeUnit; count: number }[] {
  const counts: { unit: TimeUnit; count: number }[] = []
  let left = ms
  for (const [unit, length] of lengths) {
    counts.push({ unit, count: Math.floor(left / length) })
    left %= length
  }
  const first = counts.findIndex(({ count }) => count > 0)
  return first < 0 ? [] : counts.slice(first, first + 2).filter(({ count }) => count > 0)
}
