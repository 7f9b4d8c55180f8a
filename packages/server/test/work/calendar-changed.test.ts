import type { TaskSummary, TimelineEntry } from '@canmou/contract'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { JobRunner } from '../../src/jobs/job-runner.ts'
import { workJobs } from '../../src/work/jobs.ts'
import { openWork } from '../../src/work/work.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { Work } from './approval.ts'
import { author, drawnProcesses } from './drawn-process.ts'

// A day of the working calendar is changed while clocks run (docs/decisions/0014-time-limits.md).
const clock = { at: new Date() }
const app = useApp({ now: () => clock.at })
const work = new Work(app)
const catalogue = await loadCatalogue(catalogueFolder)
const { begin } = drawnProcesses(app, work, 'CAL')

const set = (time: string): void => {
  clock.at = new Date(`${time}+08:00`)
}
const instant = (time: string): string => new Date(`${time}+08:00`).toISOString()

function newServer(): JobRunner {
  const now = (): Date => clock.at
  const { database } = app
  const server = openWork({
    database,
    catalogue,
    files: new FileStore('/nonexistent'),
    events: new EventEmitter(),
    now,
  })
  return new JobRunner({
    database,
    handlers: workJobs(server),
    now,
    onFailure: (job, error) => {
      throw new Error(`${job.kind} failed`, { cause: error })
    },
  })
}

async function mark(day: string, kind?: 'holiday' | 'workday'): Promise<void> {
  const payload = kind ? { kind } : {}
  const answer = await app.as('processAdmin')({ method: 'PUT', url: `/api/calendar/days/${day}`, payload })
  expect(answer.statusCode, answer.body).toBe(200)
}

async function change(day: string, kind?: 'holiday' | 'workday'): Promise<void> {
  await mark(day, kind)
  await newServer().runDue()
}

const openTask = async (id: string): Promise<TaskSummary | undefined> =>
  (await work.instance(author, id)).tasks.find(({ state }) => state === 'open')
const dueOf = async (id: string): Promise<string | undefined> => (await openTask(id))?.dueAt
const told = async (id: string, type: TimelineEntry['type']): Promise<TimelineEntry[]> =>
  (await work.instance(author, id)).timeline.filter((entry) => entry.type === type)
const versionOf = async (id: string): Promise<number> =>
  (
    await app.database.asSystem((tx) =>
      tx.first<{ version: number }>('select version from instances where id = $1', [id]),
    )
  )?.version ?? 0

// A Friday.
beforeEach(() => set('2026-11-27T10:00:00'))
afterEach(async () => {
  await app.database.asSystem(async (tx) => {
    await tx.execute('delete from calendar_days')
    await tx.execute('delete from jobs')
  })
})

describe('a clock that is armed', () => {
  it('is put off by a day that becomes free, and comes earlier by one that is worked', async () => {
    const id = await begin(
      'user A c:limit=P1D c:reminders=1 c:remindBefore=PT2H c:onLimit=pass\nS > A > B > E',
    )
    expect(await dueOf(id)).toBe(instant('2026-11-30T10:00:00'))
    await change('2026-11-30', 'holiday')
    expect(await dueOf(id)).toBe(instant('2026-12-01T10:00:00'))
    expect(await told(id, 'dueMoved')).toMatchObject([
      { elementId: 'A', dueAt: instant('2026-12-01T10:00:00') },
    ])
    await change('2026-11-28', 'workday')
    expect(await dueOf(id)).toBe(instant('2026-11-28T10:00:00'))
    // The reminder moved along: two working hours before, on Friday at five.
    set('2026-11-27T16:59:00')
    await newServer().runDue()
    expect(await told(id, 'reminderSent')).toEqual([])
    set('2026-11-27T17:00:00')
    await newServer().runDue()
    expect(await told(id, 'reminderSent')).toHaveLength(1)
    set('2026-11-28T10:00:00')
    await newServer().runDue()
    expect((await openTask(id))?.elementId).toBe('B')
  })

  it('that repeats counts working days from ring to ring, and is moved in every round', async () => {
    const id = await begin(
      'user A\nboundary X on A cycle R/P1D non-interrupting\nuser C\nS > A > E\nX > C > F',
    )
    const asked = async (): Promise<number> =>
      (await work.instance(author, id)).tasks.filter(({ elementId }) => elementId === 'C').length
    const rungBy = async (time: string): Promise<number> => {
      set(time)
      await newServer().runDue()
      return asked()
    }
    await change('2026-11-30', 'holiday')
    expect(await rungBy('2026-11-30T12:00:00')).toBe(0)
    expect(await rungBy('2026-12-01T10:00:02')).toBe(1)
    await change('2026-12-02', 'holiday')
    expect(await rungBy('2026-12-02T12:00:00')).toBe(1)
    expect(await rungBy('2026-12-03T09:59:00')).toBe(1)
    expect(await rungBy('2026-12-03T10:00:00')).toBe(2)
    // Friday, then Monday: nothing is caught up on for the days between.
    expect(await rungBy('2026-12-04T10:00:00')).toBe(3)
    expect(await rungBy('2026-12-06T12:00:00')).toBe(3)
    expect(await rungBy('2026-12-07T10:00:00')).toBe(4)
  })

  it('does not ring at the time of before', async () => {
    const id = await begin('user A c:limit=P1D c:onLimit=pass\nS > A > B > E')
    await change('2026-11-30', 'holiday')
    set('2026-11-30T12:00:00')
    await newServer().runDue()
    expect((await openTask(id))?.elementId).toBe('A')
    set('2026-12-01T10:00:00')
    await newServer().runDue()
    expect((await openTask(id))?.elementId).toBe('B')
  })

  it('stays where the day does not concern it: nothing is written', async () => {
    const id = await begin('user A c:limit=PT4H\nS > A > B > E')
    const [due, version] = [await dueOf(id), await versionOf(id)]
    await change('2026-12-02', 'holiday')
    await change('2026-11-20', 'holiday')
    // What it is already.
    await change('2026-11-28', 'holiday')
    expect([await dueOf(id), await versionOf(id)]).toEqual([due, version])
  })

  it('of a reminder that is drawn on the border counts its working days anew', async () => {
    const id = await begin('user A\nboundary T on A timer P1D\nS > A > E\nT > E2')
    const next = async (): Promise<string[]> => {
      const row = await app.database.asSystem((tx) =>
        tx.first<{ timers: Record<string, string> }>('select timers from instances where id = $1', [id]),
      )
      return Object.values(row?.timers ?? {})
    }
    expect(await next()).toEqual([instant('2026-11-30T10:00:00')])
    await change('2026-11-30', 'holiday')
    expect(await next()).toEqual([instant('2026-12-01T10:00:00')])
  })

  it('that has rung, or would have, is not put off any more', async () => {
    const id = await begin('user A c:limit=PT1H\nS > A > E')
    const due = await dueOf(id)
    set('2026-11-27T11:30:00')
    await change('2026-11-27', 'holiday')
    expect(await dueOf(id)).toBe(due)
    expect(await told(id, 'limitPassed')).toHaveLength(1)
  })
})

