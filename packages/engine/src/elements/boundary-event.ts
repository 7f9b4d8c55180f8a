import type { Behavior } from '../run/behavior.ts'
import { pass } from '../run/event.ts'

/** The activity has been dealt with where the event was triggered; here its token begins the exception flow. */
export const boundaryEvent: Behavior = {
  enter(run, element, work) {
    pass(run, element, work)
  },
}
