import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { JobRunner } from '../../src/jobs/job-runner.ts'
import { workJobs } from '../../src/work/jobs.ts'
import { scheduleStarts } from '../../src/work/scheduled-starts.ts'
import { startInstance } from '../../src/work/start-instance.ts'
import { openWork, type Work } from '../../src/work/work.ts'
import { useDatabase } from '../database.ts'
import { catalogueFolder } from '../folders.ts'

const handle = useDatabase()
const clock = { at: new Date('2026-11-20T09:00:00+08:00') }
const catalogue = await loadCatalogue(catalogueFolder)

/** One of several servers of the same database, all with the same clock. */
function server(): { work: Work; runner: JobRunner } {
  const now = (): Date => clock.at
  const work = openWork({
    database: handle.database,
    catalogue,
    files: new FileStore('/nonexistent'),
    events: new EventEmitter(),
    now,
  })
  const runner = new JobRunner({
    database: handle.database,
    handlers: workJobs(work),
    now,
    onFailure: (job, error) => {
      throw new Error(`${job.kind} failed`, { cause: error })
    },
  })
  return { work, runner }
}

const plans = () =>
  handle.database.asSystem((tx) =>
    tx.query<{ month: string; dueAt: string; status: string }>(
      `select i.one_per as month, i.status, (select min(due_at) from tasks t where t.instance_id = i.id) as "dueAt"
       from instances i
       where i.process_id = 'SC-004'
       order by i.started_at`,
    ),
  )

describe('the monthly sales plan (SC-004)', () => {
  it('is not opened before the 26th, and then exactly once by several servers at once', async () => {
    const servers = [server(), server(), server()]
    for (const { work } of servers) await scheduleStarts(work)
    await Promise.all(servers.map(({ runner }) => runner.runDue()))
    expect(await plans()).toEqual([])
    clock.at = new Date('2026-11-26T08:00:01+08:00')
    await Promise.all(servers.flatMap(({ runner }) => [runner.runDue(), runner.runDue()]))
    for (const { work } of servers) await scheduleStarts(work)
    await Promise.all(servers.map(({ runner }) => runner.runDue()))
    expect(await plans()).toMatchObject([{ month: 'planMonth=2026-12', dueAt: '2026-11-26T09:30:00.000Z' }])
  })

  it('a clock that is set back opens nothing again', async () => {
    clock.at = new Date('2026-11-26T07:00:00+08:00')
    const { work, runner } = server()
    await scheduleStarts(work)
    await runner.runDue()
    clock.at = new Date('2026-11-26T08:00:02+08:00')
    await runner.runDue()
    expect(await plans()).toHaveLength(1)
  })

  it('what was due while nothing ran is opened for its own month, due before the weekend that the 26th falls on', async () => {
    clock.at = new Date('2027-01-04T09:00:00+08:00')
    const { runner } = server()
    await runner.runDue()
    expect((await plans()).at(-1)).toMatchObject({
      month: 'planMonth=2027-01',
      dueAt: '2026-12-25T09:30:00.000Z',
    })
  })

  it('the plan that SC-003 has handed over is the month’s plan: the timer makes no second one', async () => {
    clock.at = new Date('2027-01-10T09:00:00+08:00')
    const { work, runner } = server()
    const owner = handle.idOf('keyAccountDeptManager')
    await startInstance(work, {
      processId: 'SC-004',
      actorId: null,
      starterId: owner,
      messageName: 'SC-004.start',
      isOnePer: true,
    })
    clock.at = new Date('2027-01-26T08:00:01+08:00')
    await runner.runDue()
    const months = (await plans()).map(({ month }) => month)
    expect(months).toEqual(['planMonth=2026-12', 'planMonth=2027-01', 'planMonth=2027-02'])
    clock.at = new Date('2027-02-26T08:00:01+08:00')
    await runner.runDue()
    expect((await plans()).at(-1)).toMatchObject({ month: 'planMonth=2027-03' })
  })
})
