import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../src/http/failure.ts'
import { readPng } from '../../../src/work/signatures/png.ts'
import { signaturePicture } from '../../../src/work/signatures/signature-picture.ts'
import { chunk, end, header, lines, pngHead, pngOf, stroke, type Drawn } from './pictures.ts'

const wide = { bytes: 1_000_000, side: 2000, pixels: 2_000_000 }

function codeOf(bytes: Buffer): string {
  try {
    signaturePicture(bytes)
    return 'taken'
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

describe('reading a PNG', () => {
  it.each([
    [0, 1],
    [4, 2],
    [2, 3],
    [6, 4],
  ])('understands every filter, at colour type %i', (colourType, samples) => {
    const drawn: Drawn = {
      width: 37,
      height: 25,
      colourType,
      samples,
      at: (x, y) =>
        Array.from({ length: samples }, (_one, sample) => (x * 31 + y * 57 + sample * 91 + x * y) % 256),
      filter: (y) => y % 5,
    }
    const picture = readPng(pngOf(drawn), wide)
    expect(picture).toMatchObject({ width: 37, height: 25, samples })
    const wanted = Array.from({ length: 25 * 37 }, (_one, at) => [
      ...drawn.at(at % 37, Math.floor(at / 37)),
    ]).flat()
    expect([...(picture?.data ?? [])]).toEqual(wanted)
  })
})

describe('the picture of a signature', () => {
  it('is kept as it was drawn, and nothing that the file carries beside it', () => {
    const secret = chunk('tEXt', Buffer.from('Comment\0who reads this?'))
    const bytes = pngOf(stroke(), secret)
    const kept = signaturePicture(bytes)
    expect(kept.includes('who reads this?')).toBe(false)
    expect(readPng(kept, wide)).toEqual(readPng(bytes, wide))
    // Taken again it is the same, byte by byte.
    expect(signaturePicture(kept)).toEqual(kept)
  })

  const whole = pngOf(stroke())
  const idat = (data: Buffer): Buffer => Buffer.concat([pngHead, header(160, 60), chunk('IDAT', data), end])
  const damaged = Buffer.from(whole)
  damaged[40] = (damaged[40] ?? 0) ^ 1
  const { width, height } = stroke()
  const black = (): number[] => [0, 0, 0, 255]
  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<svg onload="alert(1)">')],
    ['a head alone', pngHead],
    ['a file that was cut off', whole.subarray(0, -7)],
    ['one without its end', whole.subarray(0, -12)],
    ['something behind the end', Buffer.concat([whole, Buffer.from('<script>')])],
    ['a wrong checksum', damaged],
    ['a palette', pngOf({ ...stroke(), colourType: 3, samples: 1, at: () => [1] })],
    [
      'sixteen bits',
      Buffer.concat([pngHead, header(160, 60, [16, 6, 0, 0, 0]), chunk('IDAT', lines(stroke())), end]),
    ],
    [
      'interlacing',
      Buffer.concat([pngHead, header(160, 60, [8, 6, 0, 0, 1]), chunk('IDAT', lines(stroke())), end]),
    ],
    ['an unknown critical part', pngOf(stroke(), chunk('ABCD', Buffer.alloc(3)))],
    ['two heads', pngOf(stroke(), header(160, 60))],
    ['lines that are too short', idat(deflateSync(Buffer.alloc(100)))],
    ['lines that are too long', idat(deflateSync(Buffer.alloc((width * 4 + 1) * height + 1)))],
    ['a bomb', idat(deflateSync(Buffer.alloc(50_000_000)))],
    ['no packed data', idat(Buffer.from('not packed'))],
    ['an unknown filter', pngOf({ ...stroke(), filter: () => 9 })],
    ['no width', Buffer.concat([pngHead, header(0, 60), chunk('IDAT', lines(stroke())), end])],
    ['a side that is too long', pngOf({ ...stroke(), width: 1601, height: 30 })],
    ['too many pixels', pngOf({ ...stroke(), width: 1000, height: 601 })],
    ['too many bytes', pngOf(stroke(), chunk('tEXt', Buffer.alloc(128 * 1024)))],
    ['ink all over', pngOf({ ...stroke(), at: black })],
  ])('is refused where it is %s', (_what, bytes) => expect(codeOf(bytes)).toBe('SIGNATURE_INVALID'))

  const paper = [255, 255, 255, 255]
  it.each<[string, Drawn['at']]>([
    ['clear', () => [0, 0, 0, 0]],
    ['white', () => paper],
    ['hardly to be seen', (x, y) => (Math.abs(y - x) < 3 ? [0, 0, 0, 40] : [0, 0, 0, 0])],
    ['white ink on white paper', (x, y) => (Math.abs(y - x) < 3 ? [250, 250, 250, 255] : paper)],
    ['a dot', (x, y) => ((x - 80) ** 2 + (y - 30) ** 2 < 100 ? [0, 0, 0, 255] : paper)],
    ['a speck', (x, y) => (y === 30 && x < 30 ? [0, 0, 0, 255] : paper)],
  ])('is blank where it is %s', (_what, at) =>
    expect(codeOf(pngOf({ ...stroke(), at }))).toBe('SIGNATURE_BLANK'),
  )
})
