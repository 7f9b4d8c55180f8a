import type { Canvas } from './viewer.ts'

interface Point {
  x: number
  y: number
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

/**
 * Fingers on a drawing: one moves it sideways (up and down stays the page's, see `touch-action` in the style sheet), two
 * move and zoom it. Returns how to stop listening.
 */
export function followFingers(container: HTMLElement, canvas: Canvas): () => void {
  const fingers = new Map<number, Point>()
  const at = (event: PointerEvent): Point => ({ x: event.clientX, y: event.clientY })

  const down = (event: PointerEvent) => {
    if (event.pointerType === 'touch') fingers.set(event.pointerId, at(event))
  }
  const up = (event: PointerEvent) => fingers.delete(event.pointerId)
  const move = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId)
    if (!before) return
    const now = at(event)
    fingers.set(event.pointerId, now)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (!other) {
      canvas.scroll({ dx: now.x - before.x, dy: now.y - before.y })
      return
    }
    const middleBefore = between(before, other)
    const middle = between(now, other)
    canvas.scroll({ dx: middle.x - middleBefore.x, dy: middle.y - middleBefore.y })
    const { left, top } = container.getBoundingClientRect()
    const ratio = distance(now, other) / Math.max(1, distance(before, other))
    const level = Math.min(3, Math.max(0.2, canvas.zoom() * ratio))
    canvas.zoom(level, { x: middle.x - left, y: middle.y - top })
  }

  container.addEventListener('pointerdown', down)
  container.addEventListener('pointermove', move)
  container.addEventListener('pointerup', up)
  container.addEventListener('pointercancel', up)
  return () => {
    container.removeEventListener('pointerdown', down)
    container.removeEventListener('pointermove', move)
    container.removeEventListener('pointerup', up)
    container.removeEventListener('pointercancel', up)
  }
}
