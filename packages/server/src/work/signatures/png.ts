import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture of one byte per sample, not interlaced: as a browser's canvas writes it. */
export interface Picture {
  width: number
  height: number
  /** Samples per pixel: grey, grey and alpha, red-green-blue, or with alpha. */
  samples: 1 | 2 | 3 | 4
  /** Line by line, without filters. */
  data: Uint8Array
}

export interface PictureLimits {
  bytes: number
  /** Each side, and both together. */
  side: number
  pixels: number
}

const fileHead = Buffer.from('89504e470d0a1a0a', 'hex')
const samplesOf: Partial<Record<number, Picture['samples']>> = { 0: 1, 2: 3, 4: 2, 6: 4 }
const colourTypes = { 1: 0, 2: 4, 3: 2, 4: 6 } as const

/** Reads a PNG; undefined where it is none, is damaged, is of another kind (palette, interlaced) or too large. */
export function readPng(bytes: Buffer, limits: PictureLimits): Picture | undefined {
  if (bytes.length > limits.bytes) return undefined
  const chunks = chunksOf(bytes)
  const [head, ...rest] = chunks ?? []
  const end = rest.pop()
  if (head?.type !== 'IHDR' || head.data.length !== 13 || end?.type !== 'IEND') return undefined
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  const samples = samplesOf[head.data[9] ?? -1]
  const isPlain = head.data[8] === 8 && head.data.subarray(10).every((byte) => byte === 0)
  const isSmall =
    Math.min(width, height) > 0 && Math.max(width, height) <= limits.side && width * height <= limits.pixels
  if (!samples || !isPlain || !isSmall) return undefined
  // A critical chunk (a capital letter first) that is not understood changes what the picture is.
  const drawn = rest.filter(({ type }) => type === 'IDAT')
  const first = rest.findIndex(({ type }) => type === 'IDAT')
  const isInOrder = drawn.every((chunk, index) => rest[first + index] === chunk)
  if (!isInOrder || rest.some(({ type }) => type !== 'IDAT' && /^[A-Z]/.test(type))) return undefined
  const lines = inflated(Buffer.concat(drawn.map(({ data }) => data)), (width * samples + 1) * height)
  const data = lines && withoutFilters(lines, width * samples, samples)
  return data && { width, height, samples, data }
}

/** The picture alone, with nothing else that a file may carry. */
export function writePng({ width, height, samples, data }: Picture): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, colourTypes[samples]], 8)
  const line = width * samples
  const lines = Buffer.alloc((line + 1) * height)
  for (let y = 0; y < height; y++) lines.set(data.subarray(y * line, (y + 1) * line), y * (line + 1) + 1)
  return Buffer.concat([
    fileHead,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

interface Chunk {
  type: string
  data: Buffer
}

/** All of the file, each part with the right checksum. */
function chunksOf(bytes: Buffer): Chunk[] | undefined {
  if (!bytes.subarray(0, 8).equals(fileHead)) return undefined
  const chunks: Chunk[] = []
  for (let at = 8; at < bytes.length;) {
    if (at + 12 > bytes.length) return undefined
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) return undefined
    const type = bytes.toString('latin1', at + 4, at + 8)
    const isWhole = crc32(bytes.subarray(at + 4, end)) === bytes.readUInt32BE(end)
    if (!isWhole || !/^[A-Za-z]{4}$/.test(type)) return undefined
    chunks.push({ type, data: bytes.subarray(at + 8, end) })
    at = end + 4
  }
  return chunks
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** Exactly so many bytes: a small file never unpacks into more memory than its size says. */
function inflated(packed: Buffer, size: number): Buffer | undefined {
  try {
    const lines = inflateSync(packed, { maxOutputLength: size })
    return lines.length === size ? lines : undefined
  } catch {
    return undefined
  }
}

/** Undoes the filters of the lines (PNG, third edition, §9); undefined where one is not known. */
function withoutFilters(lines: Buffer, line: number, samples: number): Uint8Array | undefined {
  const height = lines.length / (line + 1)
  const data = new Uint8Array(line * height)
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (line + 1)] ?? -1
    if (filter > 4) return undefined
    for (let x = 0; x < line; x++) {
      const at = y * line + x
      const left = x >= samples ? (data[at - samples] ?? 0) : 0
      const above = y > 0 ? (data[at - line] ?? 0) : 0
      const corner = x >= samples && y > 0 ? (data[at - line - samples] ?? 0) : 0
      data[at] = (lines[y * (line + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner)
    }
  }
  return data
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      return nearest(left, above, corner)
    default:
      return 0
  }
}

/** The Paeth predictor. */
function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
