import { boxAround, drawStrokes, type Stroke } from './strokes.ts'

export const ink = '#16202c'
const margin = 6
/** Twice as fine as the page, so that it prints well; never larger than the server takes. */
const scale = 2
const largest = { width: 1000, height: 500 }

/** The strokes alone, cropped to their ink: PNG, Base64. */
export function pictureOf(strokes: readonly Stroke[]): string | undefined {
  const box = boxAround(strokes)
  if (!box) return undefined
  return drawn(box.width, box.height, (paper) => {
    paper.translate(-box.x, -box.y)
    drawStrokes(paper, strokes)
  })
}

/** A name in a written hand, for whoever cannot draw: PNG, Base64. */
export function pictureOfName(name: string): string | undefined {
  const size = 44
  const font = `${size}px "STKaiti", "KaiTi", "Kaiti SC", "TW-Kai", "AR PL UKai CN", cursive, serif`
  const measuring = document.createElement('canvas').getContext('2d')
  if (!measuring) return undefined
  measuring.font = font
  return drawn(measuring.measureText(name).width, size * 1.2, (paper) => {
    paper.font = font
    paper.textBaseline = 'middle'
    paper.fillText(name, 0, size * 0.6)
  })
}

function drawn(
  width: number,
  height: number,
  draw: (paper: CanvasRenderingContext2D) => void,
): string | undefined {
  const [wide, high] = [width + 2 * margin, height + 2 * margin]
  const fine = Math.min(scale, largest.width / wide, largest.height / high)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(wide * fine)
  canvas.height = Math.ceil(high * fine)
  const paper = canvas.getContext('2d')
  if (!paper) return undefined
  paper.scale(fine, fine)
  paper.translate(margin, margin)
  prepare(paper)
  draw(paper)
  return canvas.toDataURL('image/png').split(',')[1]
}

/** The pen: round, in one colour. */
export function prepare(paper: CanvasRenderingContext2D): void {
  paper.lineCap = 'round'
  paper.lineJoin = 'round'
  paper.strokeStyle = ink
  paper.fillStyle = ink
}
