import { advance, compile, start } from '../../packages/engine/src/index.ts'
import type {
  Command,
  CreateTask,
  Effect,
  Event,
  Json,
  Process,
  State,
  Step,
} from '../../packages/engine/src/index.ts'
import type { CatalogueProcess, Position, RecordKind, Scenario, ScenarioStep } from './catalogue.ts'
import { organization } from './catalogue.ts'
import { withComputed } from './computed.ts'

export interface Outcome {
  status: string
  trace: string[]
  entered: Set<string>
  open: string[]
  published: string[]
  cancelledTasks: string[]
  incidents: string[]
  variables: { [name: string]: unknown }
  /** How often each kind was submitted: the versions of the record where the process makes one of the kind. */
  versions: Map<string, number>
}

type Cast<Type extends Command['type']> = Extract<Command, { type: Type }>
type Bare<Value> = Value extends unknown ? Omit<Value, 'at'> : never

const people = organization.people()
const positions = new Map<string, Position>(organization.positions().map((one) => [one.id, one]))
const managerOf = new Map(organization.departments().map((one) => [one.id, one.managerPosition]))

/** Whether the person may do the task: by name, or by holding a position, being in a group or heading a department. */
export function mayDo(task: CreateTask, username: string): boolean {
  if (task.assignee !== undefined) return task.assignee === username
  if (task.candidateUsers.includes(username)) return true
  const held = people.find((person) => person.username === username)?.positions ?? []
  return task.candidateGroups.some((group) => {
    const members = positions.get(group)?.members ?? [
      positions.has(group) ? group : (managerOf.get(group) ?? group),
    ]
    return members.some((position) => held.includes(position))
  })
}

/** Plays the part that the server has: hands the engine what people do, and does the jobs. */
class Player {
  readonly outcome: Outcome
  private readonly process: Process
  private readonly kinds: Map<string, RecordKind>
  private readonly main: string | undefined
  private readonly open = new Map<string, CreateTask>()
  private readonly timers = new Map<string, string>()
  private readonly calls = new Map<string, string>()
  private state: State | undefined
  private clock: number

  constructor(process: Process, kinds: RecordKind[], main: string | undefined, at: string) {
    this.process = process
    this.kinds = new Map(kinds.map((kind) => [kind.view.code, kind]))
    this.main = main
    this.clock = Date.parse(at)
    this.outcome = {
      status: 'running',
      trace: [],
      entered: new Set(),
      open: [],
      published: [],
      cancelledTasks: [],
      incidents: [],
      variables: {},
      versions: new Map(),
    }
  }

  private now(): string {
    this.clock += 60_000
    return new Date(this.clock).toISOString()
  }

  begin(scenario: Scenario, variables: { [name: string]: Json }, startElementId: string | undefined): void {
    const how = scenario.start.message
      ? { messageName: scenario.start.message }
      : startElementId
        ? { startElementId }
        : {}
    this.take(start(this.process, { id: 'scenario', variables, at: this.now(), ...how }))
  }

  private send(command: Bare<Command>): void {
    if (!this.state) throw new Error('the instance was not started')
    this.take(advance(this.process, this.state, { ...command, at: this.now() } as Command))
  }

  private take(step: Step): void {
    this.state = step.state
    for (const event of step.events) this.note(event)
    const jobs: string[] = []
    for (const effect of step.effects) this.carryOut(effect, jobs)
    for (const jobId of jobs) this.send({ type: 'completeJob', jobId } satisfies Bare<Cast<'completeJob'>>)
    this.outcome.status = this.state.status
    this.outcome.variables = this.state.variables
    this.outcome.open = [...new Set([...this.open.values()].map((task) => task.elementId))]
  }

  private note(event: Event): void {
    if (event.type === 'incidentRaised') this.outcome.incidents.push(`${event.elementId}: ${event.message}`)
    if (event.type !== 'elementEntered') return
    const { elementId } = event
    this.outcome.entered.add(elementId)
    const isReminder = /(Overdue|Remind|Reminded)$/.test(elementId)
    if (!isReminder && this.outcome.trace.at(-1) !== elementId) this.outcome.trace.push(elementId)
  }

  private carryOut(effect: Effect, jobs: string[]): void {
    switch (effect.type) {
      case 'createTask':
        this.open.set(effect.taskId, effect)
        break
      case 'cancelTask':
        this.outcome.cancelledTasks.push(this.open.get(effect.taskId)?.elementId ?? effect.taskId)
        this.open.delete(effect.taskId)
        break
      case 'runJob':
        jobs.push(effect.jobId)
        break
      case 'scheduleTimer':
        this.timers.set(effect.timerId, effect.elementId)
        break
      case 'cancelTimer':
        this.timers.delete(effect.timerId)
        break
      case 'callProcess':
        this.calls.set(effect.elementId, effect.callId)
        break
      case 'publishMessage':
        this.outcome.published.push(effect.name)
        break
      case 'cancelJob':
      case 'cancelCall':
      case 'publishSignal':
      case 'remindTask':
      case 'escalateTask':
        break
    }
  }

