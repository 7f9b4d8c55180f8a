import { EventEmitter } from 'node:events'
import type { TaskSummary, TimelineEntry } from '@canmou/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { JobRunner } from '../../src/jobs/job-runner.ts'
import { workJobs } from '../../src/work/jobs.ts'
import { openWork } from '../../src/work/work.ts'
import { localDay } from '../../src/organization/local-day.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'
import { author, drawnProcesses } from './drawn-process.ts'

// What a step's time limit does for people (docs/guide/verbs.md): in working time, by whichever server is awake.
const clock = { at: new Date() }
const app = useApp({ now: () => clock.at })
const work = new Work(app)
const catalogue = await loadCatalogue(catalogueFolder)
/** Above the 市场经理 stands the 产品市场部经理, and above him the 总经理. */
const superior = 'productMarketingManager'
const friday = '2026-11-27T10:00:00'

const set = (time: string): void => {
  clock.at = new Date(`${time}+08:00`)
}

/** A server that knows nothing but the database: what it does, one that was restarted would do. */
function newServer(): JobRunner {
  const now = (): Date => clock.at
  const { database } = app
  const events = new EventEmitter()
  const server = openWork({ database, catalogue, files: new FileStore('/nonexistent'), events, now })
  return new JobRunner({
    database,
    handlers: workJobs(server),
    now,
    onFailure: (job, error) => {
      throw new Error(`${job.kind} failed`, { cause: error })
    },
  })
}

async function tick(time: string): Promise<void> {
  set(time)
  await newServer().runDue()
}

const { begin } = drawnProcesses(app, work, 'LIM')

const openTasks = async (id: string): Promise<TaskSummary[]> =>
  (await work.instance(author, id)).tasks.filter(({ state }) => state === 'open')

/** Open steps with who is asked. */
const asked = async (id: string): Promise<string[]> =>
  (await openTasks(id)).map(
    ({ elementId, holders }) => `${elementId}: ${holders.map(({ username }) => username).join(' ')}`,
  )

const told = async (id: string, type: TimelineEntry['type']): Promise<TimelineEntry[]> =>
  (await work.instance(author, id)).timeline.filter((entry) => entry.type === type)

const dueOf = async (id: string): Promise<string | undefined> => (await openTasks(id))[0]?.dueAt

const instant = (time: string): string => new Date(`${time}+08:00`).toISOString()

beforeEach(() => set(friday))

