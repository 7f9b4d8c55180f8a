// A quota and a file-size limit are full disks to the one who meets them.
const CODES = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const WORDS = /No space left on device|Disk quota exceeded|File too large/

/** Whether a call of the system failed because nothing more could be written. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CODES.has(String(error.code))
}

/** The same question to what a PostgreSQL program said; its messages are in English (`lc_messages=C`). */
export function saysDiskFull(output: string): boolean {
  return WORDS.test(output)
}
