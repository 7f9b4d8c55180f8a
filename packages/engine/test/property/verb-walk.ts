import { expect } from 'vitest'
import { advance, CommandError, compile, openSteps, start, verbsAt } from '../../src/index.ts'
import type { Command, Effect, Process, State, Step, Variables } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import type { Drawing } from '../golden/build/notation.ts'
import { deepFreeze, notPlainJson } from '../golden/plain-json.ts'
import { holdsTogether, isSame } from '../verbs/tokens.ts'
import { decisionNames } from './graphs.ts'

type Bare<One> = One extends unknown ? Omit<One, 'at'> : never
type Move = Bare<Command>

const people = ['lin', 'wang', 'zhao', 'qian', 'sun']
const modes = ['all', 'any', 'inOrder', 'vote'] as const

/** Gives some of the drawing's tasks several signers, or makes them a multi-instance. */
export function withSigners(drawing: Drawing, choices: readonly number[]): Drawing {
  let at = 0
  const visit = (scope: Drawing): void => {
    for (const node of scope.nodes) {
      if (node.inside) visit(node.inside)
      if (node.type !== 'user') continue
      const choice = choices[at++ % choices.length] ?? 0
      if (choice % 3 === 0) {
        node.attributes.set('c:mode', modes[choice % modes.length] ?? 'all')
        node.attributes.set('group', choice % 2 === 0 ? 'p1,p2' : 'p1,p2,p3')
        if (choice % 5 === 0) node.attributes.set('c:refusal', 'waits')
      } else if (choice % 7 === 0) {
        node.flags.add(choice % 2 === 0 ? 'parallel' : 'sequential')
        node.attributes.set('times', '2')
      }
    }
  }
  visit(drawing)
  return drawing
}

const atTheLimit = ['nothing', 'escalate', 'pass', 'refuse'] as const

/** Gives some of the drawing's tasks a time limit, and most of those reminders. */
export function withLimits(drawing: Drawing, choices: readonly number[]): Drawing {
  let at = 0
  const visit = (scope: Drawing): void => {
    for (const node of scope.nodes) {
      if (node.inside) visit(node.inside)
      const choice = choices[at++ % choices.length] ?? 0
      if (node.type !== 'user' || choice % 2 === 0) continue
      node.attributes.set('c:limit', 'P1D')
      node.attributes.set('c:onLimit', atTheLimit[(choice >>> 1) % atTheLimit.length] ?? 'nothing')
      if (choice % 5 === 0) continue
      node.attributes.set('c:reminders', '2')
      node.attributes.set('c:remindBefore', 'PT2H')
      node.attributes.set('c:remindEvery', 'PT1H')
    }
  }
  visit(drawing)
  return drawing
}

/** Hangs signals on some tasks: reminders beside them, and ways round them to where they lead anyway. */
export function withSignals(drawing: Drawing, choices: readonly number[]): Drawing {
  let at = 0
  const visit = (scope: Drawing): void => {
    for (const node of scope.nodes.slice()) {
      if (node.inside) visit(node.inside)
      const choice = choices[at++ % choices.length] ?? 0
      if (node.type === 'user' && choice % 4 === 0) hang(scope, node.id, choice % 8 === 0)
    }
  }
  visit(drawing)
  return drawing
}

/** An event sub-process in the process, or in one of its sub-processes, interrupting or not. */
export function withEvents(drawing: Drawing, choice: number): Drawing {
  const scopes = [drawing, ...drawing.nodes.flatMap((node) => node.inside ?? [])]
  const scope = scopes[choice % scopes.length] ?? drawing
  if (choice % 3 === 0) return drawing
  const part = (type: string, id: string) => ({
    type,
    id,
    flags: new Set<string>(),
    attributes: new Map<string, string>(),
  })
  const start = {
    ...part('start', 'event_start'),
    event: { kind: 'signal', value: 'changed' },
    flags: new Set(choice % 2 ? ['non-interrupting'] : []),
  }
  const nodes = [start, part('user', 'event_first'), part('user', 'event_second'), part('end', 'event_end')]
  const flows = nodes.slice(1).map((node, index) => ({
    id: `event_flow${index}`,
    from: nodes[index]?.id ?? '',
    to: node.id,
    isDefault: false,
  }))
  scope.nodes.push({ ...part('esub', 'event_sub'), inside: { nodes, flows } })
  return drawing
}

function hang(scope: Drawing, host: string, interrupts: boolean): void {
  const [next] = scope.flows.filter((flow) => flow.from === host)
  const target = scope.nodes.find((node) => node.id === next?.to)
  // one more flow into a join would be one more token to wait for
  const goesRound = interrupts && target && target.type !== 'and' && target.type !== 'or'
  const event = { id: `signal_${host}`, attributes: new Map<string, string>(), host }
  const flags = new Set(goesRound ? [] : ['non-interrupting'])
  scope.nodes.push({ ...event, type: 'boundary', flags, event: { kind: 'signal', value: `for_${host}` } })
  const end = `end_${host}`
  if (!goesRound) scope.nodes.push({ type: 'end', id: end, flags: new Set(), attributes: new Map() })
  scope.flows.push({ id: `way_${host}`, from: event.id, to: goesRound ? target.id : end, isDefault: false })
}

