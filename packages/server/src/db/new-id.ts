import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

// The system is asked for many ids' worth at a time: for each by itself, a task's id cost a tenth of deciding its step.
const pool = new Uint8Array(16 * 256)
let used = pool.length
let msecs = 0
let seq = 0

/** The id of a new row: a UUID of version 7 (RFC 9562), later than all that this process made before. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, (used += 16))
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    // Half of the counter's range is left for the ids of the same millisecond.
    seq = new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1
  } else seq += 1
  return v7({ random, msecs, seq })
}
