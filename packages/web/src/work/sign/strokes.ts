/** A place of the pen, in pixels of the page, with the width of the line there. */
export interface PenPoint {
  x: number
  y: number
  width: number
  at: number
}
export type Stroke = readonly PenPoint[]

const widest = 4.2
const thinnest = 1.4
/** Shorter than this on its longer side is a dot and no signature; the server asks for as much. */
const leastSide = 16

/** Where the pen is now: a quick pen writes a thin line, and one that feels pressure a strong one. */
export function penPoint(
  before: PenPoint | undefined,
  pen: { x: number; y: number; at: number; pressure?: number | undefined },
): PenPoint {
  const { x, y, at, pressure } = pen
  if (pressure !== undefined) return { x, y, at, width: thinnest + (widest - thinnest) * pressure * 1.4 }
  if (!before) return { x, y, at, width: (widest + thinnest) / 2 }
  const speed = Math.hypot(x - before.x, y - before.y) / Math.max(at - before.at, 1)
  const wanted = Math.max(thinnest, widest / (1 + speed))
  // A line does not change its width at once.
  return { x, y, at, width: before.width * 0.7 + wanted * 0.3 }
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The smallest box around all ink; undefined where there is none. */
export function boxAround(strokes: readonly Stroke[]): Box | undefined {
  const points = strokes.flat()
  if (points.length === 0) return undefined
  const left = Math.min(...points.map(({ x, width }) => x - width / 2))
  const top = Math.min(...points.map(({ y, width }) => y - width / 2))
  const right = Math.max(...points.map(({ x, width }) => x + width / 2))
  const bottom = Math.max(...points.map(({ y, width }) => y + width / 2))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

export function isSignature(strokes: readonly Stroke[]): boolean {
  const box = boxAround(strokes)
  return box !== undefined && Math.max(box.width, box.height) >= leastSide
}

type Paper = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'quadraticCurveTo' | 'lineTo' | 'stroke'
> & { lineWidth: number }

/** Draws strokes as one line each, rounded through the middles between its points. */
export function drawStrokes(paper: Paper, strokes: readonly Stroke[]): void {
  for (const stroke of strokes) {
    let from = stroke[0]
    if (!from) continue
    for (const [index, point] of stroke.entries()) {
      const next = stroke[index + 1]
      const to = next ? middle(point, next) : point
      paper.beginPath()
      paper.lineWidth = point.width
      paper.moveTo(from.x, from.y)
      // A line of no length is a dot of its width.
      if (from === point) paper.lineTo(to.x, to.y)
      else paper.quadraticCurveTo(point.x, point.y, to.x, to.y)
      paper.stroke()
      from = to
    }
  }
}

const middle = (one: PenPoint, other: PenPoint): PenPoint => ({
  ...other,
  x: (one.x + other.x) / 2,
  y: (one.y + other.y) / 2,
})
