import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { signIn, useApp } from '../app.ts'

// Over a real connection: what is refused before there is a request is refused by Node itself.
const app = useApp()
let port = 0
let cookies: Record<'marketManager' | 'processAdmin', string> = { marketManager: '', processAdmin: '' }
beforeAll(async () => {
  await app.app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.app.server.address() as AddressInfo).port
  cookies = {
    marketManager: await signIn(app.app, 'marketManager'),
    processAdmin: await signIn(app.app, 'processAdmin'),
  }
})

interface Call {
  by?: keyof typeof cookies
  method?: string
  body?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

async function outcome(url: string, call: Call = {}): Promise<string> {
  const { by = 'marketManager', method = call.body === undefined ? 'GET' : 'POST', body, headers } = call
  const answer = await fetch(`http://127.0.0.1:${port}${url}`, {
    method,
    headers: {
      cookie: cookies[by],
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  })
  const { code, message } = (await answer.json()) as { code?: string; message?: string }
  return `${answer.status} ${code ?? ''}${code !== undefined && !message ? ' without a sentence' : ''}`
}

const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => (answer += String(chunk)))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })

const cursor = (values: unknown): string => Buffer.from(JSON.stringify(values)).toString('base64url')

const saved = async (): Promise<number> => {
  const row = await app.database.asSystem((tx) =>
    tx.first<{ count: number }>(
      `select (select count(*) from instances) + (select count(*) from records where owner_id = $1)
              + (select count(*) from jobs where kind = 'deliverMessage') as count`,
      [app.idOf('marketManager')],
    ),
  )
  return Number(row?.count)
}

describe('what no text has', () => {
  const bodies: [what: string, url: string, body: string, by?: 'processAdmin'][] = [
    ['NUL in a field', '/api/instances', '{"process":"SC-001","data":{"background":"a\\u0000b"}}'],
    ['NUL in the name of a field', '/api/instances', '{"process":"SC-001","data":{"a\\u0000":1}}'],
    ['half a character', '/api/instances', '{"process":"SC-001","data":{"background":"\\ud800"}}'],
    ['a number beyond all measure', '/api/messages', '{"name":"a","correlationKey":1e999}', 'processAdmin'],
    ['NUL in a key', '/api/messages', '{"name":"a","correlationKey":"\\u0000"}', 'processAdmin'],
    ['NUL in a user name', '/api/session', '{"username":"\\u0000","password":"x"}'],
    ['NUL in the name of a token', '/api/me/tokens', '{"name":"\\u0000"}'],
  ]
  it.each(bodies)('%s is refused, and nothing is saved', async (_, url, body, by) => {
    const before = await saved()
    expect(await outcome(url, { body, ...(by && { by }) })).toBe('400 JSON_INVALID')
    expect(await saved()).toBe(before)
  })

  it('bytes that are no UTF-8 are not stored as question marks', async () => {
    const body = Uint8Array.from([...Buffer.from('{"process":"'), 0xff, 0xfe, ...Buffer.from('"}')])
    expect(await outcome('/api/instances', { body })).toBe('400 JSON_INVALID')
  })

  it.each([
    '/api/tasks?q=a%00b',
    '/api/people?q=%00',
    '/api/people?position=%00',
    '/api/records?q=%00',
    '/api/surveys?q=%00',
    '/api/processes/SC%00001',
    '/api/kinds/M%00',
    '/api/processes/SC-001/steps/%00/holders',
  ])('NUL in the address %s', async (url) => {
    expect(await outcome(url)).toBe('400 REQUEST_INVALID')
  })

  it.each(['/api/processes/%ff%fe', '/api/processes/%zz'])(
    'an address that cannot be read: %s',
    async (url) => {
      expect(await outcome(url)).toBe('404 NOT_FOUND')
    },
  )
})

describe('a cursor that no list has given', () => {
  const lists = [
    '/api/tasks',
    '/api/tasks?box=done',
    '/api/tasks?box=started',
    '/api/tasks?box=cc',
    '/api/records',
    '/api/people',
  ]
  const time = '2026-02-31 10:00:00+00'
  const id = '00000000-0000-7000-8000-000000000000'
  const cursors = [
    '-1',
    '%00',
    ...[-1, [-1], [-1, -1], ['a', 'b'], [time, id], ['\0', '\0'], [1e308, 'x', 'y'], {}, null].map(cursor),
  ]
  it.each(lists)('%s', async (list) => {
    for (const one of cursors) {
      const expected = one === '%00' ? '400 REQUEST_INVALID' : '400 CURSOR_INVALID'
      expect([one, await outcome(`${list}${list.includes('?') ? '&' : '?'}cursor=${one}`)]).toEqual([
        one,
        expected,
      ])
    }
  })

  it('and a limit that is none', async () => {
    for (const limit of ['-1', '0', '1000000000', 'abc', '1&limit=2'])
      expect([limit, await outcome(`/api/records?limit=${limit}`)]).toEqual([limit, '400 REQUEST_INVALID'])
  })
})

describe('a request of the wrong kind or size', () => {
  it.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    ';;;',
  ])('content type %s', async (type) => {
    const headers = { 'content-type': type }
    expect(await outcome('/api/instances', { body: 'x', headers })).toBe('415 MEDIA_TYPE_UNSUPPORTED')
  })

  it.each(['[]', 'null', '1', '"SC-001"', ''])('a body that is no object: %s', async (body) => {
    expect(await outcome('/api/instances', { body })).toBe('400 REQUEST_INVALID')
  })

  it('an address, or a cookie, of a hundred kilobytes', async () => {
    expect(await outcome(`/api/records?q=${'a'.repeat(100_000)}`)).toBe('413 REQUEST_TOO_LARGE')
    const cookie = `canmou_session=${'x'.repeat(100_000)}`
    expect(await outcome('/api/me', { headers: { cookie } })).toBe('413 REQUEST_TOO_LARGE')
    expect(await outcome(`/api/records?q=${'a'.repeat(5_000)}`)).toBe('400 REQUEST_INVALID')
  })

  it('a body of three megabytes', async () => {
    const body = JSON.stringify({ process: 'x'.repeat(3_000_000) })
    expect(await outcome('/api/instances', { body })).toBe('413 REQUEST_TOO_LARGE')
  })

  it('what is no HTTP at all', async () => {
    for (const text of ['\x16\x03\x01 garbage\r\n\r\n', 'GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n']) {
      const answer = await raw(text)
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      expect(answer).toContain('"code":"REQUEST_INVALID"')
    }
  })
})

it('the server is up after all of it', async () => {
  expect(await outcome('/api/health')).toBe('200 ')
})
