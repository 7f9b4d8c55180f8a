import type { Json, State, Variables, Who } from '../door.ts'
import type { Element, Flow, Process } from '../model.ts'
import { instanceOf } from '../run/instance.ts'
import { Incident } from '../run/incident.ts'
import { Run } from '../run/run.ts'
import { evaluate } from '../run/variables.ts'
import type { Mode, Node } from '../state.ts'
import { decisionOf } from './guard.ts'
import { instancesOf, whoAt } from './preview-people.ts'
import { timeAt, timeAtNode, type ExpectedTime } from './preview-time.ts'

/** Why a step is expected: the flows that lead there, and how each was chosen. */
export interface Reason {
  flowId: string
  name: string
  condition?: string
  /**
   * `always`: nothing to choose · `decided`: by the data there are · `kept`: by data that a step to come may still change
   * · `approved`: if everybody agrees · `undecided`: the data are not there yet.
   */
  because: 'always' | 'decided' | 'kept' | 'approved' | 'undecided'
}

export interface ExpectedStep extends ExpectedTime {
  elementId: string
  name: string
  /**
   * `open` now, or to come: `certain`, only if approvals are given and data stay as they are (`likely`), or only on one of
   * several ways (`possible`).
   */
  certainty: 'open' | 'certain' | 'likely' | 'possible'
  /** Steps with the same number may be open at the same time; 0 are the open ones. */
  order: number
  who: Who[]
  mode?: Mode
  /** Its people cannot be worked out yet. */
  isUnknown?: true
  because: Reason[]
}

/** A choice that the data do not decide yet, with the first steps on each way. */
export interface OpenChoice {
  elementId: string
  name: string
  alternatives: { flowId: string; name: string; condition?: string; next: string[] }[]
}

export interface Preview {
  steps: ExpectedStep[]
  choices: OpenChoice[]
}

export interface PreviewFacts {
  /** Values that are filled in but not submitted yet. */
  variables?: Variables
  at?: string
}

/** How sure it is that a token comes along, the surest first. */
type Sureness = 'certain' | 'likely' | 'possible'
const sureness: readonly Sureness[] = ['certain', 'likely', 'possible']
const less = (one: Sureness, other: Sureness) =>
  sureness.indexOf(one) >= sureness.indexOf(other) ? one : other

export interface Walk {
  run: Run
  steps: Map<string, ExpectedStep>
  choices: Map<string, OpenChoice>
  /** What steps still to come write: their values are not known; decisions are expected to be approvals. */
  unknown: Set<string>
  /** What steps still to come write once more: the present values may change. */
  rewritten: Set<string>
  /** What is filled in already, though not submitted. */
  filled: Variables
  expected: Variables
  seen: Set<string>
  /** Open steps at which somebody has refused, and those of them that were come back to. */
  refused: Set<string>
  again: Set<string>
  /** By element: in which scopes its people have been looked for. */
  asked: Map<string, Set<number>>
}

export interface Place {
  element: Element
  /** Key of the node whose variables are seen. */
  key: number
  order: number
  sure: Sureness
  because: Reason[]
  /** Inside a multi-instance that has not begun: what each instance sees, or nothing while that is not known. */
  each?: Variables[] | 'later'
}

/**
 * Who will be asked next, in which order and why, from the data there are. Conditions that the data decide are
 * followed; of those that hang on a decision still to come the way of approval; where neither helps, every way is
 * shown and the choice is listed with its alternatives.
 */
