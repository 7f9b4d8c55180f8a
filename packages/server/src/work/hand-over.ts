import type { Variables } from '@canmou/engine'
import type { Job } from '../jobs/job-queue.ts'
import { InstanceThere } from './apply-step.ts'
import { joinInstance } from './join-instance.ts'
import type { LiveInstance } from './live-instance.ts'
import { startInstance, type StartRequest } from './start-instance.ts'
import type { Definition } from '../processes/definitions.ts'
import type { Work } from './work.ts'

/**
 * Hands over to the process that the message starts (domain.md §7): a new instance that knows its source, or the running one
 * where there may be one only. A process that is not in effect is not started; the source's history says what it sent.
 */
export async function handOver(work: Work, job: Job): Promise<void> {
  await startByMessage(work, job, job.payload as unknown as FromOutside)
}

/** What reaches a process from outside: thrown by an instance, or sent by a person. */
export interface FromOutside {
  name: string
  variables: Variables
  instanceId?: string
  senderId?: string
  /** How far it was passed on without a person or a clock in between (messages/goes-round.ts). */
  passed?: number
}

/** Starts, or joins, the process that a message starts; false where it starts none. */
export async function startByMessage(work: Work, job: Job, message: FromOutside): Promise<boolean> {
  const target = await work.definitions.startedBy({ message: message.name })
  return target !== undefined && startFrom(work, job, target, message, { messageName: message.name })
}

/** Starts the process, or joins the instance where there may be one only; false where nobody is there whose it could be. */
export async function startFrom(
  work: Work,
  job: Job,
  target: Definition,
  { variables, instanceId, senderId, passed }: FromOutside,
  start: Pick<StartRequest, 'messageName' | 'startElementId'>,
): Promise<boolean> {
  const source = instanceId === undefined ? undefined : await work.instances.get(instanceId)
  const starterId = source?.starterId ?? senderId
  if (starterId === undefined) return false
  const level = source?.level ?? 1
  try {
    await startInstance(work, {
      processId: target.processId,
      actorId: null,
      starterId: await ownerOf(work, target, { starterId, level }),
      variables: { ...variables, ...(source && { sourceInstance: source.id }) },
      ...start,
      passed,
      level,
      isOnePer: target.definition.onePer !== undefined,
      sourceId: source?.id,
      job,
    })
  } catch (error) {
    if (!(error instanceof InstanceThere)) throw error
    if (source) await joinInstance(work, target, source, variables)
  }
  return true
}

/** Whose the new instance is: the first holder of the position that owns the process, else whoever started the source. */
export async function ownerOf(
  work: Work,
  { definition }: Definition,
  source: Pick<LiveInstance, 'starterId' | 'level'>,
): Promise<string> {
  const directory = await work.directory.current()
  const owner = directory
    .holdersOf(definition.ownerPosition, work.now())
    .find(({ clearance }) => clearance >= source.level)
  return owner?.id ?? source.starterId
}
