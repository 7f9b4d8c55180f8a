import type { Actor, Json } from '../door.ts'
import type { Element, Loop } from '../model.ts'
import { cancelNode } from '../run/cancel.ts'
import { itemsOf } from '../run/loop.ts'
import { planRewind, rewind } from '../run/rewind.ts'
import type { Rewind } from '../run/rewind.ts'
import { judge } from '../run/round.ts'
import { keyOf, publicId } from '../run/run.ts'
import type { Run } from '../run/run.ts'
import { signerTaskId } from '../run/place-task.ts'
import { settleRound } from '../run/signing.ts'
import { armBoundaries } from '../run/waiting.ts'
import type { Answered, Node, Round, Signer, Visit } from '../state.ts'
import { isRefusal } from './refusals.ts'
import type { Refusal } from './refusals.ts'
import { sendAway } from './return-to.ts'

/** A way to take something back that has been found possible: which step it is, and what to do. */
export interface TakeBack {
  elementId: string
  node: Node | undefined
  carryOut: () => void
}

type MultiLoop = Extract<Loop, { type: 'multi' }>

/** What was done with this task, if it can be taken back: nobody may have acted on what followed. */
export function planTakeBack(run: Run, taskId: string, by?: Actor): TakeBack | Refusal {
  const key = keyOf(taskId)
  const node = run.find(key)
  if (node?.kind === 'task' && node.round) return takeBackSigner(run, node, taskId, by)
  const body = run.nodes.find((one) => one.answered?.some((done) => done.key === key))
  if (body) return takeBackInstance(run, body, key, by)
  const back = run.nodes.find((one) => one.cameBack?.key === key)
  if (back?.cameBack && !isActedOn(back)) {
    const { at, in: scope, from, by: who } = back.cameBack
    if (!isSame(who, undefined, by)) return 'NOT_YOURS'
    const visit: Visit = { key, at, in: scope, from: [from] }
    return { elementId: at, node: back, carryOut: () => sendAway(run, back, visit) }
  }
  const visit = run.trail?.find(
    (one) => one.key === key || one.was?.answered?.some((done) => done.key === key),
  )
  return visit ? takeBackVisit(run, visit, taskId, by) : 'NOTHING_TO_TAKE_BACK'
}

function isSame(who: string | undefined, onBehalfOf: string | undefined, by: Actor | undefined): boolean {
  if (who === undefined || by === undefined || by.roles?.includes('administrator')) return true
  return who === by.user || onBehalfOf === by.user
}

/** One place of a round that is still open. */
function takeBackSigner(run: Run, node: Node, taskId: string, by?: Actor): TakeBack | Refusal {
  const { round } = node
  const signer = round?.signers.find((one) => one.state === 'done' && signerTaskId(node, one) === taskId)
  if (!round || !signer || signer.auto) return 'NOTHING_TO_TAKE_BACK'
  if (!isSame(signer.by, signer.onBehalfOf, by)) return 'NOT_YOURS'
  const next = undecided(round, signer)
  if (!next) return 'MOVED_ON'
  const carryOut = () => settleRound(run, run.element(node.at), node, next)
  return { elementId: node.at, node, carryOut }
}

/** The round as if the signer had not decided; undefined when somebody was asked because he had, and has answered. */
function undecided(round: Round, signer: Signer): Round | undefined {
  const { decision: _, opinion: __, at: ___, by: ____, onBehalfOf: _____, ...rest } = signer
  const waiting: Signer = { ...rest, state: 'waiting' }
  const signers = round.signers.map((one) => (one.id === signer.id ? waiting : one))
  const next = { ...round, signers }
  const { asked, outcome } = judge(next)
  if (outcome || !asked.has(signer.id)) return undefined
  // whoever is done and would not yet have been asked has acted on it
  const after = new Set(round.groups.flatMap((group) => (isAfter(round, group.id, signer) ? [group.id] : [])))
  const group = round.groups.find((one) => one.id === signer.group)
  const index = round.signers.findIndex((one) => one.id === signer.id)
  const isDependent = (one: Signer, at: number) =>
    after.has(one.group) || (group?.mode === 'inOrder' && one.group === signer.group && at > index)
  return round.signers.some((one, at) => one.state === 'done' && isDependent(one, at)) ? undefined : next
}

