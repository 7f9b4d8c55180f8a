import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Enough of a file's beginning to tell what it is. */
const headBytes = 4100
const standardLargestFile = 50 * 1024 * 1024

export interface ReceivedFile {
  temporaryPath: string
  size: number
  sha256: Buffer
  head: Buffer
}

/**
 * Attachments' contents, one file per attachment, named by its id alone: nothing that a person typed becomes part of a
 * path. What is received lies in `incoming/` until it is kept; what was kept is on the disk before `keep` returns.
 */
export class FileStore {
  private readonly folder: string
  private readonly incoming: string
  /** The most bytes that a file may have; whoever receives one asks. */
  readonly largestFile: number

  constructor(folder: string, largestFile = standardLargestFile) {
    this.largestFile = largestFile
    this.folder = path.resolve(folder)
    this.incoming = path.join(this.folder, 'incoming')
  }

  /** Writes a stream to a temporary file, hashing as it goes. Leaves nothing behind when the stream breaks. */
  async receive(source: Readable): Promise<ReceivedFile> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 })
    const temporaryPath = path.join(this.incoming, randomUUID())
    const hash = createHash('sha256')
    const head: Buffer[] = []
    let size = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        if (size < headBytes) head.push(chunk.subarray(0, headBytes - size))
        size += chunk.length
        hash.update(chunk)
        done(null, chunk)
      },
    })
    try {
      await pipeline(
        source,
        measure,
        createWriteStream(temporaryPath, { flags: 'wx', mode: 0o600, flush: true }),
      )
    } catch (error) {
      await rm(temporaryPath, { force: true })
      throw error
    }
    return { temporaryPath, size, sha256: hash.digest(), head: Buffer.concat(head) }
  }

  /** Moves a received file to its place for good. */
  async keep(id: string, received: ReceivedFile): Promise<void> {
    const place = this.placeOf(id)
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
    await rename(received.temporaryPath, place)
    // The name, too, has to outlive a power cut.
    const directory = await open(path.dirname(place), 'r')
    try {
      await directory.sync()
    } finally {
      await directory.close()
    }
  }

  async discard(received: ReceivedFile): Promise<void> {
    await rm(received.temporaryPath, { force: true })
  }

  /** The content, or a part of it (`end` included). Fails before the first byte where the file is not there. */
  async read(id: string, range?: { start: number; end: number }): Promise<ReadStream> {
    const stream = createReadStream(this.placeOf(id), range)
    await once(stream, 'open')
    return stream
  }

  async remove(id: string): Promise<void> {
    await rm(this.placeOf(id), { force: true })
  }

  /** Ids of the files that were kept more than `olderThanMs` ago. */
  async *keptBefore(olderThanMs: number): AsyncGenerator<string> {
    for (const shard of await namesIn(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(shard)) continue
      for (const id of await namesIn(path.join(this.folder, shard))) {
        if (await isOlder(path.join(this.folder, shard, id), olderThanMs)) yield id
      }
    }
  }

  /** Removes what was received and neither kept nor discarded: the leavings of a killed process. */
  async clearIncoming(olderThanMs: number): Promise<void> {
    for (const name of await namesIn(this.incoming)) {
      const file = path.join(this.incoming, name)
      if (await isOlder(file, olderThanMs)) await rm(file, { force: true })
    }
  }

  private placeOf(id: string): string {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new TypeError('Not an attachment id')
    return path.join(this.folder, id.slice(-2), id)
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function isOlder(file: string, ms: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > ms
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
