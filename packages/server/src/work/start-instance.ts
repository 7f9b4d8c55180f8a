import type { Json, Variables } from '@canmou/engine'
import { newId } from '../db/new-id.ts'
import { Failure } from '../http/failure.ts'
import { localInstant } from '../organization/local-day.ts'
import type { Definition } from '../processes/definitions.ts'
import { saveStep } from './change-instance.ts'
import {
  LostRace,
  type ClaimedJob,
  type JobChange,
  type KeyedAnswer,
  type StartChange,
} from './apply-step.ts'
import type { Directory, DirectoryPerson } from './directory.ts'
import type { LiveInstance } from './live-instance.ts'
import { runCommand } from './run-command.ts'
import { StepDraft } from './step-draft.ts'
import type { Work } from './work.ts'

export interface StartRequest {
  /** 流程代号 (SC-001). */
  processId: string
  /** Who acts; null where the program itself starts it. */
  actorId: string | null
  /** Whose instance it is. */
  starterId: string
  /** What the process is handed, over its settings. */
  variables?: Variables
  /** What the first form starts with. */
  prefill?: Record<string, unknown>
  startElementId?: string | undefined
  messageName?: string | undefined
  level?: number | undefined
  /** For which moment it is started, where that is not now. */
  at?: Date
  /** The process version that it reviews. */
  reviewOf?: string
  /** A job to put in line in the same transaction. */
  followUp?: JobChange
  /** Whether there may be one such instance only, by the process's `onePer` variable; fails with InstanceThere. */
  isOnePer?: boolean
  sourceId?: string | undefined
  /** How far what starts it was passed on (messages/goes-round.ts). */
  passed?: number | undefined
  parent?: { instanceId: string; callId: string } | undefined
  job?: ClaimedJob | undefined
  answer?: ((instance: LiveInstance) => KeyedAnswer) | undefined
}

const mostTries = 12
/** 内部: what an instance begins with where nothing else is said. */
export const firstLevel = 1

/**
 * Starts an instance of the version in effect, numbered SC001-202611-0001 (domain.md §9), up to its first open tasks. Fails
 * with PROCESS_UNKNOWN, PROCESS_NOT_IN_EFFECT (domain.md §3 GOV-2) or INSTANCE_BUSY.
 */
export async function startInstance(work: Work, request: StartRequest): Promise<LiveInstance> {
  for (let tries = 1; ; tries++) {
    const definition = await definitionToStart(work, request.processId)
    try {
      return await tryOnce(work, definition, request)
    } catch (error) {
      if (!(error instanceof LostRace)) throw error
      // Either the version or somebody's position is not what this server believed.
      work.definitions.forgetInEffect(request.processId)
      await work.directory.reload()
      if (tries === mostTries) throw new Failure('INSTANCE_BUSY', {}, undefined, error)
    }
  }
}

/** The version in effect. Fails with PROCESS_UNKNOWN or PROCESS_NOT_IN_EFFECT. */
export async function definitionToStart(work: Work, processId: string): Promise<Definition> {
  const definition = await work.definitions.inEffect(processId)
  if (definition) return definition
  const isKnown = await work.database.asSystem((tx) =>
    tx.first('select from processes where id = $1', [processId]),
  )
  throw new Failure(isKnown ? 'PROCESS_NOT_IN_EFFECT' : 'PROCESS_UNKNOWN', { process: processId })
}

async function tryOnce(work: Work, definition: Definition, request: StartRequest): Promise<LiveInstance> {
  const directory = await work.directory.current()
  const starter = directory.person(request.starterId)
  if (!starter) throw new LostRace(`Nobody is ${request.starterId}`)
  const calendar = await work.calendar.at(directory.version)
  const now = work.now()
  const prefix = definition.processId.replace('-', '')
  return work.numbers.next(prefix, now, async (number) => {
    const before = unstarted(definition, request, starter, number.text, now)
    const draft = new StepDraft(before, now, request.actorId)
    draft.numbers.push(number)
    draft.start = startChange(before)
    draft.prefill = request.prefill ?? {}
    draft.passed = request.passed ?? 0
    draft.addParticipants([starter.id])
    draft.entries.push({ type: 'instanceStarted' })
    runCommand({ catalogue: work.catalogue, directory, calendar }, draft, {
      type: 'start',
      at: request.at ? localInstant(request.at) : draft.commandAt,
      variables: startVariables(definition, directory, starter, request.variables, now),
      ...(request.messageName !== undefined && { messageName: request.messageName }),
      ...(request.startElementId !== undefined && { startElementId: request.startElementId }),
    })
    if (request.reviewOf !== undefined) draft.versions.push({ id: request.reviewOf, status: 'inReview' })
    if (request.followUp) draft.jobs.push(request.followUp)
    if (request.isOnePer) draft.start = { ...startChange(before), onePer: onePerOf(draft) }
    await saveStep(work, draft, directory, request.answer?.(draft.next), request.job)
    return draft.next
  })
}

function unstarted(
  definition: Definition,
  request: StartRequest,
  starter: DirectoryPerson,
  number: string,
  now: Date,
): LiveInstance {
  return {
    id: newId(),
    number,
    definition,
    title: definition.definition.name['zh-CN'],
    level: Math.min(request.level ?? firstLevel, 3),
    departmentId: definition.definition.departmentId,
    starterId: starter.id,
    status: 'running',
    version: 0,
    startedAt: now.toISOString(),
    timers: {},
    sourceId: request.sourceId,
    parent: request.parent,
    tasks: [],
    records: [],
    participants: [],
  }
}

/** What makes the instance itself, in the step that starts it. */
function startChange(instance: LiveInstance): StartChange {
  return {
    number: instance.number,
    process: instance.definition.processId,
    processVersion: instance.definition.versionId,
    department: instance.departmentId,
    starter: instance.starterId,
    source: instance.sourceId,
    parent: instance.parent?.instanceId,
    parentCall: instance.parent?.callId,
  }
}

/** `planMonth=2026-12`: the value that the process itself worked out at its start. */
export function onePerText(name: string, value: Json): string {
  return `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`
}

function onePerOf({ next }: StepDraft): string | undefined {
  const name = next.definition.definition.onePer
  const value = name === undefined ? undefined : next.state?.variables[name]
  return name === undefined || value === undefined || value === null ? undefined : onePerText(name, value)
}

/** Settings, who starts it, the holders that the process asks for, and what it was handed, each over the ones before. */
export function startVariables(
  { definition }: Definition,
  directory: Directory,
  starter: DirectoryPerson,
  given: Variables = {},
  now: Date,
): Variables {
  const settings = definition.settings.map((setting) => [setting.id, setting.default as Json])
  const holders = Object.entries(definition.people ?? {}).map(([variable, position]) => [
    variable,
    directory.holdersOf(position, now).map(({ username }) => username),
  ])
  return {
    ...(Object.fromEntries(settings) as Variables),
    starter: starter.username,
    ...(Object.fromEntries(holders) as Variables),
    ...given,
  }
}
