import { BpmnModdle } from 'bpmn-moddle'
import canmou from '../../packages/engine/src/descriptor/canmou.json' with { type: 'json' }
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }

export interface Box {
  x: number
  y: number
  width: number
  height: number
}
export interface Point {
  x: number
  y: number
}

/** What the tests read of a moddle element. */
export interface Moddle {
  $type: string
  id: string
  name?: string
  $parent?: Moddle
  $attrs?: { [name: string]: string }
  get(name: string): unknown
  flowElements?: Moddle[]
  incoming?: Moddle[]
  outgoing?: Moddle[]
  sourceRef?: Moddle
  targetRef?: Moddle
  attachedToRef?: Moddle
  default?: Moddle
  conditionExpression?: { body: string }
  loopCharacteristics?: Moddle
  extensionElements?: { values: Moddle[] }
  eventDefinitions?: Moddle[]
  messageRef?: Moddle
}

export interface Shape {
  id: string
  element: Moddle
  box: Box
  label?: Box
}
export interface Edge {
  id: string
  element: Moddle
  points: Point[]
  label?: Box
}

export interface Drawing {
  process: Moddle
  elements: Moddle[]
  shapes: Map<string, Shape>
  edges: Map<string, Edge>
  warnings: string[]
}

interface DiElement {
  $type: string
  bpmnElement: Moddle
  bounds?: Box
  waypoint?: Point[]
  label?: { bounds: Box }
}

export async function readDrawing(xml: string): Promise<Drawing> {
  const { rootElement, warnings } = await new BpmnModdle({ zeebe, canmou }).fromXML(xml)
  const definitions = rootElement as unknown as {
    rootElements: Moddle[]
    diagrams: { plane: { planeElement: DiElement[] } }[]
  }
  const process = definitions.rootElements.find((element) => element.$type === 'bpmn:Process')
  if (!process) throw new Error('the drawing holds no process')
  const shapes = new Map<string, Shape>()
  const edges = new Map<string, Edge>()
  for (const di of definitions.diagrams.flatMap((diagram) => diagram.plane.planeElement)) {
    const element = di.bpmnElement
    const label = di.label ? { label: di.label.bounds } : {}
    if (di.bounds) shapes.set(element.id, { id: element.id, element, box: di.bounds, ...label })
    if (di.waypoint) edges.set(element.id, { id: element.id, element, points: di.waypoint, ...label })
  }
  return {
    process,
    elements: [...inside(process)],
    shapes,
    edges,
    warnings: warnings.map((warning) => warning.message),
  }
}

/** Every flow element, those of sub-processes too. */
export function* inside(scope: Moddle): Generator<Moddle> {
  for (const element of scope.flowElements ?? []) {
    yield element
    yield* inside(element)
  }
}

export function extension(element: Moddle, type: string): Moddle | undefined {
  return element.extensionElements?.values.find((value) => value.$type === type)
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

export function onBorder({ x, y }: Point, box: Box): boolean {
  const insideX = x >= box.x - 0.5 && x <= box.x + box.width + 0.5
  const insideY = y >= box.y - 0.5 && y <= box.y + box.height + 0.5
  const onX = Math.abs(x - box.x) < 1 || Math.abs(x - box.x - box.width) < 1
  const onY = Math.abs(y - box.y) < 1 || Math.abs(y - box.y - box.height) < 1
  return insideX && insideY && (onX || onY)
}

/** The straight pieces of an edge, as boxes one pixel thin. */
export function pieces(points: Point[]): Box[] {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x) || 1,
      height: Math.abs(from.y - to.y) || 1,
    }
  })
}

export interface Crossing {
  a: string
  b: string
  at: Point
}

/** Where a level piece of one edge and an upright piece of another go through each other. */
export function crossings(edges: Edge[]): Crossing[] {
  const found: Crossing[] = []
  for (const a of edges) {
    for (const b of edges) {
      if (a === b) continue
      for (const level of pieces(a.points).filter((piece) => piece.height === 1)) {
        for (const upright of pieces(b.points).filter((piece) => piece.width === 1)) {
          const through =
            upright.x > level.x + 1 &&
            upright.x < level.x + level.width - 1 &&
            level.y > upright.y + 1 &&
            level.y < upright.y + upright.height - 1
          if (through) found.push({ a: a.id, b: b.id, at: { x: upright.x, y: level.y } })
        }
      }
    }
  }
  return found
}