function isAfter(round: Round, groupId: number, signer: Signer): boolean {
  const group = round.groups.find((one) => one.id === groupId)
  if (group?.host === undefined) return false
  if (group.host === signer.id) return group.place === 'after'
  const host = round.signers.find((one) => one.id === group.host)
  return host !== undefined && isAfter(round, host.group, signer)
}

/** A step that is done, or the last decision of a round that it ended. */
function takeBackVisit(run: Run, visit: Visit, taskId: string, by?: Actor): TakeBack | Refusal {
  const plan = planRewind(run, [visit])
  if (isRefusal(plan)) return 'MOVED_ON'
  if (isFollowedUp(run, visit, plan)) return 'MOVED_ON'
  const { was } = visit
  if (was?.answered) return reopenInstances(run, visit, was, plan, keyOf(taskId), by)
  if (!was?.round) {
    if (publicId(visit) !== taskId || visit.passed) return 'NOTHING_TO_TAKE_BACK'
    if (!isSame(visit.by, visit.onBehalfOf, by)) return 'NOT_YOURS'
    return { elementId: visit.at, node: undefined, carryOut: () => rewind(run, plan) }
  }
  const signer = was.round.signers.find((one) => one.state === 'done' && signerTaskId(was, one) === taskId)
  if (!signer || signer.auto) return 'NOTHING_TO_TAKE_BACK'
  if (!isSame(signer.by, signer.onBehalfOf, by)) return 'NOT_YOURS'
  const round = undecided(reopened(was.round), signer)
  if (!round) return 'MOVED_ON'
  const begin = ({ at, in: scope, from }: Visit) =>
    run.push({ do: 'enter', at, in: scope, from: from[0] ?? 0, round })
  return { elementId: visit.at, node: undefined, carryOut: () => rewind(run, plan, undefined, begin) }
}

/** Those whose tasks were withdrawn when the round ended are part of it again; whoever passed his place on is not. */
function reopened(round: Round): Round {
  const replaced = new Set(round.signers.flatMap((signer) => signer.instead ?? []))
  const signers = round.signers.map((signer) =>
    signer.state === 'left' && signer.removed !== true && !replaced.has(signer.id)
      ? { ...signer, state: 'waiting' as const }
      : signer,
  )
  return { ...round, signers }
}

/** Whether somebody has acted on what followed from the step, or it has had effect outside. */
function isFollowedUp(run: Run, visit: Visit, { future }: Rewind): boolean {
  const later = (run.trail ?? []).filter((one) => future.has(one.key))
  if (later.some((one) => one.moved || (one !== visit && one.via === undefined))) return true
  return run.nodes.some(
    (node) => future.has(node.from ?? 0) && (isActedOn(node) || node.kind === 'call' || node.kind === 'undo'),
  )
}

function isActedOn(node: Node): boolean {
  const isDecided = node.round?.signers.some((signer) => signer.state === 'done' && !signer.auto)
  return isDecided === true || (node.multi?.completed ?? 0) > 0 || (node.rounds ?? 0) > 1
}

/** One instance of a multi-instance that still runs. */
function takeBackInstance(run: Run, body: Node, key: number, by?: Actor): TakeBack | Refusal {
  const done = body.answered?.find((one) => one.key === key)
  const element = run.element(body.at)
  const { loop } = element
  const { multi } = body
  if (loop?.type === 'standard') return 'LOOP_TURN_DONE'
  if (!done || done.passed || !multi || loop?.type !== 'multi') return 'NOTHING_TO_TAKE_BACK'
  if (!isSame(done.by, undefined, by)) return 'NOT_YOURS'
  const isLater = (one: { loopCounter?: number }) => (one.loopCounter ?? 0) > done.loopCounter
  if (loop.sequential && body.answered?.some(isLater)) return 'MOVED_ON'
  const open = run.nodes.find((node) => node.in === body.key && node.host === undefined && isLater(node))
  const carryOut = () => {
    if (loop.sequential && open) cancelNode(run, open.key)
    const rest = open ? [itemOf(loop, open), ...(multi.rest ?? [])] : (multi.rest ?? [])
    run.patch(body.key, {
      live: loop.sequential ? 1 : (body.live ?? 0) + 1,
      multi: loop.sequential
        ? { ...multi, completed: multi.completed - 1, last: done.loopCounter, rest }
        : { ...multi, completed: multi.completed - 1 },
      answered: body.answered?.filter((one) => one !== done) ?? [],
      ...emptied(loop, body, done),
    })
    enterInstance(run, body, done)
  }
  return { elementId: body.at, node: body, carryOut }
}

