import { dropJobs, renewJob } from '../jobs/job-queue.ts'
import type { Change } from './change-organization.ts'
import { startOfDay } from './local-day.ts'

const dayMs = 86_400_000

/** Somebody is cleared for less from now on: what he may not see any more goes to others (work/reseat.ts). */
export const loseClearance = ({ tx, now }: Change, personId: string): Promise<void> =>
  renewJob(tx, { kind: 'rightsLost', key: `rights:${personId}`, payload: { personId }, runAt: now })

/** A position is held until a day: on the next one its open tasks go to whoever holds it then. */
export async function loseHolding(
  { tx, now }: Change,
  { id, personId, to }: { id: string; personId: string; to: string | null },
): Promise<void> {
  const key = `rights:${id}`
  if (to === null) {
    await dropJobs(tx, [key])
    return
  }
  const over = new Date(startOfDay(to).getTime() + dayMs)
  const runAt = over < now ? now : over
  await renewJob(tx, { kind: 'rightsLost', key, payload: { personId }, runAt })
}
