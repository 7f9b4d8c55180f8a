import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../app.ts'
import { Work } from '../approval.ts'
import { installProcess } from '../install-process.ts'
import { called, listening, recalling } from './waiting-drawings.ts'

// A process that a signal starts (BPMN 2.0.2 §10.5.2): every one in effect that is drawn so, once for each signal.
const app = useApp()
const work = new Work(app)
const by = 'marketManager'
const other = {
  ...called,
  id: 'CALLED-002',
  bpmnId: 'CALLEDTOO',
  xml: called.xml.replaceAll('CALLED', 'CALLEDTOO'),
}

beforeAll(async () => {
  for (const drawing of [called, other, listening, recalling]) await installProcess(app.database, drawing)
})

interface Run {
  id: string
  process: string
  level: number
  source: string | null
  starter: string
  variables: Record<string, unknown>
}

async function runs(): Promise<Run[]> {
  const rows = await app.database.asSystem((tx) =>
    tx.query<Omit<Run, 'variables'> & { state: string }>(
      `select id, process_id as process, level, source_instance_id as source, starter_id as starter, state
       from instances where process_id like 'CALLED-%' order by id`,
    ),
  )
  return rows.map(({ state, ...run }) => ({ ...run, variables: (JSON.parse(state) as Run).variables }))
}
const signal = (payload: object, headers = {}) =>
  app.as('processAdmin')({ method: 'POST', url: '/api/signals', payload, headers })
const deliver = () => app.app.jobs.runDue()

describe('a signal', () => {
  it('from outside starts every process that is drawn so, once, with what came with it', async () => {
    const waits = await work.start(by, 'LISTEN-001')
    const headers = { 'idempotency-key': 'recall-1' }
    for (let times = 0; times < 2; times++)
      expect((await signal({ name: 'recall', data: { batch: 'B-7' } }, headers)).statusCode).toBe(202)
    await signal({ name: 'something else' })
    await deliver()
    const made = await runs()
    expect(made.map(({ process }) => process).sort()).toEqual(['CALLED-001', 'CALLED-002'])
    for (const run of made) {
      expect(run).toMatchObject({ source: null, variables: { batch: 'B-7' }, starter: app.idOf(by) })
      expect((await work.instance(by, run.id)).tasks).toMatchObject([{ state: 'open' }])
    }
    // Whatever waits for it hears it too.
    const { tasks } = await work.instance(by, waits.id)
    expect(tasks.filter(({ state }) => state === 'open')).toMatchObject([{ elementId: 'LISTEN_recalled' }])
  })

  it('that a run throws starts one that knows its source, as secret as that is', async () => {
    const before = (await runs()).length
    const { id } = await work.start(by, 'RECALL-001')
    await work.act(by, id, 'RECALL_decide', 'approve')
    await deliver()
    const made = (await runs()).slice(before)
    expect(made).toHaveLength(2)
    for (const run of made)
      expect(run).toMatchObject({ source: id, level: 1, variables: { sourceInstance: id } })
    expect((await work.instance(by, id)).chain.map(({ instance }) => instance.id)).toEqual(
      expect.arrayContaining(made.map((run) => run.id)),
    )
  })

  it('starts nothing in a version that is in effect no longer, and leaves the start by hand as it is', async () => {
    const before = (await runs()).length
    await signal({ name: 'recall' })
    await app.database.asSystem((tx) =>
      tx.execute(`update process_versions set status = 'retired' where process_id = 'CALLED-002'`),
    )
    await deliver()
    expect((await runs()).slice(before).map(({ process }) => process)).toEqual(['CALLED-001'])
    const { tasks } = await work.start(by, 'CALLED-001')
    expect(tasks).toMatchObject([{ elementId: 'CALLED_work', state: 'open' }])
  })
})