export function preview(process: Process, state: State, facts: PreviewFacts = {}): Preview {
  const instance = instanceOf(process, state)
  const { variables, at = '1970-01-01T00:00:00Z' } = facts
  const run = new Run(process, { ...instance, variables: { ...instance.variables, ...variables } }, at)
  const walk: Walk = {
    run,
    steps: new Map(),
    choices: new Map(),
    unknown: new Set(),
    rewritten: new Set(),
    filled: variables ?? {},
    expected: {},
    seen: new Set(),
    refused: new Set(),
    again: new Set(),
    asked: new Map(),
  }
  const tokens = run.nodes.filter((node) => node.in >= 0 && node.host === undefined && node.kind !== 'scope')
  for (const node of tokens) {
    if (node.kind === 'task') open(walk, node)
  }
  const places = tokens.flatMap((node): Place[] => {
    const element = process.elements.get(node.at)
    if (!element || node.home !== undefined) return []
    return [{ element, key: scopeAround(run, node), order: 1, sure: 'certain', because: [] }]
  })
  for (const place of places) leave(walk, place)
  return { steps: [...walk.steps.values()], choices: [...walk.choices.values()] }
}

/** Loop bodies have no flows of their own. */
function scopeAround(run: Run, node: Node): number {
  let key = node.in
  while (key > 0 && run.get(key).kind !== 'scope') key = run.get(key).in
  return key
}

function open(walk: Walk, node: Node): void {
  const { run, steps } = walk
  const element = run.process.elements.get(node.at)
  if (!element) return
  const named = node.round?.signers.flatMap(({ state, user, position }) =>
    state === 'left'
      ? []
      : [{ ...(user === undefined ? {} : { user }), ...(position === undefined ? {} : { position }) }],
  )
  const found = named ? { who: named } : whoAt(run, element, node.key)
  const before = steps.get(element.id)
  steps.set(element.id, {
    elementId: element.id,
    name: element.name,
    certainty: 'open',
    order: 0,
    because: [],
    ...modeOf(element),
    ...found,
    ...timeAtNode(walk, element, node.key),
    who: [...(before?.who ?? []), ...found.who],
  })
}

/** Drawn instances for people are a countersign too, unless a condition ends them early. */
function modeOf({ canmou, loop }: Element): { mode?: Mode } {
  if (canmou.mode) return { mode: canmou.mode }
  if (loop?.type !== 'multi' || !loop.collection) return {}
  return { mode: loop.sequential ? 'inOrder' : 'all' }
}

/** What the step will write is not known until then; a decision is expected to be an approval. */
function expect(walk: Walk, element: Element): void {
  const decides = element.type === 'userTask' && decisionOf(element) !== 'none'
  for (const { source, target } of element.outputs) {
    const [name = target] = target.split('.')
    const body = source.text.replace(/^=\s*/, '').trim()
    if (decides && body === 'decision') walk.expected[name] = isRefused(walk, element) ? 'reject' : 'approve'
    else if (!(name in walk.run.variables) || body !== name) walk.unknown.add(name)
    else if (!(name in walk.filled)) walk.rewritten.add(name)
  }
  if (element.loop?.type === 'multi' && element.loop.outputCollection !== undefined) {
    const { outputCollection, outputElement } = element.loop
    const isDecided = decides && outputElement?.text.replace(/^=\s*/, '').trim() === 'decision'
    if (isDecided) walk.expected[outputCollection] = decisionsSoFar(walk, element, outputCollection)
    else walk.unknown.add(outputCollection)
  }
  if (element.script?.resultVariable !== undefined) walk.unknown.add(element.script.resultVariable)
}

/** Where everybody is heard, one refusal that was given decides already. */
function isRefused(walk: Walk, { id }: Element): boolean {
  if (walk.again.has(id)) return false
  const isGiven = walk.run.nodes.some(({ at, round }) => {
    const [group] = round?.groups ?? []
    if (at !== id || group?.refusal !== 'waits' || group.mode === 'any' || group.mode === 'vote') return false
    return round?.signers.some((one) => one.group === group.id && one.decision === 'reject') ?? false
  })
  if (isGiven) walk.refused.add(id)
  return isGiven
}

