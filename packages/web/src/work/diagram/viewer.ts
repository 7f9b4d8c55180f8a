import 'bpmn-js/dist/assets/diagram-js.css'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { systemFonts } from '../../app/theme.ts'

/** The parts of diagram-js that are used here, as its documentation describes them. */
interface Bounds {
  x: number
  y: number
  width: number
  height: number
}
export interface Canvas {
  zoom(level?: number | 'fit-viewport', center?: { x: number; y: number } | 'auto'): number
  scroll(delta: { dx: number; dy: number }): void
  viewbox(box?: Bounds): Bounds & { scale: number; inner: Bounds; outer: { width: number; height: number } }
  resized(): void
  addMarker(element: string, marker: string): void
  removeMarker(element: string, marker: string): void
}
interface Overlays {
  add(element: string, type: string, overlay: { position: object; html: HTMLElement }): string
  remove(filter: { type: string }): void
}
interface ElementRegistry {
  get(id: string): (Partial<Bounds> & { waypoints?: unknown[] }) | undefined
}

export interface Services {
  canvas: Canvas
  overlays: Overlays
  elements: ElementRegistry
}

export interface Viewer {
  services: Services
  destroy: () => void
}

/** Draws a BPMN file into a container. Scrolling the page past it must not be caught, so the wheel stays the page's. */
export async function openViewer(container: HTMLElement, xml: string): Promise<Viewer> {
  const viewer = new NavigatedViewer({
    container,
    zoomScroll: { enabled: false },
    textRenderer: { defaultStyle: { fontFamily: systemFonts, fontSize: 12, lineHeight: 1.3 } },
    bpmnRenderer: {
      defaultStrokeColor: '#5d6864',
      defaultFillColor: '#ffffff',
      defaultLabelColor: '#1c2422',
    },
  })
  await viewer.importXML(xml)
  const services: Services = {
    canvas: viewer.get('canvas'),
    overlays: viewer.get('overlays'),
    elements: viewer.get('elementRegistry'),
  }
  return { services, destroy: () => viewer.destroy() }
}

const readable = 0.62

/** Shows the whole drawing; where that would make it unreadable (a phone), a readable part around `focus`. */
export function showDrawing(services: Services, focus: string[]): void {
  const { canvas } = services
  canvas.resized()
  canvas.zoom('fit-viewport', 'auto')
  if (canvas.zoom() < readable) showElements(services, focus)
}

/** Brings elements into the middle at a readable size; the drawing's left end where none is named. */
export function showElements({ canvas, elements }: Services, ids: string[]): void {
  canvas.zoom(readable)
  const { outer, scale } = canvas.viewbox()
  const width = outer.width / scale
  const height = outer.height / scale
  const boxes = ids.map((id) => elements.get(id)).filter((box) => box?.x !== undefined)
  const first = boxes[0]
  if (!first) {
    const { inner } = canvas.viewbox()
    const margin = 20
    // Its middle line where it fits, else its upper edge.
    const y = inner.height <= height ? inner.y + (inner.height - height) / 2 : inner.y - margin
    canvas.viewbox({ x: inner.x - margin, y, width, height })
    return
  }
  const x = (first.x ?? 0) + (first.width ?? 0) / 2
  const y = (first.y ?? 0) + (first.height ?? 0) / 2
  canvas.viewbox({ x: x - width / 2, y: y - height / 2, width, height })
}
