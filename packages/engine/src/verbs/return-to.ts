import type { AfterReturn, VerbCommand } from '../door.ts'
import { cancelNode } from '../run/cancel.ts'
import { beginAgain, planRewind, rewind } from '../run/rewind.ts'
import type { Rewind } from '../run/rewind.ts'
import type { Run } from '../run/run.ts'
import { beginning, pastOf, visitOf } from '../run/trail.ts'
import type { Node, Visit } from '../state.ts'
import { isRefusal } from './refusals.ts'
import type { Refusal } from './refusals.ts'
import type { Standing } from './standing.ts'
import { starterStep } from './starter-step.ts'

export type Target = Extract<VerbCommand, { type: 'returnTo' }>['to']

export interface Return {
  plan: Rewind
  /** The token comes straight back to this step, which stays where it is and waits. */
  isDirect: boolean
}

/** Works out a return, or why it cannot be. Without `then` everything is walked again unless the drawing says otherwise. */
export function planReturn(run: Run, standing: Standing, to: Target, then?: AfterReturn): Return | Refusal {
  const { node, element } = standing
  const fixed = element.canmou.afterReturn
  if (fixed && then && fixed !== then) return 'AFTER_RETURN_IS_FIXED'
  const targets = targetsOf(run, standing, to)
  if (isRefusal(targets)) return targets
  const plan = planRewind(run, targets, node)
  if (isRefusal(plan)) return plan
  const isDirect = (then ?? fixed) === 'direct'
  if (isDirect && targets.length > 1) return 'DIRECT_TO_SEVERAL'
  if (isDirect && plan.reopened.length > 0) return 'DIRECT_INTO_SUB_PROCESS'
  return { plan, isDirect }
}

function targetsOf(run: Run, { node, element }: Standing, to: Target): Visit[] | Refusal {
  if (to === 'starter') return starterVisit(run, node)
  if (to === 'previous') {
    const steps = previousSteps(run, node)
    return steps.length > 0 ? steps : beforeFirst(run, node)
  }
  const allowed = element.canmou.returnSteps
  if (allowed && !allowed.includes(to.elementId)) return 'STEP_NOT_ALLOWED'
  const visit = earlierSteps(run, node).find((one) => one.at === to.elementId)
  return visit ? [visit] : 'STEP_NOT_ON_THE_WAY'
}

/** Before the first step of a drawing that has none for the starter comes the starter. */
function beforeFirst(run: Run, node: Node): Visit[] | Refusal {
  const step = starterStep(run)
  return step?.type === 'startEvent' && node.at !== step.id ? starterVisit(run, node) : 'NOTHING_EARLIER'
}

function starterVisit(run: Run, node: Node): Visit[] | Refusal {
  const step = starterStep(run)
  if (!step) return 'STARTER_HAS_NO_STEP'
  if (node.at === step.id) return 'ALREADY_WITH_STARTER'
  const visit = earlierSteps(run, node).find((one) => one.at === step.id)
  if (visit) return [visit]
  if (step.type !== 'startEvent') return 'NOTHING_EARLIER'
  return [{ key: beginning, at: step.id, in: 0, from: [beginning] }]
}

/** Every other step on the way to this one, the latest first, each once. */
export function earlierSteps(run: Run, { at, from = beginning }: Node): Visit[] {
  const trail = run.trail ?? []
  const past = pastOf(trail, [from])
  const steps = trail
    .filter((visit) => past.has(visit.key) && visit.via === undefined && visit.at !== at)
    .toReversed()
  return steps.filter((visit, index) => steps.findIndex((one) => one.at === visit.at) === index)
}

/** The step before this one; where branches met, the last step of each. */
export function previousSteps(run: Run, { at, from = beginning }: Node): Visit[] {
  const trail = run.trail ?? []
  const last = new Map<number, Visit>()
  const walk = (key: number): void => {
    const visit = visitOf(run, key)
    if (!visit) return
    if (visit.via === undefined && visit.at !== at) last.set(visit.key, visit)
    else if (visit.cut) walk(visit.since ?? beginning)
    else for (const before of visit.from) walk(before)
  }
  walk(from)
  const isBefore = (one: Visit, other: Visit) => one !== other && pastOf(trail, other.from).has(one.key)
  const steps = [...last.values()]
  return steps.filter((one) => !steps.some((other) => isBefore(one, other)))
}

export function carryOutReturn(run: Run, standing: Standing, { plan, isDirect }: Return): string[] {
  const { node } = standing
  const by = run.by === undefined ? {} : { by: run.by }
  const [first] = plan.targets
  if (isDirect && first) sendAway(run, node, first)
  else rewind(run, plan, { from: node.at, then: 'again', ...by })
  return plan.targets.map((visit) => visit.at)
}

/** The step's token leaves for the other step and comes straight back; everything beside it goes on. */
export function sendAway(run: Run, node: Node, to: Visit): void {
  const { key, returned: _, cameBack: __, from = beginning, ...kept } = node
  run.from = from
  const away = run.add({ ...kept, kind: 'away' })
  cancelNode(run, key)
  const by = run.by === undefined ? {} : { by: run.by }
  beginAgain(run, to, { from: node.at, then: 'direct', ...by }, away.key)
}
