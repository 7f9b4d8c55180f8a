import { Readable } from 'node:stream'
import type { Level } from '@canmou/contract'
import { v7 as uuid } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { rankOf } from '../../src/organization/levels.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from './make-record.ts'
import { addReaders, type Reader } from './readers.ts'

const server = useApp()
const catalogue = await loadCatalogue(catalogueFolder)

interface Secret {
  id: string
  level: Level
  /** `granted` and `expired` name every reader on the need-to-know list. */
  list: 'none' | 'closed' | 'granted' | 'expired'
  fileId: string
}
const secrets: Secret[] = []
let hub = ''
let readers: Reader[] = []

const maySee = (reader: Reader, { level, list }: Secret): boolean =>
  rankOf(level) <= rankOf(reader.clearance) && (list === 'granted' || (list === 'none' && reader.isCovering))

beforeAll(async () => {
  const { database } = server
  readers = await addReaders(database)
  const ownerId = server.idOf('marketManager')
  for (const level of ['public', 'internal', 'secret', 'confidential'] as const) {
    for (const list of ['none', 'closed', 'granted', 'expired'] as const) {
      const title = `保密试验 ${level} ${list}`
      const data = { background: '轴温漂移' }
      const id = await makeRecord(database, catalogue, {
        title,
        level,
        ownerId,
        needToKnow: list !== 'none',
        data,
      })
      secrets.push({ id, level, list, fileId: await attach(id, ownerId) })
    }
  }
  hub = await makeRecord(database, catalogue, { title: '枢纽', level: 'public', ownerId, isShared: true })
  await database.asSystem(async (tx) => {
    for (const { id, list } of secrets) {
      await tx.execute(`insert into record_links (from_id, to_id, type) values ($1, $2, 'basis')`, [hub, id])
      if (list !== 'granted' && list !== 'expired') continue
      await tx.execute(
        `insert into record_grants (record_id, person_id, reason, valid_until)
         select $1, unnest($2::uuid[]), 'granted', $3`,
        [id, readers.map((reader) => reader.id), list === 'expired' ? '2020-01-01T00:00:00Z' : null],
      )
    }
  })
})

/** A file that was submitted with the record. */
async function attach(recordId: string, uploadedBy: string): Promise<string> {
  const id = uuid()
  const files = new FileStore(server.filesDir)
  const received = await files.receive(Readable.from([Buffer.from('轴温')]))
  await files.keep(id, received)
  await server.database.asSystem((tx) =>
    tx.execute(
      `insert into attachments (id, record_id, name, media_type, size, sha256, uploaded_by, frozen_at)
       values ($1, $2, '轴温.txt', 'text/plain', $3, $4, $5, now())`,
      [id, recordId, received.size, received.sha256, uploadedBy],
    ),
  )
  return id
}

/** Ids of every page of a list. */
async function allPages(username: string, query: string): Promise<string[]> {
  const ids: string[] = []
  for (let cursor = ''; ;) {
    const url = `/api/records?limit=3&${query}${cursor && `&cursor=${cursor}`}`
    const page = (await server.as(username)({ url })).json<{ items: { id: string }[]; next?: string }>()
    ids.push(...page.items.map(({ id }) => id))
    // The demo entries are not in question.
    if (page.next === undefined) return ids.filter((id) => id === hub || secrets.some((one) => one.id === id))
    cursor = page.next
  }
}

describe('a record is seen by level, clearance, data scope and need to know alike', () => {
  const expected = (reader: Reader): string[] =>
    secrets.filter((secret) => maySee(reader, secret)).map(({ id }) => id)

  it('in lists and by words, page by page', async () => {
    for (const reader of readers) {
      const seen = expected(reader).toReversed()
      expect(await allPages(reader.username, ''), reader.username).toEqual([hub, ...seen])
      expect(await allPages(reader.username, 'kind=MRP'), reader.username).toEqual([hub, ...seen])
      const words = [encodeURIComponent('保密试验'), encodeURIComponent('轴温'), 'baomishiyan', 'bmsy']
      for (const q of words) expect(await allPages(reader.username, `q=${q}`), reader.username).toEqual(seen)
    }
  })

  it('in details, versions, attachments and links', async () => {
    for (const reader of readers) {
      const ask = server.as(reader.username)
      for (const secret of secrets) {
        const status = maySee(reader, secret) ? 200 : 404
        const where = `${reader.username} ${secret.level} ${secret.list}`
        for (const part of ['', '/versions', '/versions/1'])
          expect((await ask({ url: `/api/records/${secret.id}${part}` })).statusCode, where).toBe(status)
        expect((await ask({ url: `/api/attachments/${secret.fileId}` })).statusCode, where).toBe(status)
      }
      const links = (await ask({ url: `/api/records/${hub}` })).json<{
        links: { record: { id: string } }[]
      }>()
      expect(links.links.map(({ record }) => record.id).sort(), reader.username).toEqual(
        expected(reader).sort(),
      )
    }
  })
})
