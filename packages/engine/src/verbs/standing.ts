import type { Actor } from '../door.ts'
import type { Element } from '../model.ts'
import { openPlace } from '../run/places.ts'
import { tokensIn } from '../run/rewind.ts'
import { membersOf } from '../run/round.ts'
import { keyOf, publicId } from '../run/run.ts'
import type { Run } from '../run/run.ts'
import { returnedOf, signerTaskId } from '../run/place-task.ts'
import { openSigner } from '../run/signing.ts'
import type { Mode, Node, Signer } from '../state.ts'
import type { Context, Situation } from './matrix.ts'

/** A task as the table of verbs sees it. */
export interface Standing {
  node: Node
  element: Element
  /** His place, where the step has several. */
  signer: Signer | undefined
  contexts: readonly Context[]
  situation: Situation
}

/** Where the task stands; undefined when it is not open and its holder waits for nobody whom he has added. */
export function standingOf(run: Run, taskId: string, by?: Actor): Standing | undefined {
  const node = typeof taskId === 'string' ? run.find(keyOf(taskId)) : undefined
  if (node?.kind !== 'task' || node.failed) return undefined
  const waiting = waitingSigner(node, taskId)
  const signer = openSigner(node, taskId) ?? waiting
  if (node.round ? !signer : publicId(node) !== taskId) return undefined
  const situation: Situation =
    waiting !== undefined
      ? 'addSignOpen'
      : by?.onBehalfOf !== undefined
        ? 'substitute'
        : returnedOf(run, node)
          ? 'afterReturn'
          : 'firstPass'
  const element = run.element(node.at)
  return { node, element, signer, contexts: contextsOf(run, node, element), situation }
}

/** The standing of a task that must be there. Throws `UNKNOWN_TASK` otherwise. */
export function standingAt(run: Run, taskId: string, by?: Actor): Standing {
  const found = standingOf(run, taskId, by)
  return found ?? { ...missing(run, taskId), contexts: [], situation: 'firstPass' }
}

function missing(run: Run, taskId: string) {
  const { node, signer } = openPlace(run, taskId)
  return { node, signer, element: run.element(node.at) }
}

/** He has added somebody before himself, or asked for advice, and his task was withdrawn until the answer comes. */
function waitingSigner(node: Node, taskId: string): Signer | undefined {
  const { round } = node
  return round?.signers.find(
    (signer) =>
      signer.state === 'waiting' &&
      signer.task !== undefined &&
      signerTaskId(node, signer) === taskId &&
      round.groups.some((group) => group.host === signer.id),
  )
}

const roundContexts: Readonly<Record<Mode, Context>> = {
  all: 'countersign',
  any: 'orSign',
  inOrder: 'inOrder',
  vote: 'vote',
}

function contextsOf(run: Run, node: Node, element: Element): Context[] {
  const around = surroundings(run, node, element)
  const top = node.round?.groups[0]
  const hasSeveral = node.round && top && membersOf(node.round, top).length > 1
  if (top && (hasSeveral || element.canmou.mode)) return [roundContexts[top.mode], ...around]
  if (run.get(node.in).kind === 'multi') return ['multiInstance', ...around]
  return around.length > 0 ? around : ['single']
}

function surroundings(run: Run, node: Node, element: Element): Context[] {
  const found = new Set<Context>()
  for (let key = node.in, inner = element; key >= 0;) {
    const around = run.get(key)
    if (around.kind === 'loop') found.add('loop')
    if (around.kind === 'scope') {
      const type = run.process.elements.get(around.at)?.type
      if (type === 'eventSubProcess' || type === 'subProcess') found.add(type)
      if (tokensIn(run.nodes, around) > 1) found.add(branchKind(inner))
      inner = run.process.elements.get(around.at) ?? inner
    }
    key = around.in
  }
  const before = element.incoming.map((flow) => flow.source)
  if (before.some((one) => one.type === 'subProcess')) found.add('afterSubProcess')
  if (before.some((one) => one.type === 'callActivity')) found.add('afterCall')
  const { calledFrom } = run.variables
  if (calledFrom !== undefined && calledFrom !== null) found.add('calledProcess')
  return [...found]
}

/** The kind of the fork that the step lies behind; joins on the way back are skipped with what they joined. */
function branchKind(element: Element): 'parallel' | 'inclusive' {
  const seen = new Set<Element>()
  const open: { at: Element; depth: number }[] = [{ at: element, depth: 0 }]
  for (let next = open.shift(); next; next = open.shift()) {
    for (const { source } of next.at.incoming) {
      if (seen.has(source)) continue
      seen.add(source)
      const isGateway = source.type === 'parallelGateway' || source.type === 'inclusiveGateway'
      const joins = isGateway && source.incoming.length > 1 ? 1 : 0
      const forks = isGateway && source.outgoing.length > 1 ? 1 : 0
      const depth = next.depth + joins - forks
      if (depth < 0) return source.type === 'inclusiveGateway' ? 'inclusive' : 'parallel'
      open.push({ at: source, depth })
    }
  }
  return 'parallel'
}
