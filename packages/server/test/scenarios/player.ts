import { advance, start, type Command, type Event, type State, type Variables } from '@canmou/engine'
import type { InstanceDetail } from '@canmou/contract'
import pg from 'pg'
import type { TestApp } from '../app.ts'
import { Definitions } from '../../src/processes/definitions.ts'
import { changeInstance } from '../../src/work/change-instance.ts'
import { runCommand } from '../../src/work/run-command.ts'
import { startInstance } from '../../src/work/start-instance.ts'
import type { LoggedCommand } from '../../src/work/step-draft.ts'
import type { Work as Desk } from '../../src/work/work.ts'
import { Work } from '../work/approval.ts'
import { attachFiles } from './attach-files.ts'
import { foresee, untold } from './foreseen-act.ts'
import { References } from './references.ts'
import type { Data, Scenario, ScenarioStep } from './scenario.ts'

export interface Played {
  status: string
  trace: string[]
  entered: Set<string>
  open: string[]
  published: string[]
  versions: number
  variables: Variables
  incidents: string[]
  /** What did not follow as whoever did a task was told before. */
  untold: string[]
}

/** Plays a scenario over HTTP: people by their requests, timers by the clock, the other processes by their jobs. */
export class Player {
  private readonly app: TestApp
  private readonly desk: Desk
  private readonly clock: { at: Date }
  private readonly work: Work
  private readonly references: References
  private id = ''
  private readonly untold: string[] = []

  constructor(app: TestApp, desk: Desk, clock: { at: Date }) {
    this.app = app
    this.desk = desk
    this.clock = clock
    this.work = new Work(app)
    this.references = new References(app)
  }

  /** `watch` is told the instance once it is begun, and after each step. */
  async play(scenario: Scenario, watch?: (id: string) => Promise<void>): Promise<Played> {
    this.clock.at = new Date(scenario.start.at ?? '2026-11-24T01:00:00Z')
    await this.begin(scenario)
    await watch?.(this.id)
    for (const step of scenario.steps) {
      this.clock.at = new Date(this.clock.at.getTime() + 60_000)
      await this.step(step)
      await watch?.(this.id)
    }
    return this.outcome(scenario)
  }

  /** Plays the steps of a scenario in the instance that the last one has handed over to; gives its page. */
  async playOn(process: string, { steps }: Pick<Scenario, 'steps'>): Promise<InstanceDetail> {
    await this.app.app.jobs.runDue()
    // Not everybody who worked on the source may see what it was handed over to.
    const next = await this.app.database.asSystem((tx) =>
      tx.first<{ id: string }>('select id from instances where source_instance_id = $1 and process_id = $2', [
        this.id,
        process,
      ]),
    )
    if (!next) throw new Error(`nothing was handed over to ${process}`)
    this.id = next.id
    this.references.goOn()
    await this.playSteps(steps)
    return this.asStarter()
  }

  /** Plays the steps of a scenario in the process that this one has called, and comes back; gives the called one's page. */
  async playCalled(process: string, { steps }: Pick<Scenario, 'steps'>): Promise<InstanceDetail> {
    await this.app.app.jobs.runDue()
    const caller = this.id
    const called = await this.app.database.asSystem((tx) =>
      tx.first<{ id: string }>('select id from instances where parent_instance_id = $1 and process_id = $2', [
        caller,
        process,
      ]),
    )
    if (!called) throw new Error(`${process} was not called`)
    this.id = called.id
    this.references.goOn()
    await this.playSteps(steps)
    const page = await this.asStarter()
    await this.app.app.jobs.runDue()
    this.id = caller
    this.references.goOn()
    return page
  }

  /** Goes on in the instance at hand. */
  async playSteps(steps: ScenarioStep[]): Promise<void> {
    for (const step of steps) {
      this.clock.at = new Date(this.clock.at.getTime() + 60_000)
      await this.step(step)
    }
  }

  /** The page of the instance at hand. */
  page(): Promise<InstanceDetail> {
    return this.asStarter()
  }