/** What the instances that are done have decided; of the others an approval is expected. */
function decisionsSoFar(walk: Walk, { id }: Element, collection: string): Json[] {
  const body = walk.run.nodes.find(({ kind, at }) => kind === 'multi' && at === id)
  const given = body?.vars?.[collection]
  if (!Array.isArray(given) || walk.again.has(id)) return ['approve']
  if (given.includes('reject')) walk.refused.add(id)
  return given.map((one) => one ?? 'approve')
}

/** Leaves an element by the flows that a token would take. */
function leave(walk: Walk, place: Place): void {
  const { element, key, order, sure, because, each } = place
  const mark = `${element.id} ${key} ${sure} ${walk.again.size}`
  if (walk.seen.has(mark)) return
  walk.seen.add(mark)
  expect(walk, element)
  const links = element.event?.kind === 'link' ? element.event.targets : []
  for (const target of links) arrive(walk, { ...place, element: target })
  if (element.outgoing.length === 0) {
    const { owner } = element.scope
    if (owner?.type === 'subProcess')
      leave(walk, { element: owner, key: outer(walk.run, key), order, sure, because })
    return
  }
  for (const { flow, how } of waysOut(walk, element, key)) {
    const reason = reasonFor(flow, how)
    const next =
      how === 'undecided' ? 'possible' : how === 'approved' || how === 'kept' ? less(sure, 'likely') : sure
    const inside = each === undefined ? {} : { each }
    arrive(walk, { element: flow.target, key, order, sure: next, because: [...because, reason], ...inside })
  }
}

function outer(run: Run, key: number): number {
  const node = run.find(key)
  return node && node.in >= 0 ? scopeAround(run, node) : 0
}

function reasonFor({ id, name, condition }: Flow, because: Reason['because']): Reason {
  return { flowId: id, name, ...(condition ? { condition: condition.text } : {}), because }
}

interface Way {
  flow: Flow
  how: Reason['because']
}

function waysOut(walk: Walk, element: Element, key: number): Way[] {
  const { outgoing } = element
  if (outgoing.every((flow) => !flow.condition && !flow.isDefault)) {
    return outgoing.map((flow) => ({ flow, how: 'always' }))
  }
  const isExclusive = element.type === 'exclusiveGateway'
  const taken: Way[] = []
  const hows = new Set<Reason['because']>()
  for (const flow of outgoing) {
    if (flow.isDefault) continue
    const { holds, how } = conditionAt(walk, flow, key)
    if (holds === undefined) return undecided(walk, element, key)
    hows.add(how)
    if (!holds) continue
    taken.push({ flow, how: hows.has('kept') ? 'kept' : how })
    if (isExclusive) break
  }
  if (taken.length === 0 && element.defaultFlow) {
    const how = hows.has('kept') ? 'kept' : hows.has('approved') ? 'approved' : 'decided'
    taken.push({ flow: element.defaultFlow, how })
  }
  return hows.has('kept') ? [...taken, ...otherWays(walk, element, key, taken)] : taken
}

/**
 * The ways that are taken instead where the data change on the way there. Where a decision is asked as well, what is left
 * over is the way of its refusal.
 */
function otherWays(walk: Walk, element: Element, key: number, taken: readonly Way[]): Way[] {
  const reads = element.outgoing.flatMap(({ condition }) => condition?.reads ?? [])
  const isDecided = reads.some((name) => name in walk.expected)
  return element.outgoing.flatMap((flow): Way[] => {
    if (taken.some((way) => way.flow === flow) || (flow.isDefault && isDecided)) return []
    const { holds, how } = conditionAt(walk, flow, key)
    return holds === false && how !== 'kept' ? [] : [{ flow, how: 'undecided' }]
  })
}