  play(step: ScenarioStep): void {
    if (step.task) this.doTask(step)
    else if (step.timer) this.fire(step.timer)
    else if (step.message)
      this.send({ type: 'messageReceived', name: step.message, variables: asJson(step.variables) })
    else if (step.call) this.answer(step.call, step.variables)
  }

  private doTask({ task: elementId = '', by = '', verb, data, documents, opinion }: ScenarioStep): void {
    const mine = [...this.open.values()].find((task) => task.elementId === elementId && mayDo(task, by))
    if (!mine) {
      const open = [...this.open.values()].map(
        (task) => `${task.elementId} for ${task.assignee ?? task.candidateGroups.join()}`,
      )
      throw new Error(
        `${by} has no ${elementId}; open: ${open.join(', ')}; ${this.outcome.incidents.join(', ')}`,
      )
    }
    const canmou = this.process.elements.get(elementId)?.canmou
    const decides = canmou?.decision === 'approve-reject' || canmou?.decision === 'read'
    if (decides === (verb === 'submit')) throw new Error(`${elementId} does not offer ${verb}`)
    const wanted =
      canmou?.opinion === 'required' || (canmou?.opinion === 'requiredOnReject' && verb === 'reject')
    if (wanted && !opinion) throw new Error(`${elementId} wants an opinion`)
    this.open.delete(mine.taskId)
    if (verb === 'submit') this.noteAmendment(elementId, data ?? {})
    const variables = {
      ...this.formVariables(mine, documents ?? [data ?? {}]),
      ...(verb === 'submit' ? {} : { decision: verb }),
      ...(opinion ? { opinion } : {}),
    }
    this.send({ type: 'completeTask', taskId: mine.taskId, variables: asJson(variables) })
  }

  private formVariables(
    task: CreateTask,
    documents: { [name: string]: unknown }[],
  ): { [name: string]: unknown } {
    const kind = this.kinds.get(task.formId ?? '')
    const [data = {}] = documents
    if (!kind) return data
    const { code, type } = kind.view
    const version = (this.outcome.versions.get(code) ?? 0) + 1
    this.outcome.versions.set(code, version)
    if (type === 'form') return withComputed(kind.schema, data)
    const records = documents.map((one, index) => ({
      ...withComputed(kind.schema, one),
      recordId: index === 0 ? `${code}-record` : `${code}-record-${index + 1}`,
      recordNumber: `${code}-202611-000${index + 1}`,
    }))
    const isMany = this.process.elements.get(task.elementId)?.properties['many'] === 'true'
    if (documents.length > 1 && !isMany) throw new Error(`${task.elementId} makes one document`)
    return { ...records[0], ...(isMany && { records }) }
  }

  /** A step that fills in a few fields of a document gives it a new version. */
  private noteAmendment(elementId: string, data: { [name: string]: unknown }): void {
    const { record = '', editable = '' } = this.process.elements.get(elementId)?.properties ?? {}
    if (!editable.split(',').some((name) => Object.hasOwn(data, name))) return
    this.outcome.versions.set(record, (this.outcome.versions.get(record) ?? 0) + 1)
  }

  private fire(elementId: string): void {
    const timer = [...this.timers].find(([, element]) => element === elementId)
    if (!timer) throw new Error(`no timer waits at ${elementId}`)
    this.timers.delete(timer[0])
    this.send({ type: 'timerFired', timerId: timer[0] })
  }

  private answer(elementId: string, variables: ScenarioStep['variables']): void {
    const callId = this.calls.get(elementId)
    if (callId === undefined) throw new Error(`no call waits at ${elementId}`)
    this.calls.delete(elementId)
    this.send({ type: 'callCompleted', callId, variables: asJson(variables) })
  }

  mainVersions(): number {
    return this.outcome.versions.get(this.main ?? '') ?? 0
  }
}

function asJson(value: { [name: string]: unknown } | undefined): { [name: string]: Json } {
  return JSON.parse(JSON.stringify(value ?? {})) as { [name: string]: Json }
}

/** Runs one scenario in the engine. */
export async function runScenario(
  { meta, xml }: CatalogueProcess,
  kinds: RecordKind[],
  scenario: Scenario,
): Promise<Outcome & { mainVersions: number }> {
  const process = await compile(xml)
  const settings = Object.fromEntries(meta.settings.map((setting) => [setting.id, setting.default]))
  const holders = Object.entries(meta.people ?? {}).map(([variable, position]) => [
    variable,
    people.filter((person) => person.positions.includes(position)).map(({ username }) => username),
  ])
  const variables = asJson({
    ...settings,
    ...scenario.settings,
    ...Object.fromEntries(holders),
    ...(scenario.start.by ? { starter: scenario.start.by } : {}),
    ...scenario.start.variables,
  })
  const player = new Player(process, kinds, meta.mainRecord, scenario.start.at ?? '2026-11-24T01:00:00Z')
  const byTimer = process.root.startEvents.find(({ event }) => event?.kind === 'timer')?.id
  player.begin(scenario, variables, scenario.start.timer ? byTimer : undefined)
  for (const step of scenario.steps) player.play(step)
  return { ...player.outcome, mainVersions: player.mainVersions() }
}
