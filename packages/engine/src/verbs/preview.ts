import type { State, Variables, Who } from '../door.ts'
import type { Element, Flow, Process } from '../model.ts'
import { instanceOf } from '../run/instance.ts'
import { Incident } from '../run/incident.ts'
import { names, starterOf, whoOf } from '../run/place-task.ts'
import { Run } from '../run/run.ts'
import { evaluate, evaluateJson, evaluateText } from '../run/variables.ts'
import type { Mode, Node } from '../state.ts'
import { decisionOf } from './guard.ts'

/** Why a step is expected: the flows that lead there, and how each was chosen. */
export interface Reason {
  flowId: string
  name: string
  condition?: string
  /**
   * `always`: nothing to choose · `decided`: by the data there are · `approved`: if everybody agrees · `undecided`: the
   * data are not there yet.
   */
  because: 'always' | 'decided' | 'approved' | 'undecided'
}

export interface ExpectedStep {
  elementId: string
  name: string
  /** `open` now, or to come: `certain`, only if approvals are given (`likely`), or only on one of several ways (`possible`). */
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

interface Walk {
  run: Run
  steps: Map<string, ExpectedStep>
  choices: Map<string, OpenChoice>
  /** What steps still to come write: their values are not known; decisions are expected to be approvals. */
  unknown: Set<string>
  expected: Variables
  seen: Set<string>
}

interface Place {
  element: Element
  /** Key of the node whose variables are seen. */
  key: number
  order: number
  sure: Sureness
  because: Reason[]
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
    expected: {},
    seen: new Set(),
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

function open({ run, steps }: Walk, node: Node): void {
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
    who: [...(before?.who ?? []), ...found.who],
  })
}

const modeOf = ({ canmou }: Element) => (canmou.mode ? { mode: canmou.mode } : {})

/** What the step will write is not known until then; a decision is expected to be an approval. */
function expect(walk: Walk, element: Element): void {
  const decides = element.type === 'userTask' && decisionOf(element) !== 'none'
  for (const { source, target } of element.outputs) {
    const [name = target] = target.split('.')
    const body = source.text.replace(/^=\s*/, '').trim()
    if (decides && body === 'decision') walk.expected[name] = 'approve'
    else if (!(name in walk.run.variables) || body !== name) walk.unknown.add(name)
  }
  if (element.loop?.type === 'multi' && element.loop.outputCollection !== undefined) {
    const isDecided = decides && element.loop.outputElement?.text.replace(/^=\s*/, '').trim() === 'decision'
    if (isDecided) walk.expected[element.loop.outputCollection] = ['approve']
    else walk.unknown.add(element.loop.outputCollection)
  }
  if (element.script?.resultVariable !== undefined) walk.unknown.add(element.script.resultVariable)
}

/** Leaves an element by the flows that a token would take. */
function leave(walk: Walk, place: Place): void {
  const { element, key, order, sure, because } = place
  const mark = `${element.id} ${sure}`
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
    const next = how === 'undecided' ? 'possible' : how === 'approved' ? less(sure, 'likely') : sure
    arrive(walk, { element: flow.target, key, order, sure: next, because: [...because, reason] })
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
  for (const flow of outgoing) {
    if (flow.isDefault) continue
    const { holds, how } = flow.condition
      ? conditionAt(walk, flow, key)
      : { holds: true, how: 'always' as const }
    if (holds === undefined) return undecided(walk, element, key)
    if (!holds) continue
    taken.push({ flow, how })
    if (isExclusive) break
  }
  if (taken.length > 0 || !element.defaultFlow) return taken
  const hows = outgoing.flatMap((flow) => (flow.condition ? [conditionAt(walk, flow, key).how] : []))
  return [{ flow: element.defaultFlow, how: hows.includes('approved') ? 'approved' : 'decided' }]
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
  try {
    const value = evaluate(walk.run, condition, key, walk.expected)
    if (typeof value !== 'boolean') return { holds: undefined, how: 'undecided' }
    return { holds: value, how: isExpected ? 'approved' : 'decided' }
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
  const { element, key, order, sure, because } = place
  if (isHuman(element)) {
    const known = walk.steps.get(element.id)
    if (known?.certainty === 'open') return
    const found = whoAt(walk.run, element, key, walk)
    const isSurer = !known || sureness.indexOf(sure) < sureness.indexOf(known.certainty as Sureness)
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
      })
    }
    leave(walk, { element, key, order: order + 1, sure: isSurer ? sure : 'possible', because: [] })
    return
  }
  const starts = element.type === 'subProcess' ? (element.body?.starts ?? []) : []
  if (starts.length === 0) leave(walk, place)
  for (const start of starts) arrive(walk, { element: start, key, order, sure, because })
}

/** Before whom the step will be put, as far as it can be worked out. */
function whoAt(run: Run, element: Element, key: number, walk?: Walk): { who: Who[]; isUnknown?: true } {
  const { assignment = {}, canmou, loop } = element
  const reads = [assignment.assignee, assignment.candidateGroups, assignment.candidateUsers, canmou.signers]
  const isLater = reads.some((one) => one?.reads.some((name) => walk?.unknown.has(name)))
  if (isLater) return { who: [], isUnknown: true }
  try {
    if (walk && loop?.type === 'multi') return { who: instancePeople(run, element, key) }
    return { who: peopleOf(run, element, key) }
  } catch (cause) {
    if (cause instanceof Incident) return { who: [], isUnknown: true }
    throw cause
  }
}

function peopleOf(run: Run, element: Element, key: number, locals?: Variables): Who[] {
  const { assignment = {}, canmou } = element
  const starter = starterOf(run)
  if (element.type === 'startEvent') return starter === undefined ? [] : [{ user: starter }]
  if (canmou.signers) {
    const list = evaluateJson(run, canmou.signers, key, locals)
    return Array.isArray(list) ? list.map((one) => whoOf(one, canmou.signers?.text ?? '')) : []
  }
  const assignee = assignment.assignee && evaluateText(run, assignment.assignee, key, locals)
  if (assignee !== undefined) return [{ user: assignee }]
  const positions = names(run, assignment.candidateGroups, key, locals).map((position) => ({ position }))
  return [...positions, ...names(run, assignment.candidateUsers, key, locals).map((user) => ({ user }))]
}

/** One for each instance of a multi-instance. */
function instancePeople(run: Run, element: Element, key: number): Who[] {
  const { loop } = element
  if (loop?.type !== 'multi' || !loop.collection) return peopleOf(run, element, key)
  const items = evaluateJson(run, loop.collection, key)
  if (!Array.isArray(items)) throw new Incident('COLLECTION_NOT_LIST', 'no list')
  return items.flatMap((item, index) =>
    peopleOf(run, element, key, {
      loopCounter: index + 1,
      ...(loop.inputElement === undefined ? {} : { [loop.inputElement]: item }),
    }),
  )
}
