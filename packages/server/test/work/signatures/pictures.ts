import { crc32, deflateSync } from 'node:zlib'

/** What a test draws: samples of each pixel, written with one filter per line as an encoder would choose them. */
export interface Drawn {
  width: number
  height: number
  colourType: number
  samples: number
  at: (x: number, y: number) => readonly number[]
  filter?: (y: number) => number
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

export const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function header(width: number, height: number, rest = [8, 6, 0, 0, 0]): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set(rest, 8)
  return chunk('IHDR', data)
}

export const end = chunk('IEND', Buffer.alloc(0))

/** The packed lines, written the way PNG §9 defines its filters. */
export function lines({ width, height, samples, at, filter = () => 0 }: Drawn): Buffer {
  const value = (x: number, y: number): number =>
    x < 0 || y < 0 ? 0 : (at(Math.floor(x / samples), y)[x % samples] ?? 0)
  const rows = Array.from({ length: height }, (_row, y) => {
    const kind = filter(y)
    const row = Array.from({ length: width * samples }, (_sample, x) => {
      const [a, b, c] = [value(x - samples, y), value(x, y - 1), y > 0 ? value(x - samples, y - 1) : 0]
      const p = a + b - c
      const paeth = [a, b, c].toSorted((one, other) => Math.abs(p - one) - Math.abs(p - other))[0] ?? 0
      const guess = [0, a, b, Math.floor((a + b) / 2), paeth][kind] ?? 0
      return (value(x, y) - guess) & 0xff
    })
    return Buffer.from([kind, ...row])
  })
  return deflateSync(Buffer.concat(rows))
}

export const pngOf = (drawn: Drawn, ...between: Buffer[]): Buffer =>
  Buffer.concat([
    pngHead,
    header(drawn.width, drawn.height, [8, drawn.colourType, 0, 0, 0]),
    ...between,
    chunk('IDAT', lines(drawn)),
    end,
  ])

/** A stroke of dark ink across clear paper, as a canvas gives it. `seed` makes one differ from another. */
export const stroke = (seed = 0): Drawn => ({
  width: 160,
  height: 60,
  colourType: 6,
  samples: 4,
  at: (x, y) => (Math.abs(y - 20 - ((x + seed) % 24)) < 3 ? [22, 32, 44, 255] : [0, 0, 0, 0]),
})

/** A signature as a request brings it, with the version that its signer had before him. */
export const signed = (recordVersion?: number, seed = 0) => ({
  signature: { image: pngOf(stroke(seed)).toString('base64'), method: 'drawn' },
  ...(recordVersion !== undefined && { recordVersion }),
})