describe('a step with a time limit', () => {
  it('says until when, in working time, and reminds its holders before and after it, each time once', async () => {
    const id = await begin(
      'user A c:limit=P1D c:reminders=3 c:remindBefore=PT2H c:remindEvery=PT1H\nS > A > E',
    )
    expect(await openTasks(id)).toMatchObject([
      { dueAt: instant('2026-11-30T10:00:00'), onLimit: { then: 'nothing' } },
    ])
    const reminded = async () => (await told(id, 'reminderSent')).length
    await tick('2026-11-27T16:59:00')
    expect(await reminded()).toBe(0)
    // two hours before Monday at ten are Friday at five: the weekend counts for nothing
    await tick('2026-11-27T17:00:00')
    expect(await reminded()).toBe(1)
    await tick('2026-11-29T12:00:00')
    expect(await reminded()).toBe(1)
    await tick('2026-11-30T09:00:00')
    expect(await reminded()).toBe(2)
    const [task] = await openTasks(id)
    expect(await work.task(author, task?.id ?? '')).toMatchObject({
      urged: { at: expect.stringContaining('2026-11-30') as string },
    })
    expect(await told(id, 'limitPassed')).toEqual([])
    await tick('2026-11-30T10:00:00')
    expect([await reminded(), (await told(id, 'limitPassed')).length]).toEqual([3, 1])
    await tick('2026-12-20T10:00:00')
    expect([await reminded(), (await told(id, 'limitPassed')).length]).toEqual([3, 1])
    expect((await app.as(author)({ method: 'GET', url: '/api/tasks/counts' })).json()).toMatchObject({
      overdue: 1,
    })
    await work.act(author, id, 'A', 'approve')
    expect((await work.instance(author, id)).status).toBe('completed')
  })

  it.each([
    ['2026-11-27T11:00:00', 'PT2H', '2026-11-27T14:30:00', 'over lunch'],
    ['2026-11-28T20:00:00', 'PT1H', '2026-11-30T09:30:00', 'from a Saturday on'],
    ['2026-09-30T10:00:00', 'P2D', '2026-10-09T10:00:00', 'over 国庆'],
    ['2026-10-09T17:00:00', 'PT1H', '2026-10-10T09:00:00', 'on a Saturday that is worked (调休)'],
  ])('begun at %s with %s is due at %s: %s', async (since, limit, due) => {
    set(since)
    const id = await begin(`user A c:limit=${limit}\nS > A > E`)
    expect(await dueOf(id)).toBe(instant(due))
  })

  it.each([
    ['"2026-12-04"', '2026-12-04T17:30:00', 'a day: the end of work on it'],
    ['"2026-12-05"', '2026-12-04T17:30:00', 'a Saturday: the end of work on the workday before'],
    ['date("2026-12-04")', '2026-12-04T17:30:00', 'a day that FEEL worked out'],
    ['"2026-12-04T10:00:00+08:00"', '2026-12-04T10:00:00', 'a moment'],
  ])('that is due by a schedule =%s is due at %s: %s', async (schedule, due) => {
    const dueDate = `<zeebe:taskSchedule dueDate="=${schedule.replaceAll('"', '&quot;')}" />`
    const id = await begin('user A\nS > A > E', (xml) =>
      xml.replace('<zeebe:userTask />', `<zeebe:userTask />${dueDate}`),
    )
    expect(await dueOf(id)).toBe(instant(due))
  })

  it('has its full time again whenever it is entered again, whoever has it meanwhile has what is left', async () => {
    const id = await begin(
      `user A c:decision=none\nuser B group=${superior} c:limit=PT4H c:reminders=1 c:remindBefore=PT1H\nS > A > B > E`,
    )
    await work.act(author, id, 'A', 'submit')
    expect(await dueOf(id)).toBe(instant('2026-11-27T15:30:00'))
    await tick('2026-11-27T14:30:00')
    expect(await told(id, 'reminderSent')).toHaveLength(1)
    await work.act(superior, id, 'B', 'transfer', { to: { person: 'technicalDirector' }, opinion: '请代办' })
    expect(await dueOf(id)).toBe(instant('2026-11-27T15:30:00'))
    await work.act('technicalDirector', id, 'B', 'returnToPrevious', { opinion: '请修改' })
    set('2026-11-30T09:00:00')
    await work.act(author, id, 'A', 'submit')
    expect(await dueOf(id)).toBe(instant('2026-11-30T14:30:00'))
    await tick('2026-11-30T13:30:00')
    expect(await told(id, 'reminderSent')).toHaveLength(2)
  })

  it('rings no more once the instance is withdrawn or ended', async () => {
    const id = await begin(
      `user A c:decision=none\nuser B group=${superior} c:limit=PT4H c:onLimit=escalate c:reminders=2 c:remindEvery=PT1H\nS > A > B > E`,
    )
    await work.act(author, id, 'A', 'submit')
    await app.as(author)({
      method: 'POST',
      url: `/api/instances/${id}/withdraw`,
      payload: { opinion: '再想想' },
    })
    await tick('2026-12-01T10:00:00')
    expect(await told(id, 'reminderSent')).toEqual([])
    expect(await told(id, 'escalated')).toEqual([])
    expect(await asked(id)).toEqual([`A: ${author}`])
  })
})

