import type { OpenItem } from '../../cli/headless.ts'
import { advance, CommandError, compile, start, verbsAt } from '../../src/index.ts'
import type {
  Actor,
  Command,
  Context,
  CreateTask,
  Effect,
  Event,
  Process,
  Situation,
  State,
  Variables,
  Verb,
  VerbAnswer,
} from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'
import { deepFreeze, notPlainJson } from '../golden/plain-json.ts'
import { holdsTogether, isSame } from './tokens.ts'

/** A small drawing for each context: T is the step at which the verbs are tried, between B and H. */
const drawings: Readonly<Record<Context, string>> = {
  single: 'S > A > B > T > H > C > E',
  countersign: 'user T group=p1,p2,p3 c:mode=all\nS > A > B > T > H > C > E',
  orSign: 'user T group=p1,p2,p3 c:mode=any\nS > A > B > T > H > C > E',
  inOrder: 'user T group=p1,p2,p3 c:mode=inOrder\nS > A > B > T > H > C > E',
  vote: 'user T group=p1,p2,p3 c:mode=vote\nS > A > B > T > H > C > E',
  multiInstance: 'user T parallel each=people as=person FORM\nS > A > B > T > H > C > E',
  parallel: 'and G\nand J\nS > A > G\nG > B > T > H > J\nG > D > J\nJ > C > E',
  inclusive: 'or G\nor J\nS > A > G\nG >[x] B\nB > T > H > J\nG >[x] D\nD > J\nG >else F > J\nJ > C > E',
  subProcess: 'sub P\n  S2 > B > T > H > E2\nS > A > P > C > E',
  afterSubProcess: 'sub P\n  S2 > B > E2\nS > A > P > T > H > C > E',
  loop: 'user T loop while=again FORM\nS > A > B > T > H > C > E',
  afterCall: 'call K process=child\nS > A > B > K > T > H > C > E',
  calledProcess: 'S > A > B > T > H > C > E',
  eventSubProcess:
    'esub P\n  start S2 message changed non-interrupting\n  S2 > B > T > H > E2\nS > A > C > E',
}

const startVariables: Variables = { starter: 'lin', people: ['x', 'y'], x: true, again: false }

const compiled = new Map<string, Promise<Process>>()

/** The drawing, with T a form where the verb is to submit it. */
function processOf(context: Context, isForm: boolean): Promise<Process> {
  const key = `${context} ${isForm}`
  const known = compiled.get(key)
  if (known) return known
  const text = drawings[context].replace('FORM', isForm ? 'form=PLAN' : '')
  const withForm = isForm && !text.includes('user T') ? declared(text, 'user T form=PLAN') : text
  const made = compile(bpmnXml('process_verbs', readDrawing(declared(withForm, 'user A form=MRP'))))
  compiled.set(key, made)
  return made
}

/** A declaration stands in the scope in which the step is used. */
function declared(text: string, line: string): string {
  const id = line.split(' ')[1] ?? ''
  const lines = text.split('\n')
  const at = lines.findIndex((one) => new RegExp(`> ${id}\\b`).test(one))
  const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? ''
  return lines.toSpliced(at, 0, `${indent}${line}`).join('\n')
}

/** An instance in someone's hands: what is open, and every command that was given. */
export class Instance {
  readonly process: Process
  state: State
  open: OpenItem[] = []
  tasks = new Map<string, CreateTask>()
  events: Event[] = []
  private minute = 0

  constructor(process: Process, variables: Variables) {
    this.process = process
    const step = start(process, { id: 'i', variables, at: this.now() })
    this.state = step.state
    this.take(step.effects)
  }

  /** Gives a command; every time the state must be plain JSON and its tokens must add up. */
  do(command: Command extends infer One ? (One extends Command ? Omit<One, 'at'> : never) : never): Event[] {
    const before = JSON.stringify(this.state)
    const step = advance(this.process, deepFreeze(this.state), { at: this.now(), ...command } as Command)
    isSame(JSON.stringify(this.state), before)
    isSame(notPlainJson(step.state), undefined)
    holdsTogether(step.state)
    this.state = step.state
    if ('taskId' in command && command.type === 'completeTask') this.close(command.taskId)
    if (command.type === 'addSigner' && command.place === 'after') this.close(command.taskId)
    if (command.type === 'callCompleted') this.close(command.callId)
    this.take(step.effects)
    this.events.push(...step.events)
    return step.events
  }

