/**
 * Keys for requests that change something. A request whose outcome is unknown (the answer never came) keeps its key, so
 * that pressing the button again asks for the first answer instead of doing the thing twice. Once an answer came, the
 * same request is a new intent and gets a new key.
 */
const open = new Map<string, string>()

/** A v4 uuid; `crypto.randomUUID` alone would fail on a page served over plain http from another machine. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The key for a request, told apart by its method, address and body. */
export function keyFor(fingerprint: string): string {
  const known = open.get(fingerprint)
  if (known) return known
  const key = newKey()
  open.set(fingerprint, key)
  return key
}

/** The server answered: the intent is settled, whatever the answer. */
export function settleKey(fingerprint: string): void {
  open.delete(fingerprint)
}
