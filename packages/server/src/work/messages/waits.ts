import type { Json } from '@canmou/engine'
import type { Job } from '../../jobs/job-queue.ts'
import type { Work } from '../work.ts'

/** The instance that has waited longest for the message with this key, or none. */
export async function instanceThatAwaits(
  { database }: Work,
  name: string,
  correlationKey: Json,
): Promise<string | undefined> {
  const row = await database.asSystem((tx) =>
    tx.first<{ id: string }>(
      `select instance_id as id
       from message_waits
       where kind = 'message' and name = $1 and key_hash = hash_key($2)
       order by since, instance_id
       limit 1`,
      [name, JSON.stringify(correlationKey)],
    ),
  )
  return row?.id
}

/**
 * Puts a message aside until `until`; a message that is not taken by then is gone. False where something that it fits has
 * begun to wait in the meantime.
 */
export async function parkMessage({ database }: Work, job: Job, until: string): Promise<boolean> {
  const [row] = await database.call<{ parked: boolean }>('select park_message($1, $2, $3) as parked', [
    job.id,
    job.lockedUntil,
    until,
  ])
  return row?.parked ?? false
}

/**
 * Something waits, or goes on waiting, for a message that may have been put aside: the oldest one that fits is delivered
 * next.
 */
export async function wakeMessage(work: Work, job: Job): Promise<void> {
  const { name, keyHash, correlationKey } = job.payload as {
    name: string
    keyHash?: string
    correlationKey?: Json
  }
  await work.database.asSystem((tx) =>
    tx.execute(
      `update jobs
       set run_at = $4, attempts = 0
       where id = (select j.id
                   from jobs j
                   where j.kind = 'deliverMessage'
                     and j.payload ->> 'name' = $1
                     and hash_key(j.payload -> 'correlationKey') = coalesce($2, hash_key($3))
                     and j.locked_until is null
                     and exists (select from message_waits w
                                 where w.kind = 'message' and w.name = $1 and w.key_hash = coalesce($2, hash_key($3)))
                   order by j.id
                   limit 1
                   for update skip locked)`,
      [name, keyHash ?? null, JSON.stringify(correlationKey ?? null), work.now()],
    ),
  )
  work.wakeJobs()
}
