import type { Job } from '../jobs/job-queue.ts'
import { localInstant } from '../organization/local-day.ts'
import { changeInstance } from './change-instance.ts'
import { runCommand } from './run-command.ts'
import { dueTimers } from './timers.ts'
import type { Work } from './work.ts'

/** Wakes an instance: every timer of it that is due fires, in the order of their times. */
export async function fireTimers(work: Work, job: Job): Promise<void> {
  await changeInstance(work, {
    instanceId: String(job.payload['instanceId']),
    actorId: null,
    job,
    prepare: (_, world) => ({
      decide(draft) {
        draft.alarmRang = true
        if (draft.next.status !== 'running') return
        for (const timerId of dueTimers(draft.next.timers, draft.at)) {
          // One may have cancelled the next.
          if (draft.next.status !== 'running' || !(timerId in draft.next.timers)) continue
          const due = localInstant(new Date(draft.next.timers[timerId] ?? draft.at))
          delete draft.next.timers[timerId]
          runCommand(world, draft, { type: 'timerFired', at: draft.commandAt, timerId, due })
        }
      },
    }),
  })
}