/** Whether the condition holds, and by what; nothing where it reads what nobody has written yet. */
function conditionAt(
  walk: Walk,
  flow: Flow,
  key: number,
): { holds: boolean | undefined; how: Reason['because'] } {
  const { condition } = flow
  if (!condition) return { holds: true, how: 'always' }
  if (condition.reads.some((name) => walk.unknown.has(name) && !(name in walk.expected))) {
    return { holds: undefined, how: 'undecided' }
  }
  const isExpected = condition.reads.some((name) => name in walk.expected)
  const isKept = condition.reads.some((name) => walk.rewritten.has(name) && !(name in walk.expected))
  try {
    const value = evaluate(walk.run, condition, key, walk.expected)
    if (typeof value !== 'boolean') return { holds: undefined, how: 'undecided' }
    return { holds: value, how: isKept ? 'kept' : isExpected ? 'approved' : 'decided' }
  } catch (cause) {
    if (cause instanceof Incident) return { holds: undefined, how: 'undecided' }
    throw cause
  }
}

function undecided(walk: Walk, element: Element, key: number): Way[] {
  if (!walk.choices.has(element.id)) {
    walk.choices.set(element.id, {
      elementId: element.id,
      name: element.name,
      alternatives: element.outgoing.map((flow) => ({
        flowId: flow.id,
        name: flow.name,
        ...(flow.condition ? { condition: flow.condition.text } : {}),
        next: firstSteps(flow.target),
      })),
    })
  }
  const isOpen = (flow: Flow) => !flow.condition || conditionAt(walk, flow, key).holds !== false
  return element.outgoing.filter(isOpen).map((flow) => ({ flow, how: 'undecided' }))
}

/** The human steps that a token may come to first. */
function firstSteps(start: Element): string[] {
  const seen = new Set([start])
  const found: string[] = []
  for (const element of seen) {
    if (isHuman(element)) found.push(element.id)
    else {
      for (const inside of element.body?.starts ?? []) seen.add(inside)
      for (const flow of element.outgoing) seen.add(flow.target)
    }
  }
  return found
}

const isHuman = ({ type }: Element) => type === 'userTask' || type === 'manualTask'

function arrive(walk: Walk, place: Place): void {
  const { element, key, order, sure, because, each } = place
  if (isHuman(element)) {
    const known = walk.steps.get(element.id)
    if (known?.certainty === 'open') {
      walkAgain(walk, place)
      return
    }
    const found = foundAt(walk, place, known)
    const isSurer = !known || sureness.indexOf(sure) < sureness.indexOf(known.certainty as Sureness)
    if (!isSurer) Object.assign(known, found)
    if (isSurer) {
      const { id, name } = element
      walk.steps.set(id, {
        elementId: id,
        name,
        certainty: sure,
        order,
        because,
        ...modeOf(element),
        ...found,
        ...timeAt(walk, place),
      })
    }
    const inside = each === undefined ? {} : { each }
    leave(walk, { element, key, order: order + 1, sure: isSurer ? sure : 'possible', because: [], ...inside })
    return
  }
  const starts = element.type === 'subProcess' ? (element.body?.starts ?? []) : []
  if (starts.length === 0) leave(walk, place)
  for (const start of starts) arrive(walk, { ...place, ...instancesOf(walk, element, key), element: start })
}

/** A refusal that was given leads back here: the next time an approval is expected. */
function walkAgain(walk: Walk, place: Place): void {
  const { id } = place.element
  if (!walk.refused.has(id) || walk.again.has(id)) return
  walk.again.add(id)
  leave(walk, { ...place, order: place.order + 1, because: [] })
}

/** The people of the step, with those of the same step in another scope. */
function foundAt(
  walk: Walk,
  { element, key, each }: Place,
  known: ExpectedStep | undefined,
): Pick<ExpectedStep, 'who' | 'isUnknown'> {
  const asked = walk.asked.get(element.id) ?? new Set()
  const found = whoAt(walk.run, element, key, walk, each)
  const before = known && !asked.has(key) ? known.who : []
  walk.asked.set(element.id, asked.add(key))
  const who = [...before, ...found.who]
  return found.isUnknown && who.length === 0 ? { who, isUnknown: true } : { who }
}
