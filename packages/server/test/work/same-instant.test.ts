import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Failure } from '../../src/http/failure.ts'
import { actOnTask } from '../../src/work/act-on-task.ts'
import { startInstance } from '../../src/work/start-instance.ts'
import type { Work } from '../../src/work/work.ts'
import { useDatabase } from '../database.ts'
import { useTwoServers } from './two-servers.ts'
import { installTwoSignatures, processId } from './two-signatures.ts'

const handle = useDatabase()
const servers = useTwoServers(handle)
const rounds = 10_000
const lanes = 16

describe('two people in the same instant', () => {
  beforeAll(() => installTwoSignatures(handle.database))

  it(
    `the last two signatures give exactly one continuation, ${rounds} times`,
    { timeout: 300_000 },
    async () => {
      let left = rounds
      const lane = async (): Promise<void> => {
        while (left-- > 0) await signTogether()
      }
      await Promise.all(Array.from({ length: lanes }, lane))
      const [counted] = await handle.database.asSystem((tx) =>
        tx.query<{ instances: number; continuations: number; signatures: number; versions: number }>(
          `select count(*)::integer as instances,
                sum((select count(*) from tasks t where t.instance_id = i.id and t.element_id = 'TWO_read'))::integer
                  as continuations,
                sum((select count(*) from tasks t
                     where t.instance_id = i.id and t.element_id = 'TWO_sign' and t.state = 'done'))::integer as signatures,
                sum(version)::integer as versions
         from instances i
         where process_id = $1`,
          [processId],
        ),
      )
      expect(counted).toEqual({
        instances: rounds,
        continuations: rounds,
        signatures: 2 * rounds,
        versions: 3 * rounds,
      })
    },
  )

  it('one task pressed by two servers at once is done once, and the second is told by whom', async () => {
    const [one, two] = servers.all
    const { id } = await begin(one)
    const task = (await one.instances.get(id))?.tasks[0]
    if (!task) throw new Error('no task')
    const actor = servers.actor(task.candidates[0] ?? '')
    const outcomes = await Promise.allSettled(
      [one, two, one, two].map((server) => actOnTask(server, actor, task.id, { verb: 'approve' }, undefined)),
    )
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as Failure] : [],
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(refused.map(({ code }) => code)).toEqual(['TASK_DONE', 'TASK_DONE', 'TASK_DONE'])
  })

  it('what many do in the same instant is written by two calls of one half each', async () => {
    const [one] = servers.all
    const started = await Promise.all(Array.from({ length: 16 }, () => begin(one)))
    const call = vi.spyOn(handle.database, 'call')
    await Promise.all(started.map(({ id }) => approve(one, id)))
    const sizes = sizesOf(call.mock.calls)
    call.mockRestore()
    expect(sizes).toEqual([8, 8])
  })

  it('what came while two calls were under way is shared between the next two', async () => {
    const [one] = servers.all
    const started = await Promise.all(Array.from({ length: 16 }, () => begin(one)))
    const { database } = handle
    const really = database.call.bind(database)
    const held: (() => void)[] = []
    const call = vi.spyOn(database, 'call').mockImplementation(async (text, values) => {
      await new Promise<void>((resolve) => held.push(resolve))
      return really(text, values)
    })
    const approved: Promise<unknown>[] = []
    for (const { id } of started) {
      approved.push(approve(one, id))
      await vi.waitFor(() => expect(held).toHaveLength(Math.min(approved.length, 2)))
    }
    for (const underWay of [3, 4]) {
      held[underWay - 3]?.()
      await vi.waitFor(() => expect(held).toHaveLength(underWay))
    }
    for (const letGo of held.slice(2)) letGo()
    await Promise.all(approved)
    const sizes = sizesOf(call.mock.calls)
    call.mockRestore()
    expect(sizes).toEqual([1, 1, 8, 6])
  })

  async function approve(work: Work, id: string): Promise<void> {
    const [task] = (await work.instances.get(id))?.tasks ?? []
    if (!task) throw new Error('no task')
    await actOnTask(work, servers.actor(task.candidates[0] ?? ''), task.id, { verb: 'approve' }, undefined)
  }

  const sizesOf = (calls: [text: string, values?: unknown[] | undefined][]): unknown[] =>
    calls.flatMap(([text, values]) => (text.includes('apply_steps') ? values?.[0] : []))

  async function signTogether(): Promise<void> {
    const [one, two] = servers.all
    const { id } = await begin(one)
    const [first, second] = (await one.instances.get(id))?.tasks ?? []
    if (!first || !second) throw new Error('two signatures were expected')
    await Promise.all([
      actOnTask(one, servers.actor(first.candidates[0] ?? ''), first.id, { verb: 'approve' }, undefined),
      actOnTask(two, servers.actor(second.candidates[0] ?? ''), second.id, { verb: 'approve' }, undefined),
    ])
  }

  const begin = (work: Work): Promise<{ id: string }> => {
    const starter = handle.idOf('marketManager')
    return startInstance(work, { processId, actorId: starter, starterId: starter })
  }
})
