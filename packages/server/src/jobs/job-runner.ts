import type { Database } from '../db/database.ts'
import { claimJobs, finishJob, nextRun, postponeJob, type Job } from './job-queue.ts'

/** Does a job. It may take the job away in its own transaction (`ClaimedJob`); otherwise the runner does afterwards. */
export type JobHandler = (job: Job) => Promise<void>

export interface JobRunnerOptions {
  database: Database
  handlers: ReadonlyMap<string, JobHandler>
  now: () => Date
  /** Told of every attempt that failed. */
  onFailure: (job: Job, error: unknown) => void
}

const mostAtOnce = 8
/** Other servers' jobs are not announced here: nothing waits longer than this. */
const longestPauseMs = 1_000

/** Does the jobs of the department, a few at a time, until it is stopped. */
export class JobRunner {
  private readonly options: JobRunnerOptions
  private timer: NodeJS.Timeout | undefined
  private round: Promise<void> | undefined
  private isStopped = true
  private isCalled = false

  constructor(options: JobRunnerOptions) {
    this.options = options
  }

  start(): void {
    this.isStopped = false
    this.wake()
  }

  /** There may be a job that is due. */
  wake(): void {
    if (this.isStopped) return
    this.isCalled = true
    clearTimeout(this.timer)
    this.round ??= this.run().finally(() => {
      this.round = undefined
      if (!this.isStopped && this.isCalled) this.wake()
    })
  }

  /** Settles when what was begun is done. */
  async stop(): Promise<void> {
    this.isStopped = true
    clearTimeout(this.timer)
    await this.round
  }

  /** Does what is due now and returns how many jobs that was: for tests, and for a program that runs once. */
  async runDue(): Promise<number> {
    let done = 0
    for (;;) {
      const jobs = await claimJobs(this.options.database, this.options.now(), mostAtOnce)
      await Promise.all(jobs.map((job) => this.do(job)))
      done += jobs.length
      if (jobs.length === 0) return done
    }
  }

  private async run(): Promise<void> {
    let pauseMs = longestPauseMs
    try {
      this.isCalled = false
      await this.runDue()
      const next = await nextRun(this.options.database)
      const wait = next ? next.getTime() - this.options.now().getTime() : longestPauseMs
      pauseMs = Math.min(Math.max(wait, 20), longestPauseMs)
    } catch (error) {
      // A database that is restarting: the next round finds it again.
      if (!this.isStopped) this.options.onFailure(nothing, error)
    }
    if (this.isStopped) return
    this.timer = setTimeout(() => this.wake(), pauseMs)
    this.timer.unref()
  }

  private async do(job: Job): Promise<void> {
    const { database, handlers, now, onFailure } = this.options
    try {
      const handler = handlers.get(job.kind)
      if (!handler) throw new Error(`There is no handler for jobs of kind ${job.kind}`)
      await handler(job)
      await finishJob(database, job)
    } catch (error) {
      onFailure(job, error)
      await postponeJob(database, job, now(), error instanceof Error ? error.message : String(error))
    }
  }
}

const nothing: Job = {
  id: 0,
  kind: '',
  key: null,
  payload: {},
  runAt: '',
  attempts: 0,
  maxAttempts: 0,
  lockedUntil: '',
}
