import type { Drawing, DrawnNode } from './notation.ts'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

const gap = 60
const sizes: { [type: string]: [number, number] } = {
  start: [36, 36],
  end: [36, 36],
  catch: [36, 36],
  throw: [36, 36],
  boundary: [36, 36],
  xor: [50, 50],
  and: [50, 50],
  or: [50, 50],
  eg: [50, 50],
  complex: [50, 50],
}

/** Places every node: columns by distance from the starts, rows in drawing order, boundary events on their host's lower edge. */
export function layOut(
  drawing: Drawing,
  left = 80,
  top = 80,
): { boxes: Map<string, Box>; width: number; height: number } {
  const boxes = new Map<string, Box>()
  const columns = columnsOf(drawing)
  let x = left
  let bottom = top
  for (const column of columns) {
    let y = top
    let widest = 0
    for (const node of column) {
      const inner = node.inside && layOut(node.inside, x + gap / 2, y + gap / 2)
      for (const [id, box] of inner?.boxes ?? []) boxes.set(id, box)
      const [width, height] = inner
        ? [inner.width + gap, inner.height + gap]
        : (sizes[node.type] ?? [100, 80])
      boxes.set(node.id, { x, y: inner ? y : y + (80 - height) / 2, width, height })
      widest = Math.max(widest, width)
      y += Math.max(height, 80) + gap
    }
    x += widest + gap
    bottom = Math.max(bottom, y)
  }
  placeBoundaries(drawing, boxes)
  return { boxes, width: Math.max(x - left - gap, 100), height: Math.max(bottom - top - gap, 80) }
}

function columnsOf(drawing: Drawing): DrawnNode[][] {
  const free = drawing.nodes.filter((node) => node.type !== 'boundary')
  const hostOf = new Map(drawing.nodes.filter((node) => node.host).map((node) => [node.id, node.host ?? '']))
  const depth = new Map<string, number>()
  const targets = new Set(drawing.flows.map((flow) => flow.to))
  const queue = free.filter((node) => !targets.has(node.id)).map((node) => node.id)
  if (queue.length === 0 && free[0]) queue.push(free[0].id)
  for (const id of queue) depth.set(id, 0)
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const leaving = drawing.flows.filter((flow) => flow.from === id || hostOf.get(flow.from) === id)
    for (const flow of leaving) {
      if (depth.has(flow.to)) continue
      depth.set(flow.to, (depth.get(id) ?? 0) + 1)
      queue.push(flow.to)
    }
  }
  const columns: DrawnNode[][] = []
  for (const node of free) (columns[depth.get(node.id) ?? 0] ??= []).push(node)
  return columns.map((column) => column ?? [])
}

function placeBoundaries(drawing: Drawing, boxes: Map<string, Box>): void {
  const used = new Map<string, number>()
  for (const node of drawing.nodes) {
    const host = node.type === 'boundary' && boxes.get(node.host ?? '')
    if (!host) continue
    const nth = used.get(node.host ?? '') ?? 0
    used.set(node.host ?? '', nth + 1)
    boxes.set(node.id, { x: host.x + 12 + nth * 42, y: host.y + host.height - 18, width: 36, height: 36 })
  }
}
