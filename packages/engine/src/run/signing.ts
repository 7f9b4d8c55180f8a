import type { Auto, Json, Variables, Who } from '../door.ts'
import type { Element } from '../model.ts'
import type { Mode, Node, Round, Sign, Signer } from '../state.ts'
import { Incident } from './incident.ts'
import { keepClocks } from './clocks.ts'
import { names, signerTask, signerTaskId } from './place-task.ts'
import { judge } from './round.ts'
import type { Outcome } from './round.ts'
import { publicId } from './run.ts'
import type { Run } from './run.ts'
import { evaluateJson } from './variables.ts'
import { whoOf } from './who.ts'

/** Opens a step that several people sign. Works everything out before it changes anything. */
export function openRound(run: Run, element: Element, node: Node, mode: Mode): void {
  const signers = signersOf(run, element, node)
  const { refusal = 'ends', threshold, vacant } = element.canmou
  const number = (run.rounds?.[element.id] ?? 0) + 1
  const round: Round = {
    round: number,
    groups: [{ id: 0, mode, refusal, ...(threshold ? { threshold } : {}) }],
    signers: signers.map((who, index) => ({ id: index + 1, group: 0, ...who, state: 'waiting' })),
    next: signers.length + 1,
  }
  if (signers.length === 0) {
    const decision = vacant === 'pass' ? 'approve' : vacant === 'refuse' ? 'reject' : undefined
    if (decision === undefined) throw new Incident('NO_SIGNERS', 'the list of signers is empty')
    run.patch(node.key, { round })
    run.rounds = { ...run.rounds, [element.id]: number }
    endRound(run, element, node, round, decision)
    return
  }
  resumeRound(run, element, node, round)
  run.rounds = { ...run.rounds, [element.id]: number }
}

/** Goes on with a round whose step was away or taken back: those who have decided are not asked again. */
export function resumeRound(run: Run, element: Element, node: Node, round: Round): void {
  const signers = round.signers.map((signer) =>
    signer.state === 'open' ? { ...signer, state: 'waiting' as const } : signer,
  )
  settleRound(run, element, node, { ...round, signers })
}

function signersOf(run: Run, element: Element, node: Node): Who[] {
  const { signers } = element.canmou
  const { candidateGroups, candidateUsers } = element.assignment ?? {}
  if (!signers) {
    const positions = names(run, candidateGroups, node.key).map((position) => ({ position }))
    return [...positions, ...names(run, candidateUsers, node.key).map((user) => ({ user }))]
  }
  const list = evaluateJson(run, signers, node.key)
  if (list === null) return []
  if (!Array.isArray(list)) throw new Incident('SIGNERS_INVALID', `${signers.text} gives no list`)
  return list.map((item) => whoOf(item, signers.text))
}

/**
 * Brings what is open into line with what has been decided: asks whose turn it is, withdraws what is no longer asked,
 * and ends the step when it is decided.
 */
export function settleRound(run: Run, element: Element, node: Node, round: Round): void {
  const { outcome, asked } = judge(round)
  let { next } = round
  const opened: Signer[] = []
  const closed: Signer[] = []
  const signers = round.signers.map((signer): Signer => {
    if (signer.state === 'open' && !asked.has(signer.id)) {
      closed.push(signer)
      return { ...signer, state: outcome ? 'left' : 'waiting' }
    }
    if (signer.state !== 'waiting') return signer
    if (outcome) return { ...signer, state: 'left' }
    if (!asked.has(signer.id)) return signer
    const open: Signer = { ...signer, state: 'open', task: next++ }
    opened.push(open)
    return open
  })
  const settled: Round = { ...round, signers, next }
  // may fail, so nothing has changed yet
  const tasks = opened.map((signer) => signerTask(run, element, node, settled, signer))
  const changed = run.patch(node.key, { round: settled })
  for (const signer of closed) withdrawTask(run, signerTaskId(node, signer))
  for (const task of tasks) run.effect(task)
  keepClocks(run, element, changed, tasks)
  if (outcome) endRound(run, element, changed, settled, outcome)
}

export function withdrawTask(run: Run, taskId: string): void {
  run.effect({ type: 'cancelTask', taskId, ...(run.because ? { because: run.because } : {}) })
}

/** A signer's decision; `submit` and `read` count as an approval. */
export function decide(run: Run, node: Node, work: Sign): void {
  const { round } = node
  const signer = round?.signers.find((one) => one.id === work.signer)
  if (!round || !signer) return
  const { by, onBehalfOf, auto } = work
  const { decision: written, opinion, ...data } = work.variables ?? {}
  const decision = typeof written === 'string' ? written : 'approve'
  const decided: Signer = {
    ...signer,
    state: 'done',
    decision,
    at: run.at,
    ...(typeof opinion === 'string' ? { opinion } : {}),
    ...(by === undefined ? {} : { by }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(auto ? { auto } : {}),
  }
  run.emit({
    type: 'signerDecided',
    elementId: node.at,
    taskId: signerTaskId(node, signer),
    signer: signer.id,
    decision,
    ...(by === undefined ? {} : { by }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(auto ? { auto } : {}),
  })
  const signers = round.signers.map((one) => (one.id === signer.id ? decided : one))
  const next: Round = { ...round, signers }
  if (Object.keys(data).length > 0) next.data = { ...round.data, ...data }
  settleRound(run, run.element(node.at), node, next)
}

/** Lets a signer decide, as a step of its own: what follows may fail and be tried again. */
export function sign(run: Run, node: Node, signer: Signer, variables?: Variables, auto?: Auto): void {
  run.push({
    do: 'sign',
    key: node.key,
    signer: signer.id,
    ...(variables ? { variables } : {}),
    ...(run.by === undefined || auto ? {} : { by: run.by }),
    ...(run.onBehalfOf === undefined || auto ? {} : { onBehalfOf: run.onBehalfOf }),
    ...(auto ? { auto } : {}),
  })
}

/** The step is decided: it is completed with the outcome and everything that was said. */
function endRound(run: Run, element: Element, node: Node, round: Round, outcome: Outcome): void {
  run.emit({ type: 'roundEnded', elementId: element.id, round: round.round, outcome })
  run.push({ do: 'finish', key: node.key, variables: resultOf(element, round, outcome) })
}

function resultOf(element: Element, round: Round, outcome: Outcome): Variables {
  const main = round.signers.filter((signer) => signer.group === 0 && signer.state === 'done')
  const last = main.at(-1)
  const decision: Json = element.canmou.mode || outcome === 'reject' ? outcome : (last?.decision ?? outcome)
  const result: Variables = { ...round.data, decision, opinion: last?.opinion ?? null }
  if (!element.canmou.mode) return result
  result['decisions'] = main.map((signer) => signer.decision ?? null)
  result['signers'] = round.signers.flatMap((signer) => (signer.state === 'done' ? [sentence(signer)] : []))
  return result
}

function sentence({ user, position, decision, opinion, by, onBehalfOf, at, auto }: Signer): Json {
  const said = { user, position, decision, opinion, by, onBehalfOf, at, auto }
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** The signer whose task this is, as long as it is open. */
export function openSigner(node: Node, taskId: string): Signer | undefined {
  return node.round?.signers.find(
    (signer) => signer.state === 'open' && signerTaskId(node, signer) === taskId,
  )
}

/** Ids of the tasks that are open at the step. */
export function openTaskIds(node: Node): string[] {
  if (!node.round) return [publicId(node)]
  return node.round.signers.flatMap((signer) => (signer.state === 'open' ? [signerTaskId(node, signer)] : []))
}
