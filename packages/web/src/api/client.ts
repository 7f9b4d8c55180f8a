import createClient from 'openapi-fetch'
import { currentLocale } from '../i18n/language.ts'
import { connectionAnswered, connectionFailed } from './connection.ts'
import { ApiFailure, failureFrom } from './failure.ts'
import { keyFor, newKey, settleKey } from './idempotency.ts'
import type { paths } from './openapi.gen.ts'

const attempts = 3
const firstPause = 300
/** Answers of a proxy or of a server that is going down: nothing was decided, so the request may be repeated. */
const undecided = new Set([502, 503, 504])

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends a request up to three times. Only safe because reading changes nothing and each change carries its key. */
async function sendRepeatedly(request: Request): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await fetch(request.clone())
      if (!undecided.has(answer.status)) return answer
      if (attempt === attempts) return answer
    } catch (cause) {
      if (request.signal.aborted) throw cause
      if (attempt === attempts) throw cause
    }
    await pause(firstPause * 3 ** (attempt - 1))
  }
}

/** Tells two requests apart by what they ask for. An upload's body is not compared: each is an intent of its own. */
async function fingerprintOf(request: Request): Promise<string> {
  const type = request.headers.get('content-type')
  if (type !== null && !type.startsWith('application/json')) return newKey()
  return `${request.method} ${request.url} ${await request.clone().text()}`
}

async function send(request: Request): Promise<Response> {
  request.headers.set('accept-language', currentLocale())
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  const fingerprint = changes ? await fingerprintOf(request) : undefined
  if (fingerprint && !request.headers.has('idempotency-key')) {
    request.headers.set('idempotency-key', keyFor(fingerprint))
  }
  try {
    const answer = await sendRepeatedly(request)
    if (undecided.has(answer.status)) connectionFailed()
    else {
      connectionAnswered()
      if (fingerprint) settleKey(fingerprint)
    }
    return answer
  } catch (cause) {
    if (request.signal.aborted) throw cause
    connectionFailed()
    throw new ApiFailure(0, { code: 'OFFLINE' }, cause)
  }
}

/** `send` gives every change its key, so callers leave it out where the server insists on one. */
type Keyless<Operation> = Operation extends { parameters: { header: { 'idempotency-key': string } } }
  ? Omit<Operation, 'parameters'> & { parameters: Omit<Operation['parameters'], 'header'> }
  : Operation
type KeylessPaths = { [Url in keyof paths]: { [Method in keyof paths[Url]]: Keyless<paths[Url][Method]> } }

/** The one HTTP client: typed by the server's OpenAPI. Wrap its calls in `answerOf`. */
export const api = createClient<KeylessPaths>({ baseUrl: location.origin, fetch: send })

/** The answer's data, or an `ApiFailure` thrown: the form in which queries and mutations want it. */
export async function answerOf<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call
  if (!response.ok) throw failureFrom(response.status, error)
  return data as Data
}
