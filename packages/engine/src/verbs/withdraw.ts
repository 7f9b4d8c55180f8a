import { cancelInside } from '../run/cancel.ts'
import { beginAgain } from '../run/rewind.ts'
import type { Run } from '../run/run.ts'
import { armEventSubProcesses } from '../run/scope.ts'
import { beginning } from '../run/trail.ts'
import type { Refusal } from './refusals.ts'
import { starterStep } from './starter-step.ts'

/** Whether the starter may withdraw the instance now, as far as its state says. */
export function withdrawRefusal(run: Run): Refusal | undefined {
  const step = starterStep(run)
  if (!step) return 'STARTER_HAS_NO_STEP'
  const { withdraw } = run.process.approval
  if (withdraw === 'never') return 'WITHDRAW_NEVER'
  const { calledFrom } = run.variables
  if (calledFrom !== undefined && calledFrom !== null) return 'CALLED_INSTANCE'
  const tokens = run.nodes.filter((node) => node.in >= 0 && node.host === undefined)
  if (tokens.every((node) => node.at === step.id) && !run.get(0).joins) return 'ALREADY_WITH_STARTER'
  if (run.nodes.some((node) => node.kind === 'undo')) return 'COMPENSATION_RUNNING'
  const isDecided =
    run.trail?.some((visit) => visit.via === undefined && visit.at !== step.id) ||
    run.nodes.some((node) => node.round?.signers.some((signer) => signer.state === 'done'))
  return withdraw === 'untilDecided' && isDecided ? 'WITHDRAW_TOO_LATE' : undefined
}

/** Everything that is open is withdrawn, and the starter has it again; the values that were filled in stay. */
export function withdraw(run: Run): string[] {
  const step = starterStep(run)
  if (!step) return []
  cancelInside(run, 0)
  run.trail = undefined
  const { cut: _, ...root } = run.get(0)
  run.replace(0, { ...root, live: 1 })
  run.from = beginning
  armEventSubProcesses(run, run.process.root, run.get(0))
  const by = run.by === undefined ? {} : { by: run.by }
  const visit = { key: beginning, at: step.id, in: 0, from: [beginning] }
  beginAgain(run, visit, { from: step.id, then: 'again', ...by })
  return [step.id]
}
