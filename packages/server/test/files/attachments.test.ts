import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Attachment } from '@canmou/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from '../records/make-record.ts'
import { png, uploadOf } from './form.ts'

const server = useApp()
const catalogue = await loadCatalogue(catalogueFolder)
const author = server.as('marketManager')
const colleague = server.as('productMarketingManager')
let recordId = ''

beforeEach(async () => {
  const ownerId = server.idOf('marketManager')
  recordId = await makeRecord(server.database, catalogue, { ownerId, isEdited: true })
})

const upload = async (content: Buffer | string, name: string): Promise<Attachment> => {
  const answer = await author(uploadOf(recordId, content, name))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<Attachment>()
}
const codeOf = async (content: Buffer | string, name: string, field?: string): Promise<unknown> =>
  (await author(uploadOf(recordId, content, name, field))).json<{ code: unknown }>().code
const freeze = (id: string) =>
  server.database.asSystem((tx) => tx.execute('update attachments set frozen_at = now() where id = $1', [id]))
const filesKept = async (): Promise<string[]> =>
  (await readdir(server.filesDir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(path.basename(entry.parentPath), entry.name))

describe('an attachment', () => {
  it('is kept with its hash under its id alone, and stands on the draft at once', async () => {
    const attachment = await upload(png, '轴温（演示）.png')
    expect(attachment).toMatchObject({
      name: '轴温（演示）.png',
      mediaType: 'image/png',
      size: png.length,
      sha256: createHash('sha256').update(png).digest('hex'),
      uploadedBy: { username: 'marketManager' },
    })
    expect(await filesKept()).toContain(path.join(attachment.id.slice(-2), attachment.id))
    const detail = (await author({ url: `/api/records/${recordId}` })).json<{ attachments: Attachment[] }>()
    expect(detail.attachments).toEqual([attachment])
  })

  it('is always given out as a download with its Chinese name, and cannot run anything here', async () => {
    const { id } = await upload(png, '轴温 \'a\' "b".png')
    const answer = await author({ url: `/api/attachments/${id}` })
    expect(answer.rawPayload).toEqual(png)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-cache',
    })
    const disposition = String(answer.headers['content-disposition'])
    expect(disposition).toMatch(/^attachment; filename="__ /)
    expect(disposition).toContain("filename*=UTF-8''%E8%BD%B4%E6%B8%A9%20%27a%27%20")
    const headers = { 'if-none-match': String(answer.headers.etag) }
    expect((await author({ url: `/api/attachments/${id}`, headers })).statusCode).toBe(304)
  })

  it('is given out in parts to those who ask for a part', async () => {
    const { id } = await upload('0123456789', '十.txt')
    const part = (range: string) => author({ url: `/api/attachments/${id}`, headers: { range } })
    const middle = await part('bytes=2-4')
    expect(middle.statusCode).toBe(206)
    expect(middle.body).toBe('234')
    expect(middle.headers).toMatchObject({ 'content-range': 'bytes 2-4/10', 'content-length': '3' })
    expect((await part('bytes=-3')).body).toBe('789')
    expect((await part('bytes=8-')).body).toBe('89')
    for (const range of ['bytes=10-', 'bytes=5-2', 'bytes=0-1,3-4', 'bytes=-', 'lines=1-2']) {
      const whole = await part(range)
      expect([whole.statusCode, whole.body], range).toEqual([200, '0123456789'])
    }
  })

  it('is seen by its uploader alone until it is submitted, then by those who see the record', async () => {
    const { id } = await upload(png, 'a.png')
    const url = `/api/attachments/${id}`
    expect((await colleague({ url })).json()).toMatchObject({ code: 'NOT_FOUND' })
    await freeze(id)
    expect((await colleague({ url })).statusCode).toBe(200)
    expect((await server.as('projectStaff')({ url })).json()).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is removed by its uploader until it is submitted', async () => {
    const [first, second] = [await upload(png, 'a.png'), await upload(png, 'b.png')]
    const remove = (id: string, who = author) => who({ method: 'DELETE', url: `/api/attachments/${id}` })
    await freeze(second.id)
    expect((await remove(first.id, colleague)).json()).toMatchObject({ code: 'NOT_FOUND' })
    expect((await remove(second.id, colleague)).json()).toMatchObject({ code: 'ATTACHMENT_FROZEN' })
    expect((await remove(second.id)).json()).toMatchObject({ code: 'ATTACHMENT_FROZEN' })
    expect((await remove(first.id)).statusCode).toBe(204)
    expect((await remove(first.id)).json()).toMatchObject({ code: 'NOT_FOUND' })
    const detail = (await author({ url: `/api/records/${recordId}` })).json<{ attachments: Attachment[] }>()
    expect(detail.attachments.map(({ id }) => id)).toEqual([second.id])
    expect(await filesKept()).not.toContain(path.join(first.id.slice(-2), first.id))
  })

  it('belongs to a draft: nobody attaches to what he is not writing', async () => {
    const request = uploadOf(recordId, png, 'a.png')
    expect((await colleague(request)).json()).toMatchObject({ code: 'DRAFT_MISSING' })
    expect((await server.as('projectStaff')(request)).json()).toMatchObject({ code: 'NOT_FOUND' })
    expect(
      (await author({ ...request, headers: { 'content-type': 'application/json' }, payload: '{}' })).json(),
    ).toMatchObject({ code: 'MEDIA_TYPE_UNSUPPORTED' })
    expect(await codeOf(png, 'a.png', 'other')).toBe('REQUEST_INVALID')
  })

  it('has a name that is a name', async () => {
    const before = await filesKept()
    for (const name of [
      '../../etc/passwd.txt',
      'a/b.txt',
      'C:\\a.txt',
      '..',
      'a\u0007.txt',
      'a\u202egnp.txt',
      ' ',
      '文'.repeat(201),
    ])
      expect(await codeOf('text', name), JSON.stringify(name)).toBe('FILE_NAME_INVALID')
    expect(await filesKept()).toEqual(before)
  })

  it('is of a kind that offices exchange, in name and in content', async () => {
    const before = await filesKept()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const exe = Buffer.from('4d5a90000300000004000000ffff0000b800000000000000', 'hex')
    const refused: [string | Buffer, string][] = [
      [svg, 'a.svg'],
      [svg, 'a.txt'],
      ['<!DOCTYPE html><script>alert(1)</script>', 'a.html'],
      ['  <html><body>', 'a.txt'],
      ['<html>', 'a.png'],
      [exe, 'a.exe'],
      [exe, 'a.pdf'],
      [exe, 'a.txt'],
      [png, 'a.pdf'],
      [png, 'a'],
      ['text', 'a.constructor'],
    ]
    for (const [content, name] of refused) expect(await codeOf(content, name), name).toBe('FILE_TYPE_REFUSED')
    expect(await filesKept()).toEqual(before)
    await upload('%PDF-1.7\n%âãÏÓ\n1 0 obj', '报告.PDF')
    await upload(Buffer.from('504b0304140000000800', 'hex'), '计划.docx')
    await upload(Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0x2c, 0x31]), '国标编码.csv')
    await upload('', '空.txt')
  })
})
