import type { InstanceDetail } from '@canmou/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../app.ts'
import { Work } from '../approval.ts'
import { installProcess } from '../install-process.ts'
import { calling, echoing, greeting, posting, replying, serving } from './going-round-drawings.ts'

// Processes that set themselves off: what nobody stops has an end all the same, and the history says where and why.
const app = useApp()
const work = new Work(app)
const by = 'marketManager'

beforeAll(async () => {
  for (const drawing of [echoing, greeting, calling, posting, replying, serving])
    await installProcess(app.database, drawing)
})

async function runsOf(process: string): Promise<InstanceDetail[]> {
  const rows = await app.database.asSystem((tx) =>
    tx.query<{ id: string }>('select id from instances where process_id = $1 order by id', [process]),
  )
  return Promise.all(rows.map(({ id }) => work.instance('processAdmin', id)))
}
const deliver = () => app.app.jobs.runDue()
const jobsLeft = () =>
  app.database.asSystem((tx) =>
    tx.query(`select kind from jobs where kind not in ('timedStart', 'scheduleStarts')`),
  )
const messagesOf = async (runs: InstanceDetail[]): Promise<number | undefined> => {
  const [row] = await app.database.asSystem((tx) =>
    tx.query<{ count: number }>(
      `select count(*)::integer as count from steps s, jsonb_array_elements(s.entries) e
       where e ->> 'type' = 'messagePublished' and s.instance_id = any($1)`,
      [runs.map(({ id }) => id)],
    ),
  )
  return row?.count
}
const stopped = ({ timeline }: InstanceDetail): (string | undefined)[] =>
  timeline.flatMap(({ type, opinion }) => (type === 'incident' ? opinion : []))

describe('a process that starts itself', () => {
  it('by a signal stops after a few rounds, each of them whole, and says why in the last', async () => {
    await work.start(by, 'ECHO-001')
    await deliver()
    const runs = await runsOf('ECHO-001')
    expect(runs.map(({ status }) => status)).toEqual(Array.from({ length: 11 }, () => 'completed'))
    expect(runs.flatMap(stopped)).toEqual([expect.stringMatching(/^流程之间自动相互触发/)])
    expect(stopped(runs[10] as InstanceDetail)).toHaveLength(1)
    expect(await jobsLeft()).toEqual([])
  })

  it('goes on for as long as people do their part in it', async () => {
    await work.start(by, 'GREET-001')
    for (let round = 0; round < 12; round += 1) {
      const run = (await runsOf('GREET-001'))[round]
      await work.act(by, run?.id ?? '', 'GREET_read', 'approve')
      await deliver()
    }
    const runs = await runsOf('GREET-001')
    expect(runs).toHaveLength(13)
    expect(runs.flatMap(stopped)).toEqual([])
  })

  it('by calling itself stops at the call that goes too deep, which then can be looked at', async () => {
    await work.start(by, 'CALL-001')
    await deliver()
    const runs = await runsOf('CALL-001')
    expect(runs).toHaveLength(11)
    expect(runs.slice(0, 10).flatMap(stopped)).toEqual([])
    expect(stopped(runs[10] as InstanceDetail)[0]).toMatch(/^流程之间自动相互触发/)
    expect(await jobsLeft()).toEqual([])
  })

  it('by a message stops after a few rounds, each of them whole, and says why in the last', async () => {
    await work.start(by, 'POST-001')
    await deliver()
    const runs = await runsOf('POST-001')
    expect(runs.map(({ status }) => status)).toEqual(Array.from({ length: 11 }, () => 'completed'))
    expect(runs.slice(0, 10).flatMap(stopped)).toEqual([])
    expect(stopped(runs[10] as InstanceDetail)).toEqual([expect.stringMatching(/^流程之间自动相互触发/)])
    expect(await jobsLeft()).toEqual([])
  })
})

describe('two that answer each other', () => {
  it('stop after a hundred messages, and both wait on where they are', async () => {
    await work.start(by, 'REPLY-001')
    await work.start(by, 'SERVE-001')
    await deliver()
    const [replies] = await runsOf('REPLY-001')
    const [serves] = await runsOf('SERVE-001')
    if (!replies || !serves) throw new Error('both run')
    expect([serves.status, replies.status]).toEqual(['running', 'running'])
    expect(await messagesOf([serves, replies])).toBe(100)
    expect([serves, replies].flatMap(stopped)).toEqual([expect.stringMatching(/^流程之间自动相互触发/)])
    expect(await jobsLeft()).toEqual([])
  })
})
