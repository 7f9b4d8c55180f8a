import type { Clock, Node } from '../state.ts'
import { startClock } from './clocks.ts'
import { signerTaskId } from './place-task.ts'
import { roundOf } from './round.ts'
import { publicId } from './run.ts'
import type { Run } from './run.ts'
import { sign, withdrawTask } from './signing.ts'

/** A clock has rung: its task is reminded of, or its time is over. While the step is stopped by an incident it waits. */
export function clockRang(run: Run, node: Node, clock: Clock): void {
  const host = run.get(node.host ?? -1)
  if (host.failed) {
    const { wait: _, ...silent } = node
    run.replace(node.key, silent)
    return
  }
  run.remove(node.key)
  if (clock.reminder === undefined) timeIsUp(run, host, clock)
  else remind(run, host, clock, clock.reminder)
}

/** The step goes on after an incident: what rang meanwhile rings now. */
export function ringAgain(run: Run, host: number): void {
  for (const { key, wait, clock } of run.nodes.slice()) {
    if (!clock || wait || run.find(key)?.host !== host) continue
    const node = run.patch(key, { wait: { for: 'timer', due: run.at } })
    run.effect({ type: 'scheduleTimer', timerId: publicId(node), elementId: node.at, due: run.at })
  }
}

function remind(run: Run, host: Node, clock: Clock, number: number): void {
  const { reminders: of = 1 } = run.element(host.at).canmou
  run.effect({ type: 'remindTask', taskId: taskIdOf(host, clock), elementId: host.at, number, of })
  if (number < of) startClock(run, host, { ...clock, reminder: number + 1 })
}

function timeIsUp(run: Run, host: Node, clock: Clock): void {
  const { onLimit: then = 'nothing' } = run.element(host.at).canmou
  const taskId = taskIdOf(host, clock)
  const elementId = host.at
  run.emit({ type: 'limitReached', elementId, taskId, then })
  if (then === 'escalate')
    run.effect({ type: 'escalateTask', taskId, elementId, ...(clock.to ? { to: clock.to } : {}) })
  else if (then !== 'nothing') decideFor(run, host, clock, then === 'pass' ? 'approve' : 'reject')
}

/** The rule decides as the one whose time is over would have: his place counts as it always does. */
function decideFor(run: Run, host: Node, clock: Clock, decision: 'approve' | 'reject'): void {
  const round = roundOf(host)
  const signer = round.signers.find(({ id }) => id === clock.place)
  if (!signer) return
  withdrawTask(run, taskIdOf(host, clock))
  sign(run, run.patch(host.key, { round }), signer, { decision }, 'timeLimit')
}

/** Whose clock it is. */
export function taskIdOf(host: Node, { place }: Clock): string {
  const signer = host.round?.signers.find(({ id }) => id === place)
  return signer ? signerTaskId(host, signer) : publicId(host)
}
