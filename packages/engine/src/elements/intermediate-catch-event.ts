import type { Behavior } from '../run/behavior.ts'
import { pass } from '../run/event.ts'
import { entered } from '../run/tokens.ts'
import { startWaiting, waitOf } from '../run/waiting.ts'

/** Waits for a timer, message, signal or condition; a link's target only passes the token on. */
export const intermediateCatchEvent: Behavior = {
  enter(run, element, work) {
    const wait = waitOf(run, element, work.in)
    if (!wait) {
      pass(run, element, work)
      return
    }
    entered(run, element, work)
    startWaiting(run, wait, { at: element.id, in: work.in })
  },
}
