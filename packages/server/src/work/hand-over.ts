import type { Variables } from '@canmou/engine'
import type { Job } from '../jobs/job-queue.ts'
import { InstanceThere } from './apply-step.ts'
import { joinInstance } from './join-instance.ts'
import type { LiveInstance } from './live-instance.ts'
import { startInstance } from './start-instance.ts'
import type { Definition } from '../processes/definitions.ts'
import type { Work } from './work.ts'

/**
 * Hands over to the process that the message starts (domain.md §7): a new instance that knows its source, or the running one
 * where there may be one only. A process that is not in effect is not started; the source's history says what it sent.
 */
export async function handOver(work: Work, job: Job): Promise<void> {
  const { instanceId, name, variables } = job.payload as {
    instanceId: string
    name: string
    variables: Variables
  }
  const source = await work.instances.get(instanceId)
  const target = await work.definitions.startedBy({ message: name })
  if (!source || !target) return
  try {
    await startInstance(work, {
      processId: target.processId,
      actorId: null,
      starterId: await ownerOf(work, target, source),
      variables: { ...variables, sourceInstance: source.id },
      messageName: name,
      level: source.level,
      isOnePer: target.definition.onePer !== undefined,
      sourceId: source.id,
      job,
    })
  } catch (error) {
    if (!(error instanceof InstanceThere)) throw error
    await joinInstance(work, target, source, variables)
  }
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