describe('逾期升级', () => {
  it('puts the task before the superior as well, says why, and whoever is first does it', async () => {
    const id = await begin('user A c:limit=PT4H c:onLimit=escalate\nS > A > B > E')
    const see = () => app.as(superior)({ method: 'GET', url: `/api/instances/${id}` })
    const [task] = await openTasks(id)
    const url = `/api/tasks/${task?.id ?? ''}/approve`
    expect((await app.as(superior)({ method: 'POST', url, payload: {} })).statusCode).toBe(404)
    await tick('2026-11-27T15:30:00')
    expect(await asked(id)).toEqual([`A: ${author} ${superior}`])
    expect((await see()).statusCode).toBe(200)
    expect(await told(id, 'escalated')).toMatchObject([{ elementId: 'A', to: [expect.any(String)] }])
    expect(await work.task(superior, task?.id ?? '')).toMatchObject({
      escalated: { to: [{ username: superior }], from: [{ username: author }] },
      verbs: [{ verb: 'approve' }, { verb: 'reject' }],
    })
    const both = await Promise.all(
      [author, superior].map((by) => app.as(by)({ method: 'POST', url, payload: {} })),
    )
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await asked(id)).toEqual([`B: ${author}`])
  })

  it('passes over a superior who is not cleared, and goes to the one above', async () => {
    const id = await begin('user A c:limit=PT4H c:onLimit=escalate\nS > A > E')
    const clear = (rank: number) =>
      app.database.asSystem((tx) =>
        tx.execute('update people set clearance = $1 where username = $2', [rank, superior]),
      )
    await clear(0)
    await tick('2026-11-27T15:30:00')
    await clear(3)
    expect(await asked(id)).toEqual([`A: ${author} generalManager`])
  })

  it('goes to whom the drawing names, but lets nobody decide on what he began himself', async () => {
    const named = await begin(
      'user A c:limit=PT4H c:onLimit=escalate c:escalateTo=technicalDirector\nS > A > E',
    )
    const own = await begin(
      `user A group=${superior} c:limit=PT4H c:onLimit=escalate c:escalateTo=${author}\nS > A > E`,
    )
    expect((await openTasks(named))[0]?.onLimit).toEqual({ then: 'escalate', to: '技术总监' })
    await tick('2026-11-27T15:30:00')
    expect(await asked(named)).toEqual([`A: ${author} technicalDirector`])
    expect(await asked(own)).toEqual([`A: ${superior} processAdmin`])
  })
})

describe('a decision by the time limit', () => {
  it('passes the step, stands in the signature block without a name, and tells whoever comes late', async () => {
    const id = await begin(`user A group=${superior} c:limit=PT4H c:onLimit=pass\nS > A > B > E`)
    const task = await work.openTask(superior, id, 'A')
    expect(task.onLimit).toEqual({ then: 'pass' })
    await tick('2026-11-27T15:30:00')
    expect(await asked(id)).toEqual([`B: ${author}`])
    const late = await app.as(superior)({ method: 'POST', url: `/api/tasks/${task.id}/approve`, payload: {} })
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([409, 'TASK_TIMED_OUT'])
    expect(await work.task(superior, task.id)).toMatchObject({
      state: 'done',
      timedOut: true,
      decision: 'approve',
      opinions: [
        {
          taskId: task.id,
          byRule: { rule: 'timeLimit', reason: '逾期未办，按流程规定办理' },
          decision: 'approve',
          decisionLabel: '同意',
        },
      ],
    })
    expect((await told(id, 'taskCompleted')).map(({ byRule, person }) => [byRule?.rule, person])).toEqual([
      ['timeLimit', undefined],
    ])
    expect(await told(id, 'taskCancelled')).toEqual([])
    const back = await app.as(superior)({
      method: 'POST',
      url: `/api/tasks/${task.id}/takeBack`,
      payload: {},
    })
    expect(back.json<{ code: string }>().code).toBe('VERB_REFUSED')
  })

  it('refuses the step, and gives it its full time again when it comes back', async () => {
    const id = await begin(
      [
        'user A c:decision=none',
        `user B group=${superior} c:limit=PT4H c:onLimit=refuse out:B_decision="=decision"`,
        'xor G',
        'S > A > B > G',
        'G >[B_decision = "approve"] E',
        'G >else A',
      ].join('\n'),
    )
    for (const [submitted, due] of [
      ['2026-11-27T10:00:00', '2026-11-27T15:30:00'],
      ['2026-11-30T13:30:00', '2026-11-30T17:30:00'],
    ] as const) {
      set(submitted)
      await work.act(author, id, 'A', 'submit')
      expect(await dueOf(id)).toBe(instant(due))
      await tick(due)
      expect(await asked(id)).toEqual([`A: ${author}`])
    }
  })

  it('counts for one of several, and the others are waited for', async () => {
    const id = await begin(
      'user A group=technicalDirector,generalManager c:mode=all c:limit=P1D c:onLimit=pass\nS > A > B > E',
    )
    await work.act('generalManager', id, 'A', 'approve')
    await tick('2026-11-30T10:00:00')
    expect(await asked(id)).toEqual([`B: ${author}`])
    const { tasks } = await work.instance(author, id)
    expect(
      tasks
        .filter(({ elementId }) => elementId === 'A')
        .map(({ timedOut }) => timedOut)
        .sort(),
    ).toEqual([true, undefined])
  })

  it.each([
    ['refuse', 'void'],
    ['pass', 'inEffect'],
  ])('leaves the record as a person’s decision would (%s: %s)', async (rule, status) => {
    const record =
      '<zeebe:property name="record" value="MRP" /><zeebe:property name="takesEffect" value="onApprove" />'
    const id = await begin(
      `user A form=MRP out:MRP_id="=recordId"\nuser B group=${superior} c:decision=approve-reject c:limit=P1D c:onLimit=${rule}\nS > A > B > E`,
      (xml) =>
        xml.replace(/(id="B"[^]*?<zeebe:userTask \/>)/, `$1<zeebe:properties>${record}</zeebe:properties>`),
    )
    await work.act(author, id, 'A', 'submit', { data: completePlan() })
    await tick('2026-11-30T10:00:00')
    const ended = await work.instance(author, id)
    expect([ended.status, ended.records]).toMatchObject(['completed', [{ kind: 'MRP', status, version: 1 }]])
    // told in the order in which it happened
    expect(ended.timeline.slice(-2).map(({ type }) => type)).toEqual(
      rule === 'pass' ? ['recordInEffect', 'instanceCompleted'] : ['taskCompleted', 'instanceCompleted'],
    )
  })
})

