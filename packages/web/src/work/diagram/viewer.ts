import 'bpmn-js/dist/assets/diagram-js.css'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { systemFonts } from '../../app/theme.ts'
import { rename, type Parsed } from './rename.ts'

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

/**
 * Draws a BPMN file into a container, with the names that are given by the ids of elements; where there are any, the pool of
 * the process is called by its title. Scrolling the page past it must
 * not be caught, so the wheel stays the page's.
 */
export async function openViewer(
  container: HTMLElement,
  xml: string,
  names: Readonly<Record<string, string>>,
  title: string,
): Promise<Viewer> {
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
  viewer.on('import.parse.complete', (parsed: Parsed) => rename(parsed, names, title))
  await viewer.importXML(xml)
  const services: Services = {
    canvas: viewer.get('canvas'),
    overlays: viewer.get('overlays'),
    elements: viewer.get('elementRegistry'),
  }
  return { services, destroy: () => viewer.destroy() }
}

/** A smaller text than this share of 12 px is not read. */
const readable = 0.8
const margin = 20
/** Under the drawing, for bpmn.io's watermark. */
const watermark = 36

/** The height at which nothing of the drawing is cut above and below, at the size in which it is first shown. */
export function heightOf({ canvas }: Services): number {
  const { inner, outer } = canvas.viewbox()
  const scale = Math.min(1, Math.max(readable, outer.width / (inner.width + 2 * margin)))
  return Math.ceil((inner.height + 2 * margin) * scale) + watermark
}

/** Shows the whole drawing; where that would make it unreadable, a readable part around `focus`. Says which. */
export function showDrawing(services: Services, focus: string[]): 'whole' | 'part' {
  const { canvas } = services
  canvas.resized()
  const { inner, outer } = canvas.viewbox()
  if (outer.width / (inner.width + 2 * margin) < readable) {
    showElements(services, focus)
    return 'part'
  }
  showWhole(services)
  return 'whole'
}

/** All of it, never larger than it was drawn, with the margin that the library leaves out. */
export function showWhole({ canvas }: Services): void {
  const { inner, outer } = canvas.viewbox()
  const scale = Math.min(
    1,
    outer.width / (inner.width + 2 * margin),
    (outer.height - watermark) / (inner.height + 2 * margin),
  )
  const width = outer.width / scale
  const height = outer.height / scale
  const x = inner.x - (width - inner.width) / 2
  canvas.viewbox({ x, y: inner.y - margin, width, height })
}

/** Brings elements into the middle at a readable size; the drawing's left end where none is named. */
export function showElements({ canvas, elements }: Services, ids: string[]): void {
  canvas.zoom(readable)
  const { inner, outer, scale } = canvas.viewbox()
  const width = outer.width / scale
  const height = outer.height / scale
  const top = inner.y - margin
  const first = ids.map((id) => elements.get(id)).find((box) => box?.x !== undefined)
  if (!first) {
    canvas.viewbox({ x: inner.x - margin, y: top, width, height })
    return
  }
  const x = (first.x ?? 0) + (first.width ?? 0) / 2
  const y = (first.y ?? 0) + (first.height ?? 0) / 2
  canvas.viewbox({
    x: x - width / 2,
    y: inner.height + margin <= height ? top : y - height / 2,
    width,
    height,
  })
}
