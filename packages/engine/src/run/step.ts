import { startCall } from '../elements/call-activity.ts'
import { behaviors } from '../elements/index.ts'
import { startJob } from '../elements/job-task.ts'
import type { Node, Work } from '../state.ts'
import { finishActivity } from './activity.ts'
import { nextUndo } from './compensation.ts'
import { Incident } from './incident.ts'
import { nextRound } from './loop.ts'
import { publicId } from './run.ts'
import type { Run } from './run.ts'
import { finishScope } from './scope.ts'
import { settle } from './settle.ts'
import { decide } from './signing.ts'
import { entered, takeUncontrolled } from './tokens.ts'

/** A drawing that runs in a circle without waiting is stopped by an incident, with its tokens kept. */
const maxSteps = 100_000

/** Moves tokens until all of them wait. */
export function drain(run: Run): void {
  let steps = 0
  let isLast = false
  while (run.status === 'running') {
    const work = run.queue.pop()
    if (!work) {
      if (isLast || !settle(run)) return
      // settling looks at every node, so it counts for more the more there are; past the limit what it moves
      // becomes an incident, and the rest is settled when that is retried
      steps += run.nodes.length >> 5
      isLast = steps >= maxSteps
      continue
    }
    // its scope or activity may have been interrupted since
    if (!run.find('key' in work ? work.key : work.in)) continue
    const mark = run.mark()
    run.from = work.from ?? 0
    try {
      if (++steps > maxSteps) throw new Incident('TOO_MANY_STEPS', 'a circle without anything to wait for')
      step(run, work)
    } catch (cause) {
      if (!(cause instanceof Incident)) throw cause
      run.undoTo(mark)
      raise(run, work, cause)
    }
  }
}

function step(run: Run, work: Work): void {
  switch (work.do) {
    case 'flow': {
      const flow = run.process.flows.get(work.flow)
      if (!flow) return
      run.emit({ type: 'flowTaken', elementId: flow.id })
      run.push({ do: 'enter', at: flow.target.id, in: work.in, via: flow.id })
      return
    }
    case 'enter': {
      const element = run.element(work.at)
      behaviors[element.type].enter(run, element, work)
      return
    }
    case 'exit': {
      const element = run.element(work.at)
      const { exit } = behaviors[element.type]
      if (exit) exit(run, element, work.in)
      else takeUncontrolled(run, element, work.in)
      return
    }
    case 'finish': {
      const node = heldBy(run, work.key)
      if (node.kind === 'scope') finishScope(run, node)
      else finishActivity(run, run.element(node.at), node, work.variables)
      return
    }
    case 'sign':
      decide(run, heldBy(run, work.key), work)
      return
    case 'begin': {
      const node = heldBy(run, work.key)
      const begin = node.kind === 'call' ? startCall : startJob
      begin(run, run.element(node.at), node)
      return
    }
    case 'round': {
      const node = heldBy(run, work.key)
      if (node.kind === 'undo') nextUndo(run, node)
      else nextRound(run, run.element(node.at), node, work.vars)
    }
  }
}

/** The node, whose token is moved from now on. */
function heldBy(run: Run, key: number): Node {
  const node = run.get(key)
  run.from = node.from ?? 0
  return node
}

/** Keeps the token where it stands, with the step that failed, until somebody retries it. */
function raise(run: Run, work: Work, incident: Incident): void {
  const node =
    'key' in work
      ? run.patch(work.key, { failed: work })
      : run.add({
          kind: 'incident',
          at: work.do === 'flow' ? (run.process.flows.get(work.flow)?.target.id ?? '') : work.at,
          in: work.in,
          failed: work.do === 'enter' ? { ...work, again: true } : work,
          ...(work.do === 'enter' && work.loopCounter !== undefined ? { loopCounter: work.loopCounter } : {}),
        })
  if (work.do === 'enter') entered(run, run.element(work.at), work)
  run.emit({
    type: 'incidentRaised',
    elementId: node.at,
    code: incident.code,
    message: incident.message,
    incidentId: publicId(node),
  })
}
