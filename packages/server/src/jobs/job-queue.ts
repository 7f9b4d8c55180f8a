import type { Database, Transaction } from '../db/database.ts'

/** Something to do later or elsewhere, claimed by this server until `lockedUntil`. */
export interface Job {
  id: number
  kind: string
  key: string | null
  payload: Record<string, unknown>
  /** When it was due; ISO. */
  runAt: string
  /** With this one. */
  attempts: number
  maxAttempts: number
  lockedUntil: string
}

/** How long a claim lasts: a server that dies leaves its jobs to the others after this. */
const claimSeconds = 60

/** Claims up to `most` jobs that are due; no two servers get the same one. */
export async function claimJobs(database: Database, now: Date, most: number): Promise<Job[]> {
  return database.call<Job>(
    `update jobs
     set attempts = attempts + 1, locked_until = date_trunc('milliseconds', $1::timestamptz) + $3 * interval '1 second'
     where id in (select id
                  from jobs
                  where run_at <= $1 and attempts < max_attempts and (locked_until is null or locked_until < $1)
                  order by run_at
                  limit $2
                  for update skip locked)
     returning id, kind, key, payload, run_at as "runAt", attempts, max_attempts as "maxAttempts",
               locked_until as "lockedUntil"`,
    [now, most, claimSeconds],
  )
}

/** A job that is done. One that was scheduled anew meanwhile stays. */
export async function finishJob(database: Database, { id, lockedUntil }: Job): Promise<void> {
  await database.call('delete from jobs where id = $1 and locked_until = $2', [id, lockedUntil])
}

/** Takes a job away in the transaction that it causes. Fails where it is another server's by now, and undoes all of it. */
export async function takeJob(tx: Transaction, { id, lockedUntil }: Job): Promise<void> {
  const taken = await tx.execute('delete from jobs where id = $1 and locked_until = $2', [id, lockedUntil])
  if (taken === 0) throw new Error(`Job ${id} is done by another server`)
}

/** A job that is done, and due again. */
export async function repeatJob(database: Database, { id, lockedUntil }: Job, runAt: Date): Promise<void> {
  await database.call(
    'update jobs set run_at = $3, attempts = 0, locked_until = null where id = $1 and locked_until = $2',
    [id, lockedUntil, runAt],
  )
}

/** A job that failed waits 2, 4, 8 … seconds, at most ten minutes; after its last attempt it stays for an administrator. */
export async function postponeJob(database: Database, job: Job, now: Date, error: string): Promise<void> {
  const seconds = Math.min(2 ** job.attempts, 600)
  await database.call(
    `update jobs
     set locked_until = null, run_at = $3::timestamptz + $4 * interval '1 second', last_error = $5
     where id = $1 and locked_until = $2`,
    [job.id, job.lockedUntil, now, seconds, error.slice(0, 2000)],
  )
}

/** Puts a job in line; where one of its key waits already, that one stays as it is. */
export async function addJob(
  database: Database,
  job: { kind: string; key: string; payload?: Record<string, unknown>; runAt: Date },
): Promise<void> {
  await database.call(
    `insert into jobs (kind, key, payload, run_at)
     values ($1, $2, $3, $4)
     on conflict on constraint jobs_key_unique do nothing`,
    [job.kind, job.key, JSON.stringify(job.payload ?? {}), job.runAt],
  )
}

/** Puts a job in line in the transaction that causes it; one of its key is done once more, from what is true by then. */
export async function renewJob(
  tx: Transaction,
  job: { kind: string; key: string; payload?: Record<string, unknown>; runAt: Date },
): Promise<void> {
  await tx.execute(
    `insert into jobs (kind, key, payload, run_at)
     values ($1, $2, $3, $4)
     on conflict on constraint jobs_key_unique do update
       set payload = excluded.payload, run_at = excluded.run_at, attempts = 0, locked_until = null`,
    [job.kind, job.key, JSON.stringify(job.payload ?? {}), job.runAt],
  )
}

/** Takes jobs out of the line that have become needless, in the transaction that makes them so. */
export async function dropJobs(tx: Transaction, keys: readonly string[]): Promise<void> {
  await tx.execute('delete from jobs where key = any ($1)', [keys])
}

/** When the next job is due; none where there is none. */
export async function nextRun(database: Database): Promise<Date | undefined> {
  const [row] = await database.call<{ at: string | null }>(
    `select min(greatest(run_at, coalesce(locked_until, run_at))) as at
     from (select run_at, locked_until from jobs where attempts < max_attempts order by run_at limit 20) soonest`,
  )
  return row?.at ? new Date(row.at) : undefined
}
