import { Cron } from 'croner'
import { addJob, type Job } from '../jobs/job-queue.ts'
import type { Definition } from '../processes/definitions.ts'
import { InstanceThere } from './apply-step.ts'
import { ownerOf } from './hand-over.ts'
import { startInstance } from './start-instance.ts'
import type { Work } from './work.ts'

/**
 * Sees to it that every process in effect that a timer starts (domain.md 004-1: on the 26th) has its next start in line. The
 * job outlives restarts: one that was due while nothing ran is done at once, for the day that it was due on.
 */
export async function scheduleStarts(work: Work): Promise<void> {
  for (const definition of await work.definitions.allInEffect()) {
    for (const { elementId, cron } of timerStarts(definition)) {
      const runAt = nextTime(cron, work.now())
      if (!runAt) continue
      const { processId } = definition
      await addJob(work.database, {
        kind: 'timedStart',
        key: startKey(processId, elementId),
        payload: { processId, elementId },
        runAt,
      })
    }
  }
}

/** Starts the process for the time at which it was due, once, and puts the next start in line in the same transaction. */
export async function startOnTime(work: Work, job: Job): Promise<void> {
  const { processId, elementId } = job.payload as { processId: string; elementId: string }
  const definition = await work.definitions.inEffect(processId)
  const start = definition && timerStarts(definition).find((one) => one.elementId === elementId)
  if (!definition || !start) return
  const runAt = nextTime(start.cron, new Date(job.runAt))
  const next = runAt && {
    kind: 'timedStart',
    key: startKey(processId, elementId),
    payload: { processId, elementId },
    runAt,
  }
  try {
    await startInstance(work, {
      processId,
      actorId: null,
      starterId: await ownerOf(work, definition, { starterId: '', level: 0 }),
      startElementId: elementId,
      at: new Date(job.runAt),
      isOnePer: definition.definition.onePer !== undefined,
      job,
      ...(next && { followUp: { ...next, runAt: next.runAt.toISOString() } }),
    })
  } catch (error) {
    if (!(error instanceof InstanceThere)) throw error
    // A hand-over was earlier: the month has its instance. The runner takes this job away, the next one is its own.
    await work.database.call('delete from jobs where id = $1 and locked_until = $2', [
      job.id,
      job.lockedUntil,
    ])
    if (next) await addJob(work.database, next)
  }
}

const startKey = (processId: string, elementId: string): string => `start:${processId}:${elementId}`

/** Timer start events with a cron line, written in the drawing or in the setting that it names. */
function timerStarts(definition: Definition): { elementId: string; cron: string }[] {
  const settings = new Map(definition.definition.settings.map(({ id, default: value }) => [id, value]))
  return definition.process.root.startEvents.flatMap(({ id, event }) => {
    if (event?.kind !== 'timer' || event.timer.type !== 'cycle') return []
    const { value } = event.timer
    const cron = value.isLiteral
      ? value.text
      : value.json({ read: (name) => settings.get(name), at: '1970-01-01T00:00:00Z' })
    return typeof cron === 'string' ? [{ elementId: id, cron }] : []
  })
}

/** The first time of a cron line after a moment, by the company's clock. */
function nextTime(cron: string, after: Date): Date | undefined {
  return new Cron(cron, { timezone: 'Asia/Shanghai', paused: true }).nextRun(after) ?? undefined
}