  private async begin({ process, start: how, settings }: Scenario): Promise<void> {
    const given = (await this.references.resolve({ ...settings, ...how.variables })) as Variables
    if (how.by !== undefined && Object.keys(given).length === 0) {
      this.id = (await this.work.start(how.by, process)).id
      return
    }
    const definition = await this.desk.definitions.inEffect(process)
    const timer = definition?.process.root.startEvents.find(({ event }) => event?.kind === 'timer')?.id
    const started = await startInstance(this.desk, {
      processId: process,
      actorId: null,
      starterId: this.app.idOf(how.by ?? 'marketManager'),
      variables: given,
      at: this.clock.at,
      ...(how.message !== undefined && { messageName: how.message }),
      ...(how.timer && { startElementId: timer }),
    })
    this.id = started.id
  }

  private async step({
    task,
    by = '',
    verb = 'submit',
    data,
    documents,
    opinion,
    timer,
    message,
    call,
    variables,
  }: ScenarioStep): Promise<void> {
    if (task !== undefined) {
      const resolved = data && ((await this.references.resolve(data)) as Record<string, unknown>)
      const { id: taskId } = await this.work.openTask(by, this.id, task)
      const filled = resolved && (await attachFiles(this.app, taskId, by, resolved))
      if (documents)
        await this.work.fillDocuments(by, taskId, (await this.references.resolve(documents)) as Data[])
      const payload = { ...(filled && { data: filled }), ...(opinion !== undefined && { opinion }) }
      const before = await this.work.instance(by, this.id)
      const told = await foresee(this.app, by, taskId, verb, payload)
      await this.work.act(by, this.id, task, verb, payload)
      this.untold.push(...untold(told, before.tasks, await this.work.instance(by, this.id)))
      await this.noteRecords()
    } else if (timer !== undefined) await this.letTimePass()
    else if (message !== undefined && variables?.['askedBy'] === undefined)
      await this.deliver(message, (variables ?? {}) as Variables)
    else if (message !== undefined) await this.ask(message, variables ?? {})
    else if (call !== undefined)
      await this.answerCall((await this.references.resolve(variables ?? {})) as Variables)
  }

  /** A message that the program itself sends. */
  private async deliver(name: string, variables: Variables): Promise<void> {
    this.desk.instances.forget(this.id)
    await changeInstance(this.desk, {
      instanceId: this.id,
      actorId: null,
      prepare: (_, world) => ({
        decide: (draft) =>
          runCommand(world, draft, { type: 'messageReceived', at: draft.commandAt, name, variables }),
      }),
    })
  }

  /** Somebody of the department that asks, who takes part. */
  private async ask(message: string, { askedBy, question }: Record<string, unknown>): Promise<void> {
    const asker = await this.app.database.asSystem((tx) =>
      tx.first<{ username: string }>(
        `select p.username
         from instance_participants i join people p on p.id = i.person_id
         where i.instance_id = $1 and p.department_id = $2
         order by p.username`,
        [this.id, askedBy],
      ),
    )
    if (!asker) throw new Error(`nobody of ${String(askedBy)} takes part`)
    const answer = await this.app.as(asker.username)({
      method: 'POST',
      url: `/api/instances/${this.id}/questions`,
      payload: { message, text: question },
    })
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }

  private async noteRecords(): Promise<void> {
    const rows = await this.app.database.asSystem((tx) =>
      tx.query<{ id: string; kind: string }>(
        `select id, kind from records where instance_id = $1 and version > 0 order by number`,
        [this.id],
      ),
    )
    this.references.made = new Map()
    for (const { id, kind } of rows) {
      this.references.made.set(kind, [...(this.references.made.get(kind) ?? []), id])
    }
  }

  /** Until the last of the instance's timers is due. */
  private async letTimePass(): Promise<void> {
    // The desk that began the instance did not see what was done over HTTP since.
    this.desk.instances.forget(this.id)
    const live = await this.desk.instances.get(this.id)
    const last = Object.values(live?.timers ?? {})
      .sort()
      .at(-1)
    if (last === undefined) throw new Error('no timer waits')
    this.clock.at = new Date(last)
    await this.app.app.jobs.runDue()
    this.desk.instances.forget(this.id)
  }

  /** The called process is somebody else's scenario: it is answered as if it had run. */
  private async answerCall(variables: Variables): Promise<void> {
    const callId = await this.waitingCall()
    await this.app.database.call(
      `insert into jobs (kind, key, payload, run_at) values ('callEnded', $1, $2, $3)`,
      [
        `ended:${this.id}`,
        JSON.stringify({ instanceId: this.id, callId, status: 'completed', variables }),
        this.clock.at,
      ],
    )
    await this.app.app.jobs.runDue()
    this.desk.instances.forget(this.id)
  }