describe('a due date of the calendar (domain.md §8 A6)', () => {
  it('moves with the last workday before it, and back', async () => {
    const id = await begin('user A due=2026-12-05T18:00:00\nS > A > E')
    // A Saturday: the end of work on Friday.
    expect(await dueOf(id)).toBe(instant('2026-12-04T17:30:00'))
    await change('2026-12-04', 'holiday')
    expect(await dueOf(id)).toBe(instant('2026-12-03T17:30:00'))
    await change('2026-12-05', 'workday')
    expect(await dueOf(id)).toBe(instant('2026-12-05T18:00:00'))
    await change('2026-12-05')
    await change('2026-12-04')
    expect(await dueOf(id)).toBe(instant('2026-12-04T17:30:00'))
    expect(await told(id, 'dueMoved')).toHaveLength(4)
  })
})

describe('several servers', () => {
  it('move each clock once between them', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => begin('user A c:limit=P1D\nS > A > E')))
    const before = await Promise.all(ids.map(versionOf))
    const all = [newServer(), newServer(), newServer()]
    await mark('2026-11-30', 'holiday')
    await Promise.all(all.flatMap((server) => [server.runDue(), server.runDue()]))
    for (const [index, id] of ids.entries()) {
      expect(await dueOf(id)).toBe(instant('2026-12-01T10:00:00'))
      expect(await versionOf(id)).toBe((before[index] ?? 0) + 1)
    }
  })

  it('arm nothing by the calendar of before: a server that has not heard of the change decides anew', async () => {
    const server = openWork({
      database: app.database,
      catalogue,
      files: new FileStore('/nonexistent'),
      events: new EventEmitter(),
      now: () => clock.at,
    })
    const { version } = await server.directory.current()
    const old = await server.calendar.at(version)
    expect(old.isWorkday('2026-11-30')).toBe(true)
    await change('2026-11-30', 'holiday')
    const fresh = await server.directory.reload()
    expect(fresh.version).toBeGreaterThan(version)
    expect((await server.calendar.at(fresh.version)).isWorkday('2026-11-30')).toBe(false)
  })

  it('let a colleague act in the same instant: he has done it, or it has moved and he does it then', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await begin('user A c:limit=P1D\nuser B c:limit=P1D\nS > A > B > E')
      const task = await work.openTask(author, id, 'A')
      const day = round % 2 === 0 ? ('holiday' as const) : undefined
      await mark('2026-11-30', day)
      const url = `/api/tasks/${task.id}/approve`
      const [answer] = await Promise.all([
        app.as(author)({ method: 'POST', url, payload: {} }),
        newServer().runDue(),
        newServer().runDue(),
      ])
      expect(answer.statusCode, answer.body).toBe(200)
      expect(await openTask(id)).toMatchObject({
        elementId: 'B',
        dueAt: instant(day ? '2026-12-01T10:00:00' : '2026-11-30T10:00:00'),
      })
    }
  })
})
