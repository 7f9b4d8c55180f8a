import { CommandError } from '../errors.ts'
import type { Node, Signer } from '../state.ts'
import { keyOf, publicId } from './run.ts'
import type { Run } from './run.ts'
import { openSigner } from './signing.ts'

/** An open task: the step and, where it has several places, the signer. */
export interface OpenPlace {
  node: Node
  signer: Signer | undefined
}

/** The task that the caller means. Throws `UNKNOWN_TASK` unless it is open. */
export function openPlace(run: Run, taskId: string): OpenPlace {
  const found = findPlace(run, taskId)
  if (!found) {
    throw new CommandError('UNKNOWN_TASK', `${String(taskId)} does not wait for this`, {
      taskId: String(taskId),
    })
  }
  return found
}

export function findPlace(run: Run, taskId: string): OpenPlace | undefined {
  const node = typeof taskId === 'string' ? run.find(keyOf(taskId)) : undefined
  if (node?.kind !== 'task' || node.failed) return undefined
  if (!node.round) return publicId(node) === taskId ? { node, signer: undefined } : undefined
  const signer = openSigner(node, taskId)
  return signer && { node, signer }
}
