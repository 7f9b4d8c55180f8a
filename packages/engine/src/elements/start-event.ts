import type { Behavior } from '../run/behavior.ts'
import { pass } from '../run/event.ts'

export const startEvent: Behavior = {
  enter(run, element, work) {
    pass(run, element, work)
  },
}
