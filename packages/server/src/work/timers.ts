import type { StepDraft } from './step-draft.ts'

/** The job that wakes an instance for its timers. */
export const timersKey = (instanceId: string): string => `timers:${instanceId}`

/**
 * Sees to it that the instance is woken for the earliest of its timers. An alarm that is set for an earlier time, for a
 * timer cancelled since, is left: it then finds nothing due and is set anew. So a step that cancels one reminder and
 * schedules the next, as every approval does, touches no job.
 */
export function armTimers(draft: StepDraft): void {
  const always = draft.alarmRang
  const { next } = draft
  if (next.status !== 'running') next.timers = {}
  const [earliest] = Object.values(next.timers).sort()
  if (earliest === undefined) {
    // While the instance runs, an idle alarm may stay too.
    if (next.armedAt === undefined || (next.status === 'running' && !always)) return
    draft.droppedJobs.push(timersKey(next.id))
    next.armedAt = undefined
    return
  }
  if (!always && next.armedAt !== undefined && next.armedAt <= earliest) return
  draft.jobs.push({
    kind: 'timers',
    key: timersKey(next.id),
    payload: { instanceId: next.id },
    runAt: earliest,
  })
  next.armedAt = earliest
}

/** Ids of the timers that are due, the earliest first. */
export function dueTimers(timers: Record<string, string>, at: string): string[] {
  return Object.entries(timers)
    .filter(([, due]) => due <= at)
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([timerId]) => timerId)
}
