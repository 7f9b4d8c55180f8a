import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'

interface Indexed {
  width: number
  height: number
  /** Red, green, blue of up to 256 colours. */
  palette: number[]
  /** A palette index per pixel, base64. */
  pixels: string
}

/**
 * A screenshot as a PNG of at most 256 colours: pages are flat, so nobody sees the difference, and the file is a third of
 * the size. The browser that took it also reads it; `page` may be any page without a content security policy.
 */
export async function palettePng(page: Page, screenshot: Buffer): Promise<Buffer> {
  const { width, height, palette, pixels } = await page.evaluate(quantize, screenshot.toString('base64'))
  const indices = Buffer.from(pixels, 'base64')
  // Each line begins with its filter; lines of indices are stored as they are.
  const lines = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row += 1) {
    indices.copy(lines, row * (width + 1) + 1, row * width, (row + 1) * width)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

/** Runs in the browser: the 256 commonest colours that differ, and for each pixel the nearest of them. */
async function quantize(png: string): Promise<Indexed> {
  const grounds = 64
  const leastDistance = 150
  const answer = await fetch(`data:image/png;base64,${png}`)
  const image = await createImageBitmap(await answer.blob())
  const { width, height } = image
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (!context) throw new Error('This browser draws no canvas')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const colourAt = (pixel: number) =>
    ((data[pixel * 4] ?? 0) << 16) | ((data[pixel * 4 + 1] ?? 0) << 8) | (data[pixel * 4 + 2] ?? 0)
  const counts = new Map<number, number>()
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = colourAt(pixel)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const distance = (left: number, right: number) =>
    ((left >> 16) - (right >> 16)) ** 2 +
    (((left >> 8) & 255) - ((right >> 8) & 255)) ** 2 +
    ((left & 255) - (right & 255)) ** 2
  // The commonest are grounds and stay exact. After them, a shade that is almost another one must not take the place of a
  // colour that stands alone, such as the logo's dot.
  const kept: number[] = []
  for (const [colour] of [...counts].toSorted(([, left], [, right]) => right - left)) {
    if (kept.length === 256) break
    const isGround = kept.length < grounds
    if (isGround || kept.every((own) => distance(own, colour) > leastDistance)) kept.push(colour)
  }
  const nearest = new Map(kept.map((colour, index) => [colour, index]))
  const indexOf = (colour: number): number => {
    const known = nearest.get(colour)
    if (known !== undefined) return known
    const distances = kept.map((own) => distance(own, colour))
    const index = distances.indexOf(Math.min(...distances))
    nearest.set(colour, index)
    return index
  }
  const indices = Uint8Array.from({ length: width * height }, (_, pixel) => indexOf(colourAt(pixel)))
  let text = ''
  for (let from = 0; from < indices.length; from += 8192) {
    text += String.fromCharCode(...indices.subarray(from, from + 8192))
  }
  const palette = kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])
  return { width, height, palette, pixels: btoa(text) }
}
