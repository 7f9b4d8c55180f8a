import { dateAndTime, date } from 'feelin'

/**
 * feelin's own `now()` and `today()` read the system clock; these two take their place so that a replay of the
 * same commands gives the same state.
 */
export const clockFunctions: ReadonlyMap<string, (at: string) => unknown> = new Map([
  ['now', (at: string) => parameterless(() => dateAndTime(at))],
  ['today', (at: string) => parameterless(() => date(at.slice(0, 10)))],
])

/** feelin reads the parameter list of a plain function from `$args`. */
function parameterless(value: () => unknown): unknown {
  return Object.assign(value, { $args: [] })
}