  task(elementId: string): OpenItem | undefined {
    return this.open.find((item) => item.kind === 'task' && item.elementId === elementId)
  }

  complete(elementId: string, variables: Variables = { decision: 'approve' }, by?: Actor): string {
    const task = this.task(elementId)
    if (!task)
      throw new Error(`${elementId} is not open; open: ${this.open.map((one) => one.elementId).join(' ')}`)
    this.do({ type: 'completeTask', taskId: task.id, variables, ...(by ? { by } : {}) })
    return task.id
  }

  /** Completes everything until nothing is open any more. */
  finish(): void {
    for (let left = 60; left > 0 && this.state.status === 'running'; left--) {
      const [first] = this.open
      if (!first) break
      if (first.kind === 'call') this.do({ type: 'callCompleted', callId: first.id })
      else this.do({ type: 'completeTask', taskId: first.id, variables: { decision: 'approve' } })
    }
  }

  verb(taskId: string, verb: Verb, by?: Actor): VerbAnswer {
    const answers = verbsAt(this.process, this.state, taskId, by ? { by } : {})
    const answer = answers.find((one) => one.verb === verb)
    if (!answer) throw new Error(`no answer about ${verb}`)
    return answer
  }

  private now(): string {
    return new Date(Date.UTC(2026, 10, 2, 9, this.minute++)).toISOString()
  }

  private take(effects: Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'createTask') {
        this.tasks.set(effect.taskId, effect)
        this.open.push({ kind: 'task', id: effect.taskId, elementId: effect.elementId })
      }
      if (effect.type === 'callProcess')
        this.open.push({ kind: 'call', id: effect.callId, elementId: effect.elementId })
      if (effect.type === 'cancelTask') this.close(effect.taskId)
      if (effect.type === 'cancelCall') this.close(effect.callId)
    }
  }

  private close(id: string): void {
    const at = this.open.findIndex((item) => item.id === id)
    if (at < 0) throw new Error(`${id} is closed and was not open`)
    this.open.splice(at, 1)
  }
}

/** T, as far as the situation asks: a task id, and who acts. */
export interface Setting {
  instance: Instance
  taskId: string
  by: Actor
}

const holder: Actor = { user: 'zhou', roles: ['holder'] }
export const administrator: Actor = { user: 'admin', roles: ['administrator'] }
export const starter: Actor = { user: 'lin', roles: ['starter'] }

export async function setting(context: Context, situation: Situation, verb: Verb): Promise<Setting> {
  const isForm = verb === 'submit'
  const called = context === 'calledProcess' ? { calledFrom: 'SC-000' } : {}
  const instance = new Instance(await processOf(context, isForm), { ...startVariables, ...called })
  reachStep(instance, context)
  if (situation === 'afterReturn') {
    while (instance.task('T')) instance.complete('T')
    const taskId = instance.task('H')?.id ?? ''
    instance.do({ type: 'returnTo', taskId, to: { elementId: 'T' }, by: holder, reason: 'again, please' })
  }
  const taskId = instance.task('T')?.id ?? ''
  if (situation === 'substitute') return { instance, taskId, by: { ...holder, onBehalfOf: 'wu' } }
  if (situation === 'addSignOpen') {
    const people = [{ user: 'added' }]
    if (isForm) instance.do({ type: 'delegate', taskId, to: { user: 'added' }, by: holder })
    else instance.do({ type: 'addSigner', taskId, place: 'before', signers: people, by: holder })
  }
  return { instance, taskId, by: holder }
}

function reachStep(instance: Instance, context: Context): void {
  instance.complete('A', {})
  if (context === 'eventSubProcess') instance.do({ type: 'messageReceived', name: 'changed' })
  if (context !== 'eventSubProcess' || instance.task('B')) instance.complete('B')
  const call = instance.open.find((item) => item.kind === 'call')
  if (call) instance.do({ type: 'callCompleted', callId: call.id })
}

/** Why a command is refused; nothing when it is carried out. */
export function refusalOf(act: () => unknown): string | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    return error.reason ?? error.code
  }
}
