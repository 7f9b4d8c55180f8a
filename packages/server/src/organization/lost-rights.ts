import { renewJob } from '../jobs/job-queue.ts'
import type { Change } from './change-organization.ts'

/** Somebody is cleared for less from now on: what he may not see any more goes to others (work/reseat.ts). */
export const loseClearance = ({ tx, now }: Change, personId: string): Promise<void> =>
  renewJob(tx, { kind: 'rightsLost', key: `rights:${personId}`, payload: { personId }, runAt: now })
