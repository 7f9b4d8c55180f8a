import type { Json, Variables } from '../door.ts'
import type { Element, Loop } from '../model.ts'
import type { Answered, Enter, Node } from '../state.ts'
import { carriedOver, comeBack } from './away.ts'
import { cancelInside, cancelSubscriptions } from './cancel.ts'
import { Incident } from './incident.ts'
import type { Run } from './run.ts'
import { completed, entered, leave, remember } from './tokens.ts'
import { forgetInside, visited } from './trail.ts'
import { evaluate, evaluateCondition, evaluateJson, propagate } from './variables.ts'
import { armBoundaries } from './waiting.ts'

type MultiLoop = Extract<Loop, { type: 'multi' }>
type StandardLoop = Extract<Loop, { type: 'standard' }>

const maxInstances = 10_000

/** Opens the loop's body, which holds the instances and carries the boundary events. */
export function enterLoop(run: Run, element: Element, work: Enter): void {
  entered(run, element, work)
  if (element.loop?.type === 'multi') openMulti(run, element, element.loop, work)
  else openStandard(run, element, work)
}

/** A step between two instances: go on, or end the loop. */
export function nextRound(run: Run, element: Element, body: Node, vars: Variables | undefined): void {
  if (element.loop?.type === 'multi') nextMulti(run, element, element.loop, body, vars)
  else if (element.loop) nextStandard(run, element, element.loop, body)
}

function openMulti(run: Run, element: Element, loop: MultiLoop, work: Enter): void {
  const items = itemsOf(run, loop, work)
  const vars: Variables = { ...work.vars }
  if (loop.outputCollection !== undefined) vars[loop.outputCollection] = items.map(() => null)
  const started = loop.sequential ? Math.min(1, items.length) : items.length
  const body = run.add({
    kind: 'multi',
    at: element.id,
    in: work.in,
    live: started,
    ...(Object.keys(vars).length > 0 ? { vars } : {}),
    multi: {
      total: items.length,
      completed: 0,
      cancelled: 0,
      last: started,
      ...(loop.sequential ? { rest: items.slice(1) } : {}),
    },
    ...carriedOver(work),
  })
  armBoundaries(run, element, body)
  if (items.length === 0) closeLoop(run, element, body)
  for (let index = started; index >= 1; index--)
    startInstance(run, loop, body, items[index - 1] ?? null, index)
}

/** One item per instance: of the collection, or as many empty ones as the cardinality says. */
export function itemsOf(run: Run, loop: MultiLoop, work: Enter): Json[] {
  const items = loop.collection
    ? evaluateJson(run, loop.collection, work.in, work.vars)
    : cardinalityOf(run, loop, work)
  if (!Array.isArray(items)) {
    throw new Incident('COLLECTION_NOT_LIST', `${loop.collection?.text ?? ''} gives no list`)
  }
  if (items.length > maxInstances) throw new Incident('TOO_MANY_INSTANCES', `${items.length} instances`)
  return items
}

function cardinalityOf(run: Run, loop: MultiLoop, work: Enter): Json[] {
  const count = loop.cardinality
    ? Number(evaluate(run, loop.cardinality, work.in, work.vars) ?? Number.NaN)
    : 0
  if (!Number.isInteger(count) || count < 0) {
    throw new Incident('CARDINALITY_INVALID', `${loop.cardinality?.text ?? ''} gives no whole number`)
  }
  if (count > maxInstances) throw new Incident('TOO_MANY_INSTANCES', `${count} instances`)
  return new Array<Json>(count).fill(null)
}

function startInstance(run: Run, loop: MultiLoop, body: Node, item: Json, loopCounter: number): void {
  const vars: Variables = { loopCounter }
  if (loop.outputVariable !== undefined) vars[loop.outputVariable] = null
  if (loop.inputElement !== undefined) vars[loop.inputElement] = item
  run.push({ do: 'enter', at: body.at, in: body.key, vars, loopCounter })
}

/**
 * Works out an instance's contribution to the output collection (it may fail, so nothing changes yet) and
 * returns the step that stores it.
 */
