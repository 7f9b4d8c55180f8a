import type { Behavior } from '../run/behavior.ts'
import { localVariables } from '../run/activity.ts'
import { armEventSubProcesses, startTokens } from '../run/scope.ts'
import { entered } from '../run/tokens.ts'

/** Entered when its start event is triggered; its token counts in the scope around it. */
export const eventSubProcess: Behavior = {
  enter(run, element, work) {
    const { body } = element
    if (!body) return
    entered(run, element, work)
    const vars = localVariables(run, element, work)
    const node = run.add({
      kind: 'scope',
      at: element.id,
      in: work.in,
      ...(vars === undefined ? {} : { vars }),
    })
    armEventSubProcesses(run, body, node)
    startTokens(run, body, node, work.variables)
  },
}
