import type { RecordDetail } from '@canmou/contract'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../app.ts'
import { png, uploadOf } from '../files/form.ts'

let clock = new Date('2026-11-25T01:00:00Z')
const server = useApp({ now: () => clock })
const author = server.as('marketManager')
const colleague = server.as('productMarketingManager')

const item = { category: 'industry', content: '某线招标', source: '行业网站', date: '2026-11-20' }
const post = (url: string, payload: object | undefined, who: Caller = author, key?: string) =>
  who({
    method: 'POST',
    url,
    ...(payload && { payload }),
    headers: key === undefined ? {} : { 'idempotency-key': key },
  })
const product = { name: '测试终端', model: 'TM-1', lifecycleStage: 'growth' }

async function created(payload: object, who = author): Promise<RecordDetail> {
  const answer = await post('/api/records', payload, who)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<RecordDetail>()
}
async function inEffect(data: object = product, who = author): Promise<RecordDetail> {
  const { id } = await created({ kind: 'PRD', data }, who)
  const answer = await post(`/api/records/${id}/submit`, { data }, who)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<RecordDetail>()
}
const read = async (id: string, who = author) =>
  (await who({ url: `/api/records/${id}` })).json<RecordDetail>()

describe('an entry of a register', () => {
  it('begins as a draft that only its author sees, and takes effect when it is submitted', async () => {
    const draft = await created({ kind: 'PRD', data: { name: '测试终端' }, level: 'public' })
    expect(draft).toMatchObject({
      status: 'draft',
      version: 0,
      level: 'public',
      isDraft: true,
      can: { edit: true },
    })
    expect(draft).not.toHaveProperty('number')
    expect(await read(draft.id, colleague)).toMatchObject({ code: 'NOT_FOUND' })
    const payload = { data: product, revision: draft.draftRevision }
    const done = (await post(`/api/records/${draft.id}/submit`, payload)).json<RecordDetail>()
    expect(done).toMatchObject({
      status: 'inEffect',
      version: 1,
      title: '测试终端 TM-1',
      level: 'public',
      isDraft: false,
      data: product,
      can: { edit: true, attach: false },
    })
    expect(done.number).toMatch(/^PRD-202611-\d{4}$/)
    const versions = (await colleague({ url: `/api/records/${draft.id}/versions` })).json<{
      items: object[]
    }>()
    expect(versions.items).toMatchObject([
      { version: 1, data: product, submittedBy: { username: 'marketManager' } },
    ])
    const found = await colleague({ url: `/api/records?q=${encodeURIComponent('测试')}&kind=PRD` })
    expect(found.json<{ items: object[] }>().items).toContainEqual(expect.objectContaining({ id: draft.id }))
  })

  it('is made once where the request is repeated, in the same instant too', async () => {
    const key = randomUUID()
    const make = () => post('/api/records', { kind: 'PRD', data: product }, author, key)
    const ids = (await Promise.all([make(), make(), make()])).map((answer) => answer.json<RecordDetail>().id)
    expect(new Set(ids).size).toBe(1)
    const other = await post('/api/records', { kind: 'PRD', data: {} }, author, key)
    expect(other.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    const [id = ''] = ids
    const submitKey = randomUUID()
    const submit = () => post(`/api/records/${id}/submit`, { data: product }, author, submitKey)
    const answers = await Promise.all([submit(), submit()])
    const again = await submit()
    expect([...answers, again].map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect((await read(id)).version).toBe(1)
    expect((await post(`/api/records/${id}/submit`, { data: product })).json()).toMatchObject({
      code: 'DRAFT_MISSING',
    })
  })

  it('is not submitted with errors, and an error leaves the key free', async () => {
    const { id } = await created({ kind: 'PRD' })
    const key = randomUUID()
    const url = `/api/records/${id}/submit`
    const refused = await post(url, { data: { name: '测试终端' } }, author, key)
    expect(refused.json()).toMatchObject({ code: 'RECORD_INVALID' })
    expect((await post(url, { data: product, revision: 7 })).json()).toMatchObject({ code: 'DRAFT_OUTDATED' })
    expect((await post(url, { data: product }, author, key)).statusCode).toBe(200)
  })

  it('is edited by one person at a time, from its newest version', async () => {
    const { id } = await inEffect()
    const edit = (who: Caller) => post(`/api/records/${id}/edit`, undefined, who)
    const answers = await Promise.all([edit(author), edit(colleague)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const [winner, loser] = answers[0]?.statusCode === 200 ? [author, colleague] : [colleague, author]
    expect((await edit(loser)).json()).toMatchObject({ code: 'RECORD_BEING_EDITED' })
    expect((await edit(winner)).json()).toMatchObject({ isDraft: true, version: 1, data: product })
    expect(await read(id, loser)).toMatchObject({ isDraft: false, data: product })
    const data = { ...product, lifecycleStage: 'maturity' }
    const submitted = await post(`/api/records/${id}/submit`, { data }, winner)
    expect(submitted.json()).toMatchObject({ version: 2, status: 'inEffect', data })
    expect((await edit(loser)).json()).toMatchObject({ isDraft: true, data })
  })

  it('is taken over from somebody who left it open for hours', async () => {
    const { id } = await inEffect()
    await post(`/api/records/${id}/edit`, undefined, author)
    clock = new Date(clock.getTime() + 3.9 * 3600_000)
    expect((await post(`/api/records/${id}/edit`, undefined, colleague)).json()).toMatchObject({
      code: 'RECORD_BEING_EDITED',
      message: '市场经理（演示）正在编辑这条记录，请稍后再试',
    })
    clock = new Date(clock.getTime() + 0.2 * 3600_000)
    expect((await post(`/api/records/${id}/edit`, undefined, colleague)).json()).toMatchObject({
      isDraft: true,
    })
    const late = await author({
      method: 'PUT',
      url: `/api/records/${id}/draft`,
      payload: { data: {}, revision: 1 },
    })
    expect(late.json()).toMatchObject({ code: 'DRAFT_MISSING' })
  })

  it('is given up, and one that never was submitted disappears from the lists', async () => {
    const { id } = await created({ kind: 'PRD', data: { name: '作废终端' } })
    const discard = (record: string, who = author) =>
      who({ method: 'DELETE', url: `/api/records/${record}/draft` })
    const count = async () =>
      (await author({ url: `/api/records?q=${encodeURIComponent('作废')}` })).json<{ items: object[] }>()
        .items.length
    expect(await count()).toBe(1)
    expect((await discard(id, colleague)).json()).toMatchObject({ code: 'NOT_FOUND' })
    expect((await discard(id)).statusCode).toBe(204)
    expect(await count()).toBe(0)
    expect((await author({ url: '/api/records?limit=100' })).body).not.toContain(id)
    expect((await discard(id)).json()).toMatchObject({ code: 'DRAFT_MISSING' })
    expect((await post(`/api/records/${id}/edit`, undefined)).json()).toMatchObject({ code: 'FORBIDDEN' })
    const kept = await inEffect()
    await post(`/api/records/${kept.id}/edit`, undefined)
    expect((await discard(kept.id)).statusCode).toBe(204)
    expect(await read(kept.id)).toMatchObject({
      isDraft: false,
      version: 1,
      status: 'inEffect',
      data: product,
    })
  })

  it('is edited by its owner, and by those whose data scope covers its department or whom its kind names', async () => {
    const { id } = await inEffect()
    const stranger = server.as('keyAccountManager1')
    expect(await read(id, stranger)).toMatchObject({ data: product, can: { edit: false } })
    expect((await post(`/api/records/${id}/edit`, undefined, stranger)).json()).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect((await post('/api/records', { kind: 'PRD' }, stranger)).json()).toMatchObject({
      code: 'FORBIDDEN',
    })
    const own = await created({ kind: 'INT', data: {} }, stranger)
    expect(own).toMatchObject({ departmentId: 'keyAccounts', can: { edit: true } })
    expect(await read(id, colleague)).toMatchObject({ can: { edit: true } })
  })

  it('keeps its attachments: those that were submitted are everybody’s and stay', async () => {
    const { id } = await created({ kind: 'PRD', level: 'public' })
    const file = (await author(uploadOf(id, png, '外观.png'))).json<{ id: string }>()
    const done = (await post(`/api/records/${id}/submit`, { data: product })).json<RecordDetail>()
    expect(done.attachments).toMatchObject([{ id: file.id, name: '外观.png' }])
    const url = `/api/attachments/${file.id}`
    expect((await server.as('projectStaff')({ url })).statusCode).toBe(200)
    expect((await author({ method: 'DELETE', url })).json()).toMatchObject({ code: 'ATTACHMENT_FROZEN' })
    const foreign = await created({ kind: 'PRD' })
    const stolen = { data: product, attachmentIds: [file.id] }
    expect((await post(`/api/records/${foreign.id}/submit`, stolen)).json()).toMatchObject({
      code: 'RECORD_INVALID',
    })
  })

  it('is the only thing that is made outside of a process', async () => {
    expect((await post('/api/records', { kind: 'MRP' })).json()).toMatchObject({
      code: 'KIND_NOT_REGISTER',
      message: '“市场调研策划书”只能在流程中填写',
    })
    expect((await post('/api/records', { kind: 'XYZ' })).json()).toMatchObject({
      code: 'RECORD_KIND_UNKNOWN',
    })
    expect((await post('/api/records', { kind: 'INT', level: 'confidential' })).json()).toMatchObject({
      code: 'CLEARANCE_TOO_LOW',
    })
    expect((await post('/api/records', { kind: 'INT', data: item, more: 1 })).json()).toMatchObject({
      code: 'REQUEST_INVALID',
    })
  })
})
