import type { Variables } from '../door.ts'
import type { Json } from '../door.ts'
import type { Behavior } from '../run/behavior.ts'
import { activity } from '../run/activity.ts'
import { evaluateJson } from '../run/variables.ts'
import { jobTask } from './job-task.ts'

const feelScript = activity({
  kind: 'job',
  isInstant: () => true,
  begin(run, element, node) {
    const { script } = element
    if (!script) return
    const result = evaluateJson(run, script.expression, node.key)
    run.push({ do: 'finish', key: node.key, variables: resultOf(script.resultVariable, result) })
  },
})

/** A FEEL script runs inside the engine; a script in another language is a worker's job. */
export const scriptTask: Behavior = {
  enter(run, element, work) {
    const behavior = element.script ? feelScript : jobTask
    behavior.enter(run, element, work)
  },
}

/** Without a result variable the entries of a resulting context become variables. */
function resultOf(name: string | undefined, result: Json): Variables {
  if (name !== undefined) return { [name]: result }
  return typeof result === 'object' && result !== null && !Array.isArray(result) ? result : {}
}