  /** The call that waits: its process was not begun yet or, where the runner came first, is running. */
  private async waitingCall(): Promise<string> {
    const [job] = await this.app.database.call<{ payload: { callId: string } }>(
      `delete from jobs where kind = 'startCalled' and payload ->> 'instanceId' = $1 returning payload`,
      [this.id],
    )
    if (job) return job.payload.callId
    const called = await this.app.database.asSystem((tx) =>
      tx.first<{ callId: string }>(
        `select parent_call_id as "callId" from instances
         where parent_instance_id = $1 and status = 'running'
         order by started_at desc, number desc limit 1`,
        [this.id],
      ),
    )
    if (!called) throw new Error('no call waits')
    return called.callId
  }

  private async outcome({ process }: Scenario): Promise<Played> {
    const client = new pg.Client({ connectionString: this.app.adminUrl })
    await client.connect()
    try {
      // What there may be one of only (the plan of a month) is free for the next scenario.
      await client.query('update instances set one_per = null where id = $1', [this.id])
    } finally {
      await client.end()
    }
    const instance = await this.asStarter()
    const definition = await this.desk.definitions.inEffect(process)
    const main = definition?.definition.mainRecord
    const { state, events } = await this.replay()
    const trace: string[] = []
    for (const event of events) {
      if (event.type !== 'elementEntered' || /(Overdue|Remind|Reminded)$/.test(event.elementId)) continue
      if (trace.at(-1) !== event.elementId) trace.push(event.elementId)
    }
    return {
      status: instance.status,
      trace,
      entered: new Set(trace),
      open: [
        ...new Set(instance.tasks.flatMap(({ state: is, elementId }) => (is === 'open' ? elementId : []))),
      ],
      published: await this.published(),
      versions: Math.max(
        0,
        ...instance.records.flatMap(({ kind, version }) => (kind === main ? version : [])),
      ),
      variables: state.variables,
      incidents: instance.timeline.flatMap(({ type, opinion }) =>
        type === 'incident' ? (opinion ?? '') : [],
      ),
      untold: this.untold,
    }
  }

  private async asStarter(): Promise<InstanceDetail> {
    const live = await this.app.database.asSystem((tx) =>
      tx.first<{ username: string }>(
        'select p.username from instances i join people p on p.id = i.starter_id where i.id = $1',
        [this.id],
      ),
    )
    return this.work.instance(live?.username ?? '', this.id)
  }

  private async published(): Promise<string[]> {
    const rows = await this.app.database.asSystem((tx) =>
      tx.query<{ name: string }>(
        `select e ->> 'name' as name
         from steps s, jsonb_array_elements(s.entries) e
         where s.instance_id = $1 and e ->> 'type' = 'messagePublished'
         order by s.version`,
        [this.id],
      ),
    )
    return rows.map(({ name }) => name)
  }

  /** The log of commands gives the same state again, to the byte (architecture.md, "The engine"). */
  private async replay(): Promise<{ state: State; events: Event[] }> {
    const stored = await this.app.database.asSystem(async (tx) => ({
      row: await tx.first<{ state: string; versionId: string }>(
        'select state, process_version_id as "versionId" from instances where id = $1',
        [this.id],
      ),
      commands: await tx.query<{ commands: string }>('select replay_commands($1) as commands', [this.id]),
    }))
    if (!stored.row) throw new Error('the instance is gone')
    const { process } = await new Definitions(this.app.database).get(stored.row.versionId)
    const commands = stored.commands.flatMap(({ commands: text }) => JSON.parse(text) as LoggedCommand[])
    const events: Event[] = []
    let state: State | undefined
    for (const command of commands) {
      const step =
        command.type === 'start'
          ? start(process, { ...command, id: this.id })
          : advance(process, asStarted(state), command satisfies Command)
      state = step.state
      events.push(...step.events)
    }
    const rebuilt = asStarted(state)
    if (JSON.stringify(rebuilt) !== stored.row.state) throw new Error('the replay gave another state')
    return { state: rebuilt, events }
  }
}

function asStarted(state: State | undefined): State {
  if (!state) throw new Error('the log does not begin with a start')
  return state
}
