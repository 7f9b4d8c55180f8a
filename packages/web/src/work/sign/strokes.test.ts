import { describe, expect, it } from 'vitest'
import { boxAround, drawStrokes, isSignature, penPoint, type PenPoint } from './strokes.ts'

const along = (...places: [number, number][]): PenPoint[] =>
  places.map(([x, y], index) => ({ x, y, width: 2, at: index * 16 }))

describe('the width of the line', () => {
  const still = penPoint(undefined, { x: 0, y: 0, at: 0 })
  const after = (distance: number): number => penPoint(still, { x: distance, y: 0, at: 16 }).width

  it('is less the quicker the pen is, and never changes at once', () => {
    expect(after(4)).toBeGreaterThan(after(16))
    expect(after(16)).toBeGreaterThan(after(400))
    expect(after(4000)).toBeGreaterThan(still.width * 0.7)
  })

  it('follows the pressure of a pen that feels it', () => {
    const pressed = (pressure: number): number => penPoint(still, { x: 9, y: 9, at: 16, pressure }).width
    expect(pressed(0.8)).toBeGreaterThan(pressed(0.2))
  })

  it('stands two places of the same instant', () => {
    expect(penPoint(still, { x: 3, y: 0, at: 0 }).width).toBeGreaterThan(0)
  })
})

describe('strokes', () => {
  it('have a box around all their ink', () => {
    expect(boxAround([along([10, 20], [30, 25]), along([5, 40])])).toEqual({
      x: 4,
      y: 19,
      width: 27,
      height: 22,
    })
    expect(boxAround([])).toBeUndefined()
  })

  it('are a signature once they are more than a dot', () => {
    expect(isSignature([])).toBe(false)
    expect(isSignature([along([10, 10], [12, 11])])).toBe(false)
    expect(isSignature([along([10, 10], [60, 24])])).toBe(true)
  })

  it('are drawn from their first to their last place, a tap as a dot', () => {
    const drawn: string[] = []
    const paper = {
      lineWidth: 0,
      beginPath: () => undefined,
      stroke: () => undefined,
      moveTo: (x: number, y: number) => drawn.push(`M${x},${y}`),
      lineTo: (x: number, y: number) => drawn.push(`L${x},${y}`),
      quadraticCurveTo: (...at: number[]) => drawn.push(`Q${at.join(',')}`),
    }
    drawStrokes(paper, [along([0, 0], [10, 0], [10, 10]), along([50, 5])])
    expect(drawn).toEqual(['M0,0', 'L5,0', 'M5,0', 'Q10,0,10,5', 'M10,5', 'Q10,10,10,10', 'M50,5', 'L50,5'])
  })
})
