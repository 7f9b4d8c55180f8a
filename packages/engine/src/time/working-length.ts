import type { WorkingLength } from '../door.ts'

const shape = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?$/

/**
 * Reads a length of working time: `P2D` are two working days, `PT4H` four working hours, `P1DT2H30M` both. Undefined for
 * anything else: a month or a week has no fixed number of working days.
 */
export function readWorkingLength(text: string): WorkingLength | undefined {
  const [, days = 0, hours = 0, minutes = 0] = (shape.exec(text) ?? []).map((part) => Number(part ?? 0))
  const millis = (hours * 60 + minutes) * 60_000
  return days > 0 || millis > 0 ? { days, millis } : undefined
}

/** The same way back. */
export const backwards = ({ days, millis }: WorkingLength): WorkingLength => ({
  days: 0 - days,
  millis: 0 - millis,
})
