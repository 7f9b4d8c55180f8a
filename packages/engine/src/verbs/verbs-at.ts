import type { Actor, State } from '../door.ts'
import type { Element, Process } from '../model.ts'
import { instanceOf } from '../run/instance.ts'
import { Incident } from '../run/incident.ts'
import { signerTaskId } from '../run/place-task.ts'
import { Run } from '../run/run.ts'
import type { Mode, Node, Signer } from '../state.ts'
import type { VerbEffect } from './effects.ts'
import { effectAt, refusalAt, roleRefusal } from './guard.ts'
import { planJump } from './jump.ts'
import { matrix } from './matrix.ts'
import { needsOf } from './needs.ts'
import type { Needs } from './needs.ts'
import { isRefusal } from './refusals.ts'
import type { Refusal } from './refusals.ts'
import { earlierSteps, planReturn } from './return-to.ts'
import { removeRefusal } from './signers.ts'
import { standingOf } from './standing.ts'
import type { Standing } from './standing.ts'
import { planTakeBack } from './take-back.ts'
import { verbs } from './verbs.ts'
import type { Verb } from './verbs.ts'
import { withdrawRefusal } from './withdraw.ts'

/** Whether a verb is possible at a task, and what has to come with it. */
export interface VerbAnswer {
  verb: Verb
  allowed: boolean
  /** What it does (`verbEffects`), where it is possible. */
  effect?: VerbEffect
  /** Why not (`refusals`). */
  reason?: Refusal
  /**
   * Returns: where it goes (to the step before or the starter) or can go (the nearest first), and whether it can come
   * straight back from there. Jumps: where the token can be put.
   */
  targets?: { elementId: string; name: string; direct: boolean }[]
  /** Removal: the numbers of those who can be removed. */
  signers?: number[]
  needs: Needs
}

export interface Asker {
  by?: Actor
  /** The time of asking; some lists of people depend on it. */
  at?: string
}

/**
 * Every verb with its answer for one person at one task, from the table and the checks by which `advance` guards: what
 * is allowed here is not refused there. `taskId` may be a task that is done (it can be taken back) or waits for
 * somebody whom its holder has added.
 */
export function verbsAt(process: Process, state: State, taskId: string, asker: Asker = {}): VerbAnswer[] {
  const { by, at = '1970-01-01T00:00:00Z' } = asker
  const run = new Run(process, instanceOf(process, state), at)
  const standing = state.status === 'running' ? standingOf(run, taskId, by) : undefined
  return verbs.map((verb) => answer(run, verb, taskId, standing, by))
}

function answer(
  run: Run,
  verb: Verb,
  taskId: string,
  standing: Standing | undefined,
  by: Actor | undefined,
): VerbAnswer {
  const needs = needsOf(verb, standing?.element.canmou)
  const reason =
    run.status === 'running' ? refusalOf(run, verb, taskId, standing, by) : endedRefusal(verb, by)
  if (reason) return { verb, allowed: false, reason, needs }
  const effect = standing ? effectAt(verb, standing) : undefined
  return {
    verb,
    allowed: true,
    ...(effect ? { effect } : {}),
    ...choices(run, verb, taskId, standing, by),
    needs,
  }
}

/** What has ended can still be read and talked about. */
const endedRefusal = (verb: Verb, by: Actor | undefined): Refusal | undefined =>
  verb === 'copy' || verb === 'comment' ? roleRefusal(verb, by) : 'INSTANCE_ENDED'

function refusalOf(
  run: Run,
  verb: Verb,
  taskId: string,
  standing: Standing | undefined,
  by: Actor | undefined,
): Refusal | undefined {
  if (verb === 'takeBack') return unlessPlanned(() => planTakeBack(run, taskId, by))
  if (verb === 'withdraw') return roleRefusal(verb, by) ?? withdrawRefusal(run)
  if (
    verb === 'terminate' ||
    verb === 'handOver' ||
    verb === 'urge' ||
    verb === 'copy' ||
    verb === 'comment'
  ) {
    return standing ? refusalAt(verb, standing, by) : (roleRefusal(verb, by) ?? calledRefusal(run, verb))
  }
  if (!standing) return roleRefusal(verb, by) ?? 'NO_SUCH_TASK'
  const refusal = refusalAt(verb, standing, by)
  if (refusal) return refusal
  switch (verb) {
    case 'returnToPrevious':
      return unlessPlanned(() => planReturn(run, standing, 'previous'))
    case 'returnToStarter':
      return unlessPlanned(() => planReturn(run, standing, 'starter'))
    case 'returnToStep':
      return targetsOf(run, standing).length > 0 ? undefined : 'NOTHING_EARLIER'
    case 'removeSigner':
      return removeRefusal(standing, undefined, isAdministrator(by))
    default:
      return undefined
  }
}

/** In words of `planX`: a plan means that it is possible. */
function unlessPlanned(plan: () => object | Refusal): Refusal | undefined {
  try {
    const made = plan()
    return isRefusal(made) ? made : undefined
  } catch (cause) {
    if (cause instanceof Incident) return 'CANNOT_WORK_OUT'
    throw cause
  }
}

