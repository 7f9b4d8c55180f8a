import type { Variables } from '../door.ts'
import type { Element, EventDefinition, Scope } from '../model.ts'
import type { Node } from '../state.ts'
import { cancelInside, cancelNode, withdrawInside } from './cancel.ts'
import type { Run } from './run.ts'
import { addTokens } from './tokens.ts'
import { met } from './trail.ts'

/** Whether an error thrown at `from` would find a handler. */
export function isErrorCaught(run: Run, from: number, code: string | undefined): boolean {
  return findHandler(run, from, 'error', code) !== undefined
}

/** Throws an escalation from the scope `from`; one that nobody catches has no effect. */
export function throwEscalation(run: Run, from: number, code: string | undefined): void {
  const handler = findHandler(run, from, 'escalation', code)
  if (handler) handle(run, handler)
}

interface Handler {
  /** Key of the activity or scope that the handler guards. */
  host: number
  event: Element
}

/**
 * Throws an error from the node `from` (BPMN 2.0.2 §10.5.6): the innermost handler around it takes it; without
 * one the instance fails.
 */
export function throwError(run: Run, from: number, code: string | undefined, variables?: Variables): void {
  const handler = findHandler(run, from, 'error', code)
  if (!handler) {
    failInstance(run, code ?? '')
    return
  }
  handle(run, handler, variables)
}

function handle(run: Run, handler: Handler, variables?: Variables): void {
  if (handler.event.type === 'boundaryEvent') fireBoundary(run, handler.host, handler.event, variables)
  else fireEventSubProcess(run, handler.host, handler.event, variables)
}

/** Walks outwards: event sub-processes of a scope first, then the border of the activity it belongs to. */
function findHandler(
  run: Run,
  from: number,
  kind: 'error' | 'escalation',
  code?: string,
): Handler | undefined {
  let below: Node | undefined
  for (let key = from; key >= 0;) {
    const node = run.get(key)
    const element = run.process.elements.get(node.at)
    const body = bodyOf(run, node)
    // what an event sub-process throws is not for its neighbours but for what surrounds them
    const isFromHandler =
      below !== undefined && run.process.elements.get(below.at)?.type === 'eventSubProcess'
    if (body && !isFromHandler) {
      const start = matching(
        body.eventSubProcesses.flatMap((one) => one.body?.startEvents ?? []),
        kind,
        code,
      )
      if (start) return { host: key, event: start }
    }
    if (element && node.loopCounter === undefined && node.host === undefined) {
      const boundary = matching(element.boundaries, kind, code)
      if (boundary) return { host: key, event: boundary }
    }
    below = node
    key = node.in
  }
  return undefined
}

function bodyOf(run: Run, node: Node): Scope | undefined {
  if (node.kind !== 'scope') return undefined
  return node.in < 0 ? run.process.root : run.process.elements.get(node.at)?.body
}

/** The handler for this very code, else one for any code. */
function matching(events: Element[], kind: EventDefinition['kind'], code?: string): Element | undefined {
  const handlers = events.filter(({ event }) => event?.kind === kind)
  const codeOf = ({ event }: Element) =>
    event?.kind === 'error' || event?.kind === 'escalation' ? event.code : undefined
  return (
    (code === undefined ? undefined : handlers.find((event) => codeOf(event) === code)) ??
    handlers.find((event) => codeOf(event) === undefined)
  )
}

/** A boundary event happens: an interrupting one takes the activity's token, another one makes its own. */
export function fireBoundary(run: Run, hostKey: number, boundary: Element, variables?: Variables): void {
  const host = run.get(hostKey)
  const token = tokenOf(run, host)
  run.from = token.from ?? 0
  if (boundary.interrupting) cancelNode(run, token.key)
  else addTokens(run, host.in, 1)
  run.push({
    do: 'enter',
    at: boundary.id,
    in: host.in,
    ...(variables === undefined ? {} : { variables }),
  })
}

/** Whose token an interrupting event takes: where a step is done for one that is away, that one's in this scope. */
function tokenOf(run: Run, host: Node): Node {
  if (host.home === undefined) return host
  let away = run.get(host.home)
  while (away.in !== host.in) away = run.get(away.in)
  return tokenOf(run, away)
}

/** An event sub-process is triggered: an interrupting one replaces everything else in its scope. */
export function fireEventSubProcess(run: Run, scopeKey: number, start: Element, variables?: Variables): void {
  const { owner } = start.scope
  if (!owner) return
  run.from = run.get(scopeKey).from ?? 0
  if (start.interrupting) replaceAll(run, scopeKey, owner)
  addTokens(run, scopeKey, 1)
  run.push({
    do: 'enter',
    at: owner.id,
    in: scopeKey,
    ...(variables === undefined ? {} : { variables }),
  })
}

/** What was done before in the scope led to the event, and cannot be taken back from under it. */
function replaceAll(run: Run, scopeKey: number, owner: Element): void {
  const since = run.from
  const led = withdrawInside(run, scopeKey)
  if (led.every((from) => from === since)) return
  const key = run.next++
  met(run, { key, at: owner.id, in: scopeKey, from: led, via: [], since, cut: true, moved: true })
}

function failInstance(run: Run, errorCode: string): void {
  cancelInside(run, 0)
  run.finish('failed')
  run.emit({ type: 'instanceFailed', errorCode })
}
