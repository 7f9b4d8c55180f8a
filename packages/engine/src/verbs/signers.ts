import type { Variables, VerbCommand, Who } from '../door.ts'
import { signerTaskId } from '../run/place-task.ts'
import { isAdvice, membersOf, roundOf } from '../run/round.ts'
import { publicId } from '../run/run.ts'
import type { Run } from '../run/run.ts'
import { settleRound, sign, withdrawTask } from '../run/signing.ts'
import type { Group, Node, Round, Signer } from '../state.ts'
import type { Refusal } from './refusals.ts'
import type { Standing } from './standing.ts'

type AddSigner = Extract<VerbCommand, { type: 'addSigner' }>

/** Whether people can be given a place at the step. */
export function namingRefusal({ node }: Standing, people: readonly Who[]): Refusal | undefined {
  const isNamed =
    people.length > 0 && people.every((who) => who.user !== undefined || who.position !== undefined)
  if (!isNamed) return 'NOBODY_NAMED'
  const users = people.flatMap((who) => who.user ?? [])
  const { round } = node
  const present = round?.signers.flatMap((one) => (isHere(round, one) ? (one.user ?? []) : [])) ?? []
  const isTwice = users.some((user, index) => present.includes(user) || users.indexOf(user) !== index)
  return isTwice ? 'ALREADY_HERE' : undefined
}

/** Whoever has given his advice has decided nothing: he may be given a place of his own, or be asked once more. */
const isHere = (round: Round, signer: Signer): boolean =>
  signer.state !== 'left' && !(signer.state === 'done' && isAdvice(round, signer))

/** The round of the step and the signer's place in it; a step with one place becomes a round of one. */
function placeIn({ node, signer }: Standing): { round: Round; signer: Signer } {
  const round = roundOf(node)
  return { round, signer: signer ?? (round.signers[0] as Signer) }
}

/** Somebody else takes the place, with its position in the order and its weight. */
export function passOn(run: Run, standing: Standing, to: Who, how: 'transfer' | 'handOver' | 'policy'): void {
  const { round, signer } = placeIn(standing)
  settleRound(run, standing.element, standing.node, replaced(run, standing.node, round, signer, to, how))
}

function replaced(
  run: Run,
  node: Node,
  round: Round,
  signer: Signer,
  to: Who,
  how: Signer['how'] & string,
): Round {
  if (signer.state === 'open' && node.kind === 'task') withdrawTask(run, signerTaskId(node, signer))
  const { user, position } = to
  const weight = to.weight ?? signer.weight
  const taking: Signer = {
    id: round.next,
    group: signer.group,
    ...(user === undefined ? {} : { user }),
    ...(position === undefined ? {} : { position }),
    ...(weight === undefined ? {} : { weight }),
    state: 'waiting',
    ...(run.by === undefined ? {} : { addedBy: run.by }),
    how,
    instead: signer.id,
  }
  // groups added to the place stay with it
  const groups = round.groups.map((group) =>
    group.host === signer.id ? { ...group, host: taking.id } : group,
  )
  const signers = round.signers.flatMap((one) =>
    one.id === signer.id ? [{ ...one, state: 'left' as const }, taking] : [one],
  )
  return { ...round, groups, signers, next: round.next + 1 }
}

/** It is put before those who look after processes. */
export function toAdministrator(run: Run, standing: Standing): void {
  const { round, signer } = placeIn(standing)
  const next = replaced(run, standing.node, round, signer, {}, 'policy')
  const signers = next.signers.map((one) =>
    one.instead === signer.id ? { ...one, administrator: true as const } : one,
  )
  settleRound(run, standing.element, standing.node, { ...next, signers })
}

/** The other one is asked first, and what he says counts for nothing until the holder decides. */
export function delegate(run: Run, standing: Standing, to: Who): void {
  addGroup(run, standing, [to], 'advice', 'all', 'delegate')
}

export function addSigners(run: Run, standing: Standing, command: AddSigner): void {
  const { place, mode = 'all', signers, variables } = command
  if (place === 'parallel') joinRound(run, standing, signers, command.mode)
  else if (place === 'before') addGroup(run, standing, signers, 'before', mode, 'before')
  else approveThenAsk(run, standing, signers, mode, variables)
}

function added(
  run: Run,
  round: Round,
  people: readonly Who[],
  group: number,
  how: Signer['how'] & string,
): Signer[] {
  return people.map(({ user, position, weight }, index) => ({
    id: round.next + index,
    group,
    ...(user === undefined ? {} : { user }),
    ...(position === undefined ? {} : { position }),
    ...(weight === undefined ? {} : { weight }),
    state: 'waiting' as const,
    ...(run.by === undefined ? {} : { addedBy: run.by }),
    how,
  }))
}

function withGroup(
  run: Run,
  { round, signer }: { round: Round; signer: Signer },
  people: readonly Who[],
  group: Omit<Group, 'id' | 'refusal' | 'host'>,
  how: Signer['how'] & string,
): Round {
  const id = Math.max(...round.groups.map((one) => one.id)) + 1
  const signers = [...round.signers, ...added(run, round, people, id, how)]
  return {
    ...round,
    groups: [...round.groups, { id, refusal: 'ends', host: signer.id, ...group }],
    signers,
    next: round.next + people.length,
  }
}