describe('several servers', () => {
  it('ring each clock once between them', async () => {
    const rules = 'c:limit=PT4H c:onLimit=escalate c:reminders=2 c:remindBefore=PT1H c:remindEvery=PT30M'
    const ids = await Promise.all(Array.from({ length: 12 }, () => begin(`user A ${rules}\nS > A > E`)))
    const all = [newServer(), newServer(), newServer()]
    for (const time of ['2026-11-27T14:30:00', '2026-11-27T15:00:00', '2026-11-27T15:30:00']) {
      set(time)
      await Promise.all(all.flatMap((server) => [server.runDue(), server.runDue()]))
    }
    for (const id of ids) {
      const counts = [await told(id, 'reminderSent'), await told(id, 'escalated')].map(({ length }) => length)
      expect(counts).toEqual([2, 1])
      expect(await asked(id)).toEqual([`A: ${author} ${superior}`])
    }
  })

  it('let either the person or the clock decide, where both do in the same instant', async () => {
    for (let round = 0; round < 10; round++) {
      set(friday)
      const id = await begin('user A c:limit=PT4H c:onLimit=refuse out:decision="=decision"\nS > A > B > E')
      const task = await work.openTask(author, id, 'A')
      set('2026-11-27T15:30:00')
      const url = `/api/tasks/${task.id}/approve`
      const [answer] = await Promise.all([
        app.as(author)({ method: 'POST', url, payload: {} }),
        newServer().runDue(),
      ])
      const decided = await told(id, 'taskCompleted')
      expect(decided.map(({ decision, byRule }) => [decision, byRule?.rule])).toEqual([
        answer.statusCode === 200 ? ['approve', undefined] : ['reject', 'timeLimit'],
      ])
      expect(await asked(id)).toEqual([`B: ${author}`])
    }
  })
})

describe('a substitute', () => {
  it('finds the same reminder at the task as the one in whose place he acts', async () => {
    // the database asks its own clock who stands in for whom
    clock.at = new Date()
    const id = await begin(`user A group=${superior} c:limit=PT4H c:reminders=1\nS > A > E`)
    const day = (offset: number): string => localDay(new Date(Date.now() + offset * 86_400_000))
    const made = await app.as(superior)({
      method: 'POST',
      url: '/api/substitutions',
      payload: { substitute: 'production', from: day(0), to: day(300) },
    })
    expect(made.statusCode, made.body).toBe(201)
    clock.at = new Date((await dueOf(id)) ?? '')
    await newServer().runDue()
    const task = await work.openTask('production', id, 'A')
    expect(await work.task('production', task.id)).toMatchObject({
      urged: { at: expect.any(String) as string },
    })
  })
})
