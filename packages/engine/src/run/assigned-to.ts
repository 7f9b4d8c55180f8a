import type { CreateTask, State } from '../door.ts'
import type { Process } from '../model.ts'
import { Incident } from './incident.ts'
import { instanceOf } from './instance.ts'
import { signerTask, taskOf } from './place-task.ts'
import { Run, keyOf, publicId } from './run.ts'
import { openSigner } from './signing.ts'

/** Before whom a task is put. */
export type AssignedTo = Pick<
  CreateTask,
  'assignee' | 'candidateGroups' | 'candidateUsers' | 'toAdministrator' | 'asksHolders'
>

/** Before whom an open task would be put now: for a caller whose people have changed. Undefined where that cannot be worked out. */
export function assignedTo(
  process: Process,
  state: State,
  taskId: string,
  at: string,
): AssignedTo | undefined {
  const run = new Run(process, instanceOf(process, state), at)
  const node = run.find(keyOf(taskId))
  if (node?.kind !== 'task') return undefined
  const element = run.element(node.at)
  const signer = openSigner(node, taskId)
  try {
    if (node.round) return signer && signerTask(run, element, node, node.round, signer)
    return publicId(node) === taskId ? taskOf(run, element, node) : undefined
  } catch (cause) {
    if (cause instanceof Incident) return undefined
    throw cause
  }
}
