import type { Context } from '../http/context.ts'
import { addJob, repeatJob, type Job } from '../jobs/job-queue.ts'

const hour = 3600_000
/** No upload takes that long, so what is older belongs to nobody any more. */
const forgottenAfter = 24 * hour
/** How long an upload that was taken off its draft, or whose draft was given up, can still be put back; likewise at a task. */
const unusedAfterDays = 7
const batch = 500

/**
 * Removes the leavings of killed processes and given-up drafts: uploads that were never finished, attachments that no draft
 * names and no open task waits for, and contents that no row knows. For a job; several may run at once.
 */
export async function sweepFiles({ database, files }: Context): Promise<void> {
  await files.clearIncoming(forgottenAfter)
  await database.asSystem((tx) => tx.execute(deleteUnused, [unusedAfterDays]))
  let ids: string[] = []
  const removeUnknown = async (): Promise<void> => {
    const rows = await database.asSystem((tx) =>
      tx.query<{ id: string }>('select id from attachments where id = any ($1::uuid[])', [ids]),
    )
    const known = new Set(rows.map(({ id }) => id))
    for (const id of ids) if (!known.has(id)) await files.remove(id)
    ids = []
  }
  for await (const id of files.keptBefore(forgottenAfter)) {
    ids.push(id)
    if (ids.length === batch) await removeUnknown()
  }
  await removeUnknown()
}

/** Puts the sweep in line, once for all servers. */
export const scheduleSweep = ({ database, now }: Context): Promise<void> =>
  addJob(database, { kind: sweepJob, key: sweepJob, runAt: now() })

export const sweepJob = 'sweepFiles'

/** Sweeps, and puts the next day's sweep in line. */
export async function sweepDaily(context: Context, job: Job): Promise<void> {
  await sweepFiles(context)
  await repeatJob(context.database, job, new Date(context.now().getTime() + 24 * hour))
}

// A field may name a file that is not on the draft's list.
const deleteUnused = `
  delete from attachments a
  where a.frozen_at is null
    and a.uploaded_at < now() - make_interval(days => $1)
    and not exists (
      select from record_drafts d
      where d.record_id = a.record_id
        and (a.id = any (d.attachment_ids) or position(a.id::text in d.data::text) > 0))
    and not exists (select from tasks t where t.id = a.task_id and t.state = 'open')`
