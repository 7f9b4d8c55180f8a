import { activity } from '../run/activity.ts'
import { armEventSubProcesses, startTokens } from '../run/scope.ts'

/** A level of its own inside the process; it is done when no token is left in it. */
export const subProcess = activity({
  kind: 'scope',
  begin(run, element, node) {
    const { body } = element
    if (!body) return
    armEventSubProcesses(run, body, node)
    startTokens(run, body, node)
  },
})