function calledRefusal(run: Run, verb: Verb): Refusal | undefined {
  const { calledFrom } = run.variables
  const [cell] = matrix[verb].calledProcess
  return calledFrom !== undefined && calledFrom !== null && isRefusal(cell) ? cell : undefined
}

const isAdministrator = (by: Actor | undefined) => by?.roles?.includes('administrator') ?? false

function choices(
  run: Run,
  verb: Verb,
  taskId: string,
  standing: Standing | undefined,
  by: Actor | undefined,
): Pick<VerbAnswer, 'targets' | 'signers'> {
  if (!standing) return {}
  if (verb === 'returnToStep') return { targets: targetsOf(run, standing) }
  if (verb === 'returnToPrevious') return { targets: goalsOf(run, standing, 'previous') }
  if (verb === 'returnToStarter') return { targets: goalsOf(run, standing, 'starter') }
  if (verb === 'jump') return { targets: jumpTargets(run, taskId) }
  if (verb !== 'removeSigner') return {}
  const all = standing.node.round?.signers ?? []
  return {
    signers: all.flatMap(({ id }) => (removeRefusal(standing, id, isAdministrator(by)) ? [] : [id])),
  }
}

/** The steps that a return goes to of itself. */
function goalsOf(run: Run, standing: Standing, to: 'previous' | 'starter'): VerbAnswer['targets'] & object {
  const plan = planReturn(run, standing, to)
  if (isRefusal(plan)) return []
  const isFixed = standing.element.canmou.afterReturn === 'again'
  const direct = !isFixed && !isRefusal(planReturn(run, standing, to, 'direct'))
  return plan.plan.targets.map(({ at }) => ({ elementId: at, name: run.element(at).name, direct }))
}

/** The steps that people do, and the ends, where a jump would be carried out. */
function jumpTargets(run: Run, taskId: string): VerbAnswer['targets'] & object {
  // The end of a reminder is no end of the process.
  const drawn = new Set(run.process.root.startEvents)
  for (const { outgoing, body } of drawn) {
    for (const { target } of outgoing) drawn.add(target)
    for (const start of body?.starts ?? []) drawn.add(start)
  }
  return [...run.process.elements.values()]
    .filter((one) => isHuman(one) || (one.type === 'endEvent' && drawn.has(one)))
    .filter(({ id }) => !isRefusal(planJump(run, taskId, id)))
    .map(({ id, name }) => ({ elementId: id, name, direct: false }))
}

const isHuman = ({ type }: Element) => type === 'userTask' || type === 'manualTask'

function targetsOf(run: Run, standing: Standing): VerbAnswer['targets'] & object {
  return earlierSteps(run, standing.node).flatMap(({ at }) => {
    const plan = planReturn(run, standing, { elementId: at })
    if (isRefusal(plan)) return []
    const isFixed = standing.element.canmou.afterReturn === 'again'
    const direct = !isFixed && !isRefusal(planReturn(run, standing, { elementId: at }, 'direct'))
    return [{ elementId: at, name: run.element(at).name, direct }]
  })
}

/** A human step that is open, and who stands where in it. */
export interface OpenStep {
  elementId: string
  /** Its token is away for a correction and comes straight back. */
  isAway: boolean
  taskIds: string[]
  loopCounter?: number
  mode?: Mode
  round?: number
  signers: (Signer & { taskId?: string })[]
}

/** Every human step of the instance that is open, with its places. */
export function openSteps(process: Process, state: State): OpenStep[] {
  if (state.status !== 'running') return []
  const { nodes } = instanceOf(process, state)
  return nodes.filter((node) => node.kind === 'task' || node.kind === 'away').map(openStep)
}

/** The place of an open task among those who sign its step; undefined where it has no place of its own. */
export function signerAt(process: Process, state: State, taskId: string): Signer | undefined {
  for (const node of instanceOf(process, state).nodes) {
    if (node.kind !== 'task' || !node.round) continue
    const signer = node.round.signers.find(
      (one) => one.state === 'open' && signerTaskId(node, one) === taskId,
    )
    if (signer) return signer
  }
  return undefined
}

function openStep(node: Node): OpenStep {
  const { round, loopCounter } = node
  const isAway = node.kind === 'away'
  const isAsked = (signer: Signer) => !isAway && signer.state === 'open'
  const signers = (round?.signers ?? []).map((signer) =>
    isAsked(signer) ? { ...signer, taskId: signerTaskId(node, signer) } : signer,
  )
  const own = round || isAway ? [] : [`${node.at}#${node.key}`]
  const mode = round?.groups[0]?.mode
  return {
    elementId: node.at,
    isAway,
    taskIds: [...own, ...signers.flatMap((signer) => ('taskId' in signer ? [signer.taskId] : []))],
    signers,
    ...(loopCounter === undefined ? {} : { loopCounter }),
    ...(mode && round ? { mode, round: round.round } : {}),
  }
}