const itemOf = (loop: MultiLoop, instance: Node): Json => instance.vars?.[loop.inputElement ?? ''] ?? null

function emptied(loop: MultiLoop, body: Node, { loopCounter }: Answered): Partial<Node> {
  const list = loop.outputCollection === undefined ? undefined : body.vars?.[loop.outputCollection]
  if (loop.outputCollection === undefined || !Array.isArray(list)) return {}
  return { vars: { ...body.vars, [loop.outputCollection]: list.with(loopCounter - 1, null) } }
}

function enterInstance(run: Run, body: Node, { loopCounter, vars }: Answered): void {
  run.from = body.from ?? 0
  run.push({ do: 'enter', at: body.at, in: body.key, loopCounter, ...(vars ? { vars } : {}) })
}

/** The multi-instance has ended with this one; those that were withdrawn with it are asked again too. */
function reopenInstances(
  run: Run,
  visit: Visit,
  was: Node,
  plan: Rewind,
  key: number,
  by?: Actor,
): TakeBack | Refusal {
  const element: Element = run.element(visit.at)
  const { loop } = element
  const done = was.answered?.find((one) => one.key === key)
  const { multi } = was
  if (loop?.type === 'standard') return 'LOOP_TURN_DONE'
  if (!done || done.passed || !multi || loop?.type !== 'multi') return 'NOTHING_TO_TAKE_BACK'
  if (!isSame(done.by, undefined, by)) return 'NOT_YOURS'
  const isLater = (one: Answered) => one.loopCounter > done.loopCounter
  if (loop.sequential && was.answered?.some(isLater)) return 'MOVED_ON'
  const items = itemsOf(run, loop, { do: 'enter', at: visit.at, in: visit.in })
  if (items.length !== multi.total) return 'MOVED_ON'
  const answered = was.answered?.filter((one) => one !== done) ?? []
  const again: Answered[] = loop.sequential
    ? [done]
    : items.flatMap((item, index) => {
        const loopCounter = index + 1
        if (answered.some((one) => one.loopCounter === loopCounter)) return []
        if (loopCounter === done.loopCounter) return [done]
        return [{ key: 0, loopCounter, vars: instanceVars(loop, item, loopCounter) }]
      })
  const begin = ({ in: scope, from }: Visit) => {
    run.from = from[0] ?? 0
    const { key: _, from: __, worked: ___, ...kept } = was
    const body = run.add({
      ...kept,
      in: scope,
      live: again.length,
      multi: { ...multi, completed: answered.length, ...(loop.sequential ? { last: done.loopCounter } : {}) },
      answered,
      ...(answered.length > 0 ? { worked: true as const } : {}),
      ...emptied(loop, was, done),
    })
    run.emit({ type: 'elementEntered', elementId: body.at })
    armBoundaries(run, element, body)
    for (const one of again.toReversed()) enterInstance(run, body, one)
  }
  return { elementId: visit.at, node: undefined, carryOut: () => rewind(run, plan, undefined, begin) }
}

function instanceVars(loop: MultiLoop, item: Json, loopCounter: number) {
  return {
    loopCounter,
    ...(loop.outputVariable === undefined ? {} : { [loop.outputVariable]: null }),
    ...(loop.inputElement === undefined ? {} : { [loop.inputElement]: item }),
  }
}