/** Values for every decision of the drawing; the last ones lead out of every loop. */
function answers(names: string[], choice: number): Variables {
  return Object.fromEntries(
    names.map((name, index) => {
      const bits = Math.imul(choice + 1, 2654435761 + index * 40503) >>> 16
      return [name, name.startsWith('d') ? bits % 3 : bits % 2 === 0]
    }),
  )
}

const leaving = (names: string[]): Variables =>
  Object.fromEntries(names.map((name) => [name, name.startsWith('d') ? 2 : true]))

/** An instance that is kept twice: as it is, and saved and restored after every step. */
class Walker {
  readonly process: Process
  readonly names: string[]
  readonly commands: Command[] = []
  readonly done: string[] = []
  open: string[] = []
  timers: string[] = []
  state: State
  restored: State
  private minute = 0

  constructor(process: Process, names: string[], first: Variables) {
    this.process = process
    this.names = names
    const step = start(process, { id: 'i', variables: first, at: this.now() })
    this.state = deepFreeze(step.state)
    this.restored = JSON.parse(JSON.stringify(step.state)) as State
    this.take(step.effects)
  }

  /** Carries a move out; false when it is refused, and then nothing may have changed. */
  move(move: Move): boolean {
    const command = { at: this.now(), ...move } as Command
    const before = JSON.stringify(this.state)
    const step = this.attempt(command)
    if (!step) {
      isSame(JSON.stringify(this.state), before)
      return false
    }
    this.commands.push(command)
    isSame(notPlainJson(step.state), undefined)
    holdsTogether(step.state)
    const saved = JSON.stringify(step.state)
    isSame(JSON.stringify(advance(this.process, this.restored, command).state), saved)
    this.restored = JSON.parse(saved) as State
    this.state = deepFreeze(step.state)
    if (move.type === 'completeTask' || (move.type === 'addSigner' && move.place === 'after')) {
      this.close(move.taskId)
      this.done.push(move.taskId)
    }
    if (move.type === 'timerFired') this.stop(move.timerId)
    this.take(step.effects)
    isSame(
      step.events.filter((event) => event.type === 'incidentRaised'),
      [],
    )
    this.agrees()
    return true
  }

  private attempt(command: Command): Step | undefined {
    try {
      return advance(this.process, this.state, command)
    } catch (error) {
      if (error instanceof CommandError) return undefined
      throw error
    }
  }

  /** What the effects have opened and closed is what the engine says is open. */
  private agrees(): void {
    const told = openSteps(this.process, this.state).flatMap((step) => step.taskIds)
    isSame([...this.open].sort(), told.sort())
  }

  private now(): string {
    return new Date(Date.UTC(2026, 10, 2, 9, this.minute++)).toISOString()
  }

  private take(effects: Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'createTask') {
        isSame(
          this.open.includes(effect.taskId) || this.done.includes(effect.taskId),
          false,
          'an id is used twice',
        )
        this.open.push(effect.taskId)
      }
      if (effect.type === 'cancelTask') this.close(effect.taskId)
      if (effect.type === 'scheduleTimer') this.timers.push(effect.timerId)
      if (effect.type === 'cancelTimer') this.stop(effect.timerId)
      if (effect.type === 'remindTask' || effect.type === 'escalateTask')
        isSame(this.open.includes(effect.taskId), true, `${effect.taskId} is nobody’s and is told of`)
    }
  }

  private stop(timerId: string): void {
    isSame(this.timers.includes(timerId), true, `${timerId} is stopped and did not run`)
    this.timers = this.timers.filter((one) => one !== timerId)
  }

  private close(taskId: string): void {
    isSame(this.open.includes(taskId), true, `${taskId} is closed and was not open`)
    this.open = this.open.filter((one) => one !== taskId)
  }
}

