import type { RecordVersion, TimelineEntry } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { author, decider, onAll, reviewer, useSeveralDesk } from '../several-decided.ts'
import { signed } from './pictures.ts'

// 手写签名 at a step about several documents: one hand signs all of them (docs/decisions/0018, 0019).
const signature = '<canmou:task signature="required" />'
const desk = useSeveralDesk([
  onAll({ id: 'decide', by: decider, canmou: signature }),
  onAll({ id: 'read', by: reviewer }),
])

/** What the decider has before him, as he sends it. */
async function seen(id: string, by = decider) {
  const documents = await desk.documents(by, id, 'decide')
  return { documents: documents.map((one) => ({ id: one.id, version: one.version })) }
}

async function versionOf(recordId: string, version: number): Promise<RecordVersion | undefined> {
  const { items } = (await desk.app.as(author)({ url: `/api/records/${recordId}/versions` })).json<{
    items: RecordVersion[]
  }>()
  return items.find((one) => one.version === version)
}

/** The versions of the instance's documents, as a signature names them. */
async function versionsOf(id: string, version = 1) {
  const { records } = await desk.work.instance(author, id)
  return Promise.all(
    records.map(async ({ id: recordId, number }) => ({
      recordId,
      number,
      version,
      sha256: (await versionOf(recordId, version))?.sha256,
    })),
  )
}

async function told(id: string, what: Partial<TimelineEntry>): Promise<TimelineEntry | undefined> {
  const { timeline } = await desk.work.instance(author, id)
  return timeline.find((entry) =>
    Object.entries(what).every(([name, value]) => entry[name as keyof TimelineEntry] === value),
  )
}

describe('a hand signature on several documents', () => {
  it('names every version with its number and hash: in its record, the history and the opinions of each', async () => {
    const id = await desk.begin(3)
    const task = await desk.work.openTask(decider, id, 'decide')
    expect(
      (await desk.act(decider, id, 'decide', 'approve', { ...signed(), ...(await seen(id)) })).status,
    ).toBe(200)
    const documents = await versionsOf(id)
    expect(documents).toHaveLength(3)
    expect(new Set(documents.map(({ number }) => number)).size).toBe(3)
    for (const { sha256 } of documents) expect(sha256).toMatch(/^[0-9a-f]{64}$/)

    const entry = await told(id, { taskId: task.id, decision: 'approve' })
    expect(entry?.signature).toEqual({ method: 'drawn', documents })
    for (const { recordId } of documents) {
      const { opinions } = await desk.page(reviewer, id, 'read', recordId)
      const own = opinions.find(({ taskId }) => taskId === task.id)
      expect(own).toMatchObject({ recordVersion: 1, signature: { documents } })
    }
    const rows = await desk.app.database.asSystem((tx) =>
      tx.query(
        `select record_id as "recordId", record_number as number, record_version as version,
                encode(record_sha256, 'hex') as sha256
         from signed_versions where task_id = $1 order by record_id`,
        [task.id],
      ),
    )
    expect(rows).toEqual(documents)
  })

  it('is for the versions that were before its signer, when he adds somebody after himself too', async () => {
    const id = await desk.begin(2)
    await desk.act(decider, id, 'decide', 'returnToStarter', { opinion: '请补充' })
    await desk.submit(id, 'write')
    const payload = { signers: [{ person: 'financeManager' }], ...signed(), ...(await seen(id)) }
    expect((await desk.act(decider, id, 'decide', 'addSignerAfter', payload)).status).toBe(200)
    const documents = await versionsOf(id, 2)
    const entry = await told(id, { verb: 'addSignerAfter' })
    expect(entry).toMatchObject({
      documents: documents.map(({ recordId }) => ({ recordId, recordVersion: 2 })),
      signature: { documents },
    })
    // Whoever was added signs the same ones with his own hand.
    const own = { ...signed(undefined, 5), ...(await seen(id, 'financeManager')) }
    expect((await desk.act('financeManager', id, 'decide', 'approve', own)).status).toBe(200)
    expect((await told(id, { decision: 'approve' }))?.signature?.documents).toEqual(documents)
  })

  it('is seen, with what it is for, by whoever sees all of the documents', async () => {
    const id = await desk.begin(2)
    const task = await desk.work.openTask(decider, id, 'decide')
    await desk.act(decider, id, 'decide', 'approve', { ...signed(), ...(await seen(id)) })
    const seenBy = (person: string) =>
      desk.app.database.as(desk.app.idOf(person), (tx) =>
        tx.query('select record_id from signed_versions where task_id = $1', [task.id]),
      )
    expect(await seenBy(author)).toHaveLength(2)
    expect(await seenBy('production')).toHaveLength(0)
    for (const statement of ["update signed_versions set record_number = 'X'", 'delete from signed_versions'])
      await expect(desk.app.database.asSystem((tx) => tx.execute(statement))).rejects.toThrow(
        /permission denied/,
      )
  })
})