export function recordOutput(
  run: Run,
  element: Element,
  node: Node,
  locals: Variables | undefined,
  outputs: Variables | undefined,
): () => void {
  const { loop } = element
  const seen = outputs ? { ...locals, ...outputs } : locals
  const output =
    loop?.type === 'multi' && loop.outputElement
      ? evaluateJson(run, loop.outputElement, node.key, seen)
      : null
  const index = (node.loopCounter ?? 1) - 1
  return () => {
    const body = run.get(node.in)
    const change: Partial<Node> = { live: (body.live ?? 1) - 1 }
    if (body.multi) change.multi = { ...body.multi, completed: body.multi.completed + 1 }
    if (loop?.type === 'multi' && loop.outputCollection !== undefined) {
      const list = body.vars?.[loop.outputCollection]
      const next = Array.isArray(list) ? list.slice() : []
      while (next.length < index) next.push(null)
      next[index] = output
      change.vars = { ...body.vars, [loop.outputCollection]: next }
    }
    // a loop's earlier turns are never taken back
    const kept = body.kind === 'multi' ? (body.answered ?? []) : []
    if (node.kind === 'task') change.answered = [...kept, answeredBy(run, node)]
    if (!body.worked && (node.kind === 'task' || node.ends)) change.worked = true
    if (node.kind === 'scope') forgetInside(run, node.key)
    run.patch(node.in, change)
    run.push({ do: 'round', key: node.in, ...(locals === undefined ? {} : { vars: locals }) })
  }
}

function answeredBy(run: Run, { key, vars, passed, loopCounter = 1 }: Node): Answered {
  const done: Answered = { key, loopCounter }
  if (vars) done.vars = vars
  if (run.by !== undefined) done.by = run.by
  if (passed) done.passed = passed
  return done
}

function nextMulti(
  run: Run,
  element: Element,
  loop: MultiLoop,
  body: Node,
  vars: Variables | undefined,
): void {
  const { multi } = body
  if (!multi) return
  const live = body.live ?? 0
  if (loop.completionCondition) {
    const counters: Variables = {
      numberOfInstances: multi.total,
      numberOfActiveInstances: live,
      numberOfCompletedInstances: multi.completed,
      numberOfTerminatedInstances: multi.cancelled,
    }
    if (evaluateCondition(run, loop.completionCondition, body.key, { ...vars, ...counters })) {
      closeLoop(run, element, body)
      return
    }
  }
  const [item, ...rest] = multi.rest ?? []
  if (item !== undefined) {
    const next = multi.last + 1
    run.patch(body.key, { live: live + 1, multi: { ...multi, rest, last: next } })
    startInstance(run, loop, body, item, next)
  } else if (live === 0) closeLoop(run, element, body)
}

function openStandard(run: Run, element: Element, work: Enter): void {
  const body = run.add({
    kind: 'loop',
    at: element.id,
    in: work.in,
    live: 0,
    rounds: 0,
    ...(work.vars === undefined ? {} : { vars: work.vars }),
    ...carriedOver(work),
  })
  armBoundaries(run, element, body)
  run.push({ do: 'round', key: body.key })
}

/** BPMN 2.0.2 §10.3.8: the condition is asked before or after each round, the maximum bounds them. */
function nextStandard(run: Run, element: Element, loop: StandardLoop, body: Node): void {
  const rounds = body.rounds ?? 0
  const isAsked = loop.condition !== undefined && (loop.testBefore || rounds > 0)
  const isFull = loop.maximum !== undefined && rounds >= loop.maximum
  if (isFull || (isAsked && !mayGoOn(run, loop, body, rounds))) {
    closeLoop(run, element, body)
    return
  }
  const loopCounter = rounds + 1
  run.patch(body.key, { rounds: loopCounter, live: 1 })
  run.push({ do: 'enter', at: body.at, in: body.key, vars: { loopCounter }, loopCounter })
}

function mayGoOn(run: Run, loop: StandardLoop, body: Node, rounds: number): boolean {
  return !loop.condition || evaluateCondition(run, loop.condition, body.key, { loopCounter: rounds })
}

function closeLoop(run: Run, element: Element, body: Node): void {
  const { loop } = element
  if ((body.live ?? 0) > 0) cancelInside(run, body.key)
  else cancelSubscriptions(run, body.key)
  const closed = run.get(body.key)
  const { vars, done } = closed
  run.remove(body.key)
  if (loop?.type === 'multi' && loop.outputCollection !== undefined) {
    propagate(run, body.in, { [loop.outputCollection]: vars?.[loop.outputCollection] ?? [] })
  }
  completed(run, element)
  if (done) remember(run, body.in, ...done)
  if (closed.home !== undefined) {
    comeBack(run, closed.home, closed)
    return
  }
  if (closed.worked) visited(run, closed, closed.answered ? closed : undefined)
  leave(run, element, body.in)
}