function addGroup(
  run: Run,
  standing: Standing,
  people: readonly Who[],
  place: 'before' | 'advice',
  mode: Group['mode'],
  how: 'before' | 'delegate',
): void {
  const round = withGroup(run, placeIn(standing), people, { mode, place }, how)
  settleRound(run, standing.element, standing.node, round)
}

/** Adding somebody after oneself is an approval: his place is done, and the added ones are asked next. */
function approveThenAsk(
  run: Run,
  standing: Standing,
  people: readonly Who[],
  mode: Group['mode'],
  variables: Variables = {},
): void {
  const place = placeIn(standing)
  const round = withGroup(run, place, people, { mode, place: 'after' }, 'after')
  const node = run.patch(standing.node.key, { round })
  sign(run, node, place.signer, { ...variables, decision: 'approve' })
}

/** They sign beside the others; a step of one place takes the mode that is asked for. */
function joinRound(
  run: Run,
  standing: Standing,
  people: readonly Who[],
  mode?: 'any' | 'all' | 'inOrder',
): void {
  const { round, signer } = placeIn(standing)
  const top = round.groups.find((group) => group.id === signer.group)
  const isAlone = top && !standing.element.canmou.mode && membersOf(round, top).length === 1
  const groups =
    isAlone && mode ? round.groups.map((one) => (one === top ? { ...one, mode } : one)) : round.groups
  const signers = [...round.signers, ...added(run, round, people, signer.group, 'parallel')]
  settleRound(run, standing.element, standing.node, {
    ...round,
    groups,
    signers,
    next: round.next + people.length,
  })
}

/** Whether the signer can be removed from the step of this task. */
export function removeRefusal(
  standing: Standing,
  id: number | undefined,
  isAdministrator: boolean,
): Refusal | undefined {
  const { round } = standing.node
  if (!round) return 'NO_SEVERAL_SIGNERS'
  const open = round.signers.filter((one) => one.state === 'open' || one.state === 'waiting')
  const removable = open.filter((one) => canRemove(round, one, isAdministrator) === undefined)
  if (id === undefined)
    return removable.length > 0 ? undefined : open.length > 1 ? 'NOT_ADDED' : 'NO_SEVERAL_SIGNERS'
  const signer = open.find((one) => one.id === id)
  return signer ? canRemove(round, signer, isAdministrator) : 'NO_SUCH_SIGNER'
}

const addedWays: ReadonlySet<string> = new Set(['before', 'after', 'parallel', 'delegate'])

function canRemove(round: Round, signer: Signer, isAdministrator: boolean): Refusal | undefined {
  if (!isAdministrator && !addedWays.has(signer.how ?? '')) return 'NOT_ADDED'
  const group = round.groups.find((one) => one.id === signer.group)
  const isLast = group?.host === undefined && group && membersOf(round, group).length === 1
  return isLast ? 'LAST_SIGNER' : undefined
}

export function removeSigner(run: Run, standing: Standing, id: number): void {
  const { node, element } = standing
  const { round } = node
  const signer = round?.signers.find((one) => one.id === id)
  if (!round || !signer) return
  if (signer.state === 'open') withdrawTask(run, signerTaskId(node, signer))
  // whoever he had added goes with him
  const gone = new Set([id])
  for (const one of round.signers) {
    const host = round.groups.find((group) => group.id === one.group)?.host
    if (host === undefined || !gone.has(host)) continue
    gone.add(one.id)
    if (one.state === 'open') withdrawTask(run, signerTaskId(node, one))
  }
  const signers = round.signers.map((one) =>
    gone.has(one.id) ? { ...one, state: 'left' as const, removed: true as const } : one,
  )
  settleRound(run, element, node, { ...round, signers })
}

/** The places that are before a person in this instance: those that name him, and the tasks that the caller names. */
export function placesOf(
  run: Run,
  user: string,
  taskIds: readonly string[] = [],
): { node: Node; signer?: Signer }[] {
  return run.nodes.flatMap((node) => {
    if (node.kind !== 'task' && node.kind !== 'away') return []
    if (!node.round) return node.kind === 'task' && taskIds.includes(publicId(node)) ? [{ node }] : []
    return node.round.signers.flatMap((signer) => {
      const isHis = signer.user === user || taskIds.includes(signerTaskId(node, signer))
      return isHis && (signer.state === 'open' || signer.state === 'waiting') ? [{ node, signer }] : []
    })
  })
}

export function handOver(run: Run, from: string, to: Who, taskIds?: readonly string[]): string[] {
  const places = placesOf(run, from, taskIds)
  for (const { node, signer } of places) {
    const now = run.get(node.key)
    const round = roundOf(now)
    const place = signer ?? (round.signers[0] as Signer)
    const next = replaced(run, now, round, place, to, 'handOver')
    if (now.kind === 'away') run.patch(now.key, { round: next })
    else settleRound(run, run.element(now.at), now, next)
  }
  return places.map(({ node }) => node.at)
}
