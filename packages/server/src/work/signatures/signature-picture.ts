import { Failure } from '../../http/failure.ts'
import { readPng, writePng, type Picture, type PictureLimits } from './png.ts'

/** Far more than a signature needs, and far less than would be felt in the database. */
const limits: PictureLimits = { bytes: 128 * 1024, side: 1600, pixels: 600_000 }
/** Ink is what is plainly darker than the paper. */
const darkEnough = 80
/** Less than this is a speck, a side shorter than this a dot. */
const leastInk = 60
const leastSide = 24
/** A stroke of a pen leaves most of the paper free. */
const mostInk = 0.6

/**
 * The picture of a signature as it is kept: written anew, so that nothing but the picture is. Fails with SIGNATURE_INVALID or
 * SIGNATURE_BLANK.
 */
export function signaturePicture(bytes: Buffer): Buffer {
  const picture = readPng(bytes, limits)
  if (!picture) throw new Failure('SIGNATURE_INVALID')
  const { count, longest } = inkOf(picture)
  if (count < leastInk || longest < leastSide) throw new Failure('SIGNATURE_BLANK')
  if (count > mostInk * picture.width * picture.height) throw new Failure('SIGNATURE_INVALID')
  return writePng(picture)
}

/** How many pixels are ink, and the longer side of the smallest box around them. */
function inkOf(picture: Picture): { count: number; longest: number } {
  const { width, height } = picture
  let [count, left, right, top, bottom] = [0, width, -1, height, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (darkness(picture, (y * width + x) * picture.samples) < darkEnough) continue
      count++
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return { count, longest: Math.max(right - left, bottom - top) + 1 }
}

/** Of a pixel laid on white paper: 0 white, 255 black. */
function darkness({ samples, data }: Picture, at: number): number {
  const sample = (index: number): number => data[at + index] ?? 0
  const light = samples < 3 ? sample(0) : 0.299 * sample(0) + 0.587 * sample(1) + 0.114 * sample(2)
  const opacity = samples === 2 || samples === 4 ? sample(samples - 1) / 255 : 1
  return (255 - light) * opacity
}
