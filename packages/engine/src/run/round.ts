import type { Group, Node, Round, Signer } from '../state.ts'

export type Outcome = 'approve' | 'reject'

/** What a round has come to: its outcome, or who is asked now. */
export interface Verdict {
  outcome: Outcome | undefined
  asked: ReadonlySet<number>
}

type Result = Outcome | 'pending'

/**
 * Judges a round by its decisions alone, so that it does not matter in which order they came or were taken back. A
 * signer who has been added to another one is a group of his own: before (heard first), after (heard once the other has
 * approved), or for advice (counts for nothing).
 */
export function judge(round: Round): Verdict {
  const [top] = round.groups
  const asked = new Set<number>()
  const result = top ? judgeGroup(round, top, asked) : 'approve'
  return result === 'pending' ? { outcome: undefined, asked } : { outcome: result, asked: new Set() }
}

/** The signers of a group who are still part of it, in the order of asking. */
export function membersOf(round: Round, group: Group): Signer[] {
  return round.signers.filter((signer) => signer.group === group.id && signer.state !== 'left')
}

function judgeGroup(round: Round, group: Group, asked: Set<number>): Result {
  const members = membersOf(round, group)
  const inner = new Set<number>()
  const result =
    group.mode === 'inOrder' ? inOrder(round, group, members, inner) : atOnce(round, group, members, inner)
  if (result === 'pending') for (const id of inner) asked.add(id)
  return group.place === 'advice' && result === 'reject' ? 'approve' : result
}

function inOrder(round: Round, group: Group, members: Signer[], asked: Set<number>): Result {
  let result: Outcome = 'approve'
  for (const signer of members) {
    const one = judgeSigner(round, signer, asked)
    if (one === 'pending') return 'pending'
    if (one === 'approve') continue
    if (group.refusal === 'ends') return 'reject'
    result = 'reject'
  }
  return result
}

function atOnce(round: Round, group: Group, members: Signer[], asked: Set<number>): Result {
  const results = members.map((signer) => judgeSigner(round, signer, asked))
  if (group.mode === 'vote') return vote(group, members, results)
  const isPending = results.includes('pending')
  const isRefused = results.includes('reject')
  if (group.mode === 'any') {
    if (results.includes('approve') || results.length === 0) return 'approve'
    if (isRefused && group.refusal === 'ends') return 'reject'
    return isPending ? 'pending' : 'reject'
  }
  if (isRefused && group.refusal === 'ends') return 'reject'
  if (isPending) return 'pending'
  return isRefused ? 'reject' : 'approve'
}

/** Decided as soon as nobody who is still to come can change it; with `waits` everybody is heard all the same. */
function vote(group: Group, members: Signer[], results: Result[]): Result {
  const sum = (wanted?: Result) =>
    members.reduce(
      (total, { weight = 1 }, index) => total + (!wanted || results[index] === wanted ? weight : 0),
      0,
    )
  const { value, of, exceed } = group.threshold ?? { value: 0.5, of: 'share', exceed: true }
  const needed = of === 'share' ? value * sum() : value
  // shares such as a third are no exact numbers
  const reaches = (weight: number) => (exceed ? weight > needed + rounding : weight >= needed - rounding)
  const isPending = results.includes('pending')
  if (isPending && group.refusal === 'waits') return 'pending'
  if (reaches(sum('approve'))) return 'approve'
  if (!isPending) return 'reject'
  return reaches(sum('approve') + sum('pending')) ? 'pending' : 'reject'
}

const rounding = 1e-9

function judgeSigner(round: Round, signer: Signer, asked: Set<number>): Result {
  for (const group of groupsOf(round, signer)) {
    if (group.place === 'after') continue
    const heard = judgeGroup(round, group, asked)
    if (heard !== 'approve') return heard
  }
  if (signer.state !== 'done') {
    asked.add(signer.id)
    return 'pending'
  }
  if (signer.decision === 'reject') return 'reject'
  for (const group of groupsOf(round, signer)) {
    if (group.place !== 'after') continue
    const heard = judgeGroup(round, group, asked)
    if (heard !== 'approve') return heard
  }
  return 'approve'
}

export function groupsOf(round: Round, signer: Signer): Group[] {
  return round.groups.filter((group) => group.host === signer.id)
}

/** Whether what the signer says counts for nothing: he was asked for advice, or by somebody who was. */
export function isAdvice(round: Round, signer: Signer): boolean {
  const group = round.groups.find(({ id }) => id === signer.group)
  if (group?.place === 'advice') return true
  const host = round.signers.find(({ id }) => id === group?.host)
  return host !== undefined && isAdvice(round, host)
}

/** A verb needs to know who stands where: the one place that a step has becomes the first of several. */
export function roundOf(node: Node): Round {
  return (
    node.round ?? {
      round: 1,
      groups: [{ id: 0, mode: 'all', refusal: 'ends' }],
      signers: [{ id: 0, group: 0, state: 'open', task: 0 }],
      next: 1,
    }
  )
}