/** A move that one number of the walk stands for. */
function moveFor(walker: Walker, choice: number): Move | undefined {
  const { open, done, names, process, state, timers } = walker
  const taskId = open[choice % open.length] ?? ''
  const pick = choice >>> 5
  const variables = answers(names, choice)
  const person = people[pick % people.length] ?? 'lin'
  const to = { user: person }
  switch (pick % 16) {
    case 0:
      return { type: 'returnTo', taskId, to: 'previous', ...(choice % 2 ? { then: 'direct' as const } : {}) }
    case 1:
      return { type: 'returnTo', taskId, to: 'starter', ...(choice % 2 ? { then: 'direct' as const } : {}) }
    case 2:
    case 3: {
      const { targets = [] } =
        verbsAt(process, state, taskId).find((one) => one.verb === 'returnToStep') ?? {}
      const target = targets[choice % Math.max(targets.length, 1)]
      if (!target) return undefined
      const then = target.direct && choice % 3 === 0 ? { then: 'direct' as const } : {}
      return { type: 'returnTo', taskId, to: { elementId: target.elementId }, ...then }
    }
    case 4:
      return { type: 'takeBack', taskId: done[choice % Math.max(done.length, 1)] ?? '' }
    case 5:
      return { type: 'transfer', taskId, to }
    case 6:
      return { type: 'delegate', taskId, to }
    case 7: {
      const place = (['before', 'after', 'parallel'] as const)[choice % 3] ?? 'before'
      const mode = (['all', 'any', 'inOrder'] as const)[pick % 3] ?? 'all'
      return {
        type: 'addSigner',
        taskId,
        place,
        mode,
        signers: [to],
        ...(place === 'after' ? { variables } : {}),
      }
    }
    case 8: {
      const removable = open.flatMap((id) => {
        const { signers = [] } = verbsAt(process, state, id).find((one) => one.verb === 'removeSigner') ?? {}
        return signers.map((signer) => ({ type: 'removeSigner' as const, taskId: id, signer }))
      })
      return removable[choice % Math.max(removable.length, 1)]
    }
    case 9:
      return {
        type: 'handOver',
        from: person,
        to: { user: people[(pick + 1) % people.length] ?? 'wang' },
        ...(choice % 2 ? { taskIds: [taskId] } : {}),
      }
    case 10: {
      const elements = [...process.elements.keys()]
      return { type: 'jump', from: taskId, to: elements[choice % elements.length] ?? '' }
    }
    case 12: {
      const signals = [...process.elements.values()].flatMap(({ event, attachedTo }) =>
        event?.kind !== 'signal' ? [] : [attachedTo ? `for_${attachedTo.id}` : 'changed'],
      )
      const name = signals[choice % Math.max(signals.length, 1)]
      return name === undefined ? undefined : { type: 'signalReceived', name }
    }
    case 13: {
      const timerId = timers[choice % Math.max(timers.length, 1)]
      return timerId === undefined ? undefined : { type: 'timerFired', timerId }
    }
    case 11:
      return choice % 4 === 0 ? { type: 'withdraw' } : undefined
    default: {
      const decision = choice % 5 === 0 ? 'reject' : 'approve'
      return { type: 'completeTask', taskId, variables: { ...variables, decision } }
    }
  }
}

/** Which verb a move is, as far as `verbsAt` can say without knowing where it goes. */
const answeredAs: Readonly<Record<string, string>> = {
  transfer: 'transfer',
  delegate: 'delegate',
  takeBack: 'takeBack',
  withdraw: 'withdraw',
}

/** What is said to be possible is carried out, and what is said not to be is refused. */
function isAsTold(walker: Walker, move: Move, isDone: boolean): void {
  const verb =
    move.type === 'returnTo' && move.then === undefined
      ? move.to === 'previous'
        ? 'returnToPrevious'
        : move.to === 'starter'
          ? 'returnToStarter'
          : undefined
      : answeredAs[move.type]
  if (!verb) return
  const taskId = 'taskId' in move ? move.taskId : ''
  const told = verbsAt(walker.process, walker.state, taskId).find((one) => one.verb === verb)
  if (told?.allowed === isDone) return
  // a person may already have a place at the step, which depends on who is named
  const isNamed = move.type === 'transfer' || move.type === 'delegate'
  expect(isNamed && told?.allowed, `${verb} is told ${told?.reason ?? 'possible'} and was ${isDone}`).toBe(
    true,
  )
}

export interface VerbWalk {
  verbs: Map<string, number>
  status: string
}

/** Walks a random path of verbs, then completes everything: the instance must come to its end. */
export async function walkVerbs(drawing: Drawing, choices: readonly number[]): Promise<VerbWalk> {
  const process = await compile(bpmnXml('process_random', drawing))
  const names = decisionNames(drawing)
  const first = answers(names, choices[0] ?? 0)
  const walker = new Walker(process, names, first)
  const counts = new Map<string, number>()
  for (const choice of choices.slice(1)) {
    if (walker.state.status !== 'running') break
    const move = moveFor(walker, choice)
    if (!move) continue
    const told = { ...walker, process, state: walker.state } as Walker
    const isDone = walker.move(move)
    isAsTold(told, move, isDone)
    if (isDone) counts.set(move.type, (counts.get(move.type) ?? 0) + 1)
  }
  finish(walker)
  replay(walker, first)
  return { verbs: counts, status: walker.state.status }
}

function finish(walker: Walker): void {
  for (let left = 400; left > 0 && walker.state.status === 'running'; left--) {
    const [taskId] = walker.open
    if (taskId === undefined) break
    const variables = { ...leaving(walker.names), decision: 'approve' }
    expect(walker.move({ type: 'completeTask', taskId, variables })).toBe(true)
  }
  expect(walker.state.status, `open: ${walker.open.join(' ')}`).toBe('completed')
  expect(walker.timers).toEqual([])
}

function replay({ process, commands, state }: Walker, variables: Variables): void {
  const log = JSON.parse(JSON.stringify(commands)) as Command[]
  const begun = start(process, { id: 'i', variables, at: new Date(Date.UTC(2026, 10, 2, 9)).toISOString() })
  const last = log.reduce((before, command) => advance(process, before.state, command), begun)
  expect(JSON.stringify(last.state)).toBe(JSON.stringify(state))
}
