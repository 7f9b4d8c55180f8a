import { request as httpRequest, type IncomingMessage } from 'node:http'
import { readdir, stat, utimes, writeFile, mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { v7 as uuid } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { EventEmitter } from 'node:events'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { sweepFiles } from '../../src/files/sweep-files.ts'
import { signIn, useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from '../records/make-record.ts'
import { formEnd, formHeaders, formWith, png, uploadOf } from './form.ts'

const server = useApp()
const catalogue = await loadCatalogue(catalogueFolder)
let recordId = ''
let cookie = ''

beforeAll(async () => {
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  cookie = await signIn(server.app, 'marketManager')
})
beforeEach(async () => {
  const ownerId = server.idOf('marketManager')
  recordId = await makeRecord(server.database, catalogue, { ownerId, versions: 0 })
})

const opened = (headers: Record<string, string | number> = {}) =>
  httpRequest({
    host: '127.0.0.1',
    port: (server.app.server.address() as AddressInfo).port,
    method: 'POST',
    path: `/api/records/${recordId}/attachments`,
    headers: { ...formHeaders, cookie, ...headers },
  })

async function bodyOf(answer: IncomingMessage): Promise<{ code: string }> {
  let text = ''
  for await (const chunk of answer) text += String(chunk)
  return JSON.parse(text) as { code: string }
}

/** Bytes of everything below the files' folder. */
async function bytesKept(): Promise<number> {
  const entries = await readdir(server.filesDir, { recursive: true, withFileTypes: true })
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(path.join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

describe('a file of 200 MB', () => {
  it('is refused by its announced length, before a byte of it is kept', async () => {
    const upload = opened({ 'content-length': 200 * 1024 * 1024 })
    const answered = new Promise<IncomingMessage>((resolve) => upload.on('response', resolve))
    upload.on('error', () => undefined)
    upload.flushHeaders()
    const answer = await answered
    expect(answer.statusCode).toBe(413)
    expect(await bodyOf(answer)).toMatchObject({ code: 'FILE_TOO_LARGE', message: '文件过大（最多 50 MB）' })
    upload.destroy()
    expect(await bytesKept()).toBe(0)
  })

  it('is refused without its length too, and never has more than the limit on the disk', async () => {
    const upload = opened()
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      upload.on('response', resolve)
      upload.on('error', reject)
    })
    const megabyte = Buffer.alloc(1024 * 1024, 'a')
    upload.write(formWith('', 'a.txt').subarray(0, -formEnd.length))
    let most = 0
    for (let sent = 0; sent < 200; sent++) {
      if (!upload.write(megabyte)) await new Promise((resolve) => upload.once('drain', resolve))
      if (sent % 10 === 0) most = Math.max(most, await bytesKept())
    }
    upload.end(formEnd)
    expect(await bodyOf(await answered)).toMatchObject({ code: 'FILE_TOO_LARGE' })
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThanOrEqual(50 * 1024 * 1024)
    expect(await bytesKept()).toBe(0)
  })
})

describe('what is left behind', () => {
  it('is nothing where an upload is broken off', async () => {
    const upload = opened()
    upload.on('error', () => undefined)
    upload.write(formWith(Buffer.alloc(3 * 1024 * 1024, 'a'), 'a.txt').subarray(0, 2 * 1024 * 1024))
    await vi.waitFor(async () => expect(await bytesKept()).toBeGreaterThan(0), { timeout: 5000 })
    upload.destroy()
    await vi.waitFor(async () => expect(await bytesKept()).toBe(0), { timeout: 5000 })
    const rows = await server.database.asSystem((tx) => tx.query('select id from attachments'))
    expect(rows).toEqual([])
  })

  it('by a killed process or a given-up draft is swept away, and nothing else', async () => {
    const files = new FileStore(server.filesDir)
    const author = server.as('marketManager')
    const kept = (await author(uploadOf(recordId, png, 'kept.png'))).json<{ id: string }>().id
    const unused = (await author(uploadOf(recordId, png, 'unused.png'))).json<{ id: string }>().id
    const unknown = uuid()
    const placeOf = (id: string): string => path.join(server.filesDir, id.slice(-2), id)
    await mkdir(path.dirname(placeOf(unknown)), { recursive: true })
    await writeFile(placeOf(unknown), 'x')
    const unfinished = path.join(server.filesDir, 'incoming', 'unfinished')
    await writeFile(unfinished, 'x')
    const yesterday = new Date(Date.now() - 25 * 3600_000)
    const old = [placeOf(kept), placeOf(unused), placeOf(unknown), unfinished]
    for (const file of old) await utimes(file, yesterday, yesterday)
    await server.database.asSystem(async (tx) => {
      await tx.execute(`update attachments set uploaded_at = now() - interval '8 days'`)
      await tx.execute('update record_drafts set attachment_ids = array_remove(attachment_ids, $1)', [unused])
    })
    const { database } = server
    const events = new EventEmitter()
    const fresh = uuid()
    await mkdir(path.dirname(placeOf(fresh)), { recursive: true })
    await writeFile(placeOf(fresh), 'being saved')
    await sweepFiles({ database, catalogue, files, events, now: () => new Date() })
    const left = (await readdir(server.filesDir, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
    expect(left.sort()).toEqual([kept, fresh].sort())
  })
})
