import type { State, Variables } from '../door.ts'
import type { Process } from '../model.ts'
import { instanceOf } from '../run/instance.ts'
import { Run } from '../run/run.ts'
import { visible } from '../run/variables.ts'
import { standingOf } from './standing.ts'

/** What an open task sees, as its `createTask` said, with what has changed since; undefined where it is not open. */
export function taskVariables(
  process: Process,
  state: State,
  taskId: string,
  at: string,
): Variables | undefined {
  const run = new Run(process, instanceOf(process, state), at)
  const standing = standingOf(run, taskId)
  return standing && visible(run, standing.node.key)
}
