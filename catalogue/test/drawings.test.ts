import { describe, expect, it } from 'vitest'
import { readProcesses } from './catalogue.ts'
import type { Drawing, Edge, Moddle, Shape } from './drawing.ts'
import { crossings, onBorder, overlap, pieces, readDrawing } from './drawing.ts'
import { wordingFaults } from './wording.ts'

const processes = readProcesses()

const isSubProcess = (element: Moddle): boolean => element.$type === 'bpmn:SubProcess'

/** A sub-process surrounds what is in it, and a boundary event sits on its activity's border. */
function mayTouch(a: Moddle, b: Moddle): boolean {
  if (a.attachedToRef === b || b.attachedToRef === a) return true
  return surrounds(a, b) || surrounds(b, a)
}
function surrounds(outer: Moddle, inner: Moddle): boolean {
  for (let parent = inner.$parent; parent; parent = parent.$parent) if (parent === outer) return true
  return false
}

function overlapping({ shapes }: Drawing): string[] {
  const list = [...shapes.values()]
  return list.flatMap((a, index) =>
    list
      .slice(index + 1)
      .filter((b) => overlap(a.box, b.box) && !mayTouch(a.element, b.element))
      .map((b) => `${a.id} and ${b.id}`),
  )
}

function labelFaults({ shapes, edges }: Drawing): string[] {
  const all = [...shapes.values()]
  const labelled: (Shape | Edge)[] = [...all, ...edges.values()].filter(({ label }) => label)
  const faults: string[] = []
  for (const [index, { id, label, element }] of labelled.entries()) {
    if (!label) continue
    for (const shape of all) {
      const hidden = overlap(label, shape.box) && !isSubProcess(shape.element)
      if (hidden && shape.element !== element) faults.push(`label of ${id} on ${shape.id}`)
    }
    for (const other of labelled.slice(index + 1)) {
      if (other.label && overlap(label, other.label)) faults.push(`labels of ${id} and ${other.id}`)
    }
    for (const edge of edges.values()) {
      if (pieces(edge.points).some((piece) => overlap(label, piece)))
        faults.push(`label of ${id} on flow ${edge.id}`)
    }
  }
  return faults
}

function flowsThroughShapes({ shapes, edges }: Drawing): string[] {
  const faults: string[] = []
  for (const edge of edges.values()) {
    const ends = [edge.element.sourceRef, edge.element.targetRef]
    for (const shape of shapes.values()) {
      if (ends.includes(shape.element) || surrounds(shape.element, edge.element)) continue
      if (pieces(edge.points).some((piece) => overlap(piece, shape.box)))
        faults.push(`${edge.id} through ${shape.id}`)
    }
  }
  return faults
}

describe.each(processes)('the drawing of $folder', ({ xml }) => {
  it('has a shape or an edge for every element, and every flow is known at both ends', async () => {
    const drawing = await readDrawing(xml)
    for (const element of drawing.elements) {
      const drawn = element.$type === 'bpmn:SequenceFlow' ? drawing.edges : drawing.shapes
      expect(drawn.has(element.id), element.id).toBe(true)
      if (element.$type !== 'bpmn:SequenceFlow') continue
      expect(element.sourceRef?.outgoing?.includes(element), element.id).toBe(true)
      expect(element.targetRef?.incoming?.includes(element), element.id).toBe(true)
    }
    expect(drawing.shapes.size + drawing.edges.size).toBe(drawing.elements.length)
  })
  it('ends its flows on the shapes that they join, with level and upright lines', async () => {
    const drawing = await readDrawing(xml)
    for (const { id, element, points } of drawing.edges.values()) {
      const [from, to] = [element.sourceRef, element.targetRef].map(
        (end) => drawing.shapes.get(end?.id ?? '')?.box,
      )
      const [first, last] = [points[0], points.at(-1)]
      expect(first && from && onBorder(first, from), id).toBe(true)
      expect(last && to && onBorder(last, to), id).toBe(true)
      for (const piece of pieces(points)) expect(Math.min(piece.width, piece.height), id).toBe(1)
    }
  })
  it('lays no shape over another, no flow through a shape, and no label over anything', async () => {
    const drawing = await readDrawing(xml)
    expect(overlapping(drawing)).toEqual([])
    expect(flowsThroughShapes(drawing)).toEqual([])
    expect(labelFaults(drawing)).toEqual([])
  })
  it('sets every name whole: none larger than its box, no character alone on a line', async () => {
    const { shapes, edges } = await readDrawing(xml)
    const faults = [
      ...[...shapes.values()].flatMap(({ element, box, label }) => wordingFaults(element, box, label)),
      ...[...edges.values()].flatMap(({ element, label }) => wordingFaults(element, undefined, label)),
    ]
    expect(faults).toEqual([])
  })
  it('runs from left to right: what goes back is a loop', async () => {
    const drawing = await readDrawing(xml)
    const x = (element: Moddle | undefined): number => {
      const box = drawing.shapes.get(element?.id ?? '')?.box
      return box ? box.x + box.width / 2 : Number.NaN
    }
    for (const { id, element } of drawing.edges.values()) {
      const { sourceRef, targetRef } = element
      if (!sourceRef || !targetRef || x(targetRef) >= x(sourceRef) - 60) continue
      expect(leadsTo(targetRef, sourceRef), `${id} goes back but is no loop`).toBe(true)
    }
  })
  it('has no two flows that cross', async () => {
    const drawing = await readDrawing(xml)
    expect(crossings([...drawing.edges.values()]).length).toBe(0)
  })
  it('marks the default of every decision and where each step comes from', async () => {
    const { elements } = await readDrawing(xml)
    for (const element of elements) {
      if (element.$type === 'bpmn:SequenceFlow') continue
      expect(element.get('canmou:origin'), element.id).toMatch(/^(stated|implied|proposed)$/)
      if (element.$type !== 'bpmn:ExclusiveGateway' || (element.outgoing?.length ?? 0) < 2) continue
      expect(element.default, `${element.id} has a default`).toBeDefined()
      for (const flow of element.outgoing ?? []) {
        expect(Boolean(flow.conditionExpression) !== (flow === element.default), flow.id).toBe(true)
        expect(flow.name, flow.id).toBeTruthy()
      }
    }
  })
})

function leadsTo(from: Moddle, to: Moddle): boolean {
  const seen = new Set<Moddle>([from])
  for (const element of seen)
    for (const flow of element.outgoing ?? []) if (flow.targetRef) seen.add(flow.targetRef)
  return seen.has(to)
}

describe('the checks on drawings', () => {
  const sample = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d"><bpmn:process id="P"><bpmn:task id="a"/><bpmn:task id="b"/><bpmn:task id="c"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="c"/></bpmn:process><bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="p" bpmnElement="P"><bpmndi:BPMNShape id="a_" bpmnElement="a"><dc:Bounds x="0" y="0" width="100" height="80"/></bpmndi:BPMNShape><bpmndi:BPMNShape id="b_" bpmnElement="b"><dc:Bounds x="90" y="0" width="100" height="80"/></bpmndi:BPMNShape><bpmndi:BPMNShape id="c_" bpmnElement="c"><dc:Bounds x="300" y="0" width="100" height="80"/></bpmndi:BPMNShape><bpmndi:BPMNEdge id="f_" bpmnElement="f"><di:waypoint x="100" y="40"/><di:waypoint x="300" y="40"/><bpmndi:BPMNLabel><dc:Bounds x="110" y="30" width="20" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`
  it('find shapes that overlap, flows through shapes, and hidden labels', async () => {
    const drawing = await readDrawing(sample)
    expect(overlapping(drawing)).toEqual(['a and b'])
    expect(flowsThroughShapes(drawing)).toEqual(['f through b'])
    expect(labelFaults(drawing)).toEqual(['label of f on b', 'label of f on flow f'])
  })
  it('find names that are cut or badly broken', () => {
    const named = (name: string) => ({ $type: 'bpmn:UserTask', id: 'a', name, get: () => undefined })
    const box = (width: number, height: number) => ({ x: 0, y: 0, width, height })
    expect(wordingFaults(named('编制产品定价方案'), box(110, 80), undefined)).toHaveLength(1)
    expect(wordingFaults(named('编制产品定价方案'), box(116, 80), undefined)).toEqual([])
    expect(wordingFaults(named('市场调研策划 SC-001'), box(110, 80), undefined)).toHaveLength(1)
    expect(wordingFaults(named('SC-001 市场调研策划'), box(110, 80), undefined)).toEqual([])
    expect(wordingFaults(named('提出调研策划'), box(36, 36), box(40, 14))).toHaveLength(1)
    expect(wordingFaults(named('提出调研策划'), box(36, 36), box(68, 14))).toEqual([])
  })
  it('find flows that cross', () => {
    const edge = (id: string, ...points: [number, number][]): Edge => ({
      id,
      element: { $type: 'bpmn:SequenceFlow', id, get: () => undefined },
      points: points.map(([x, y]) => ({ x, y })),
    })
    expect(crossings([edge('f', [0, 10], [20, 10]), edge('g', [10, 0], [10, 20])])).toHaveLength(1)
    expect(crossings([edge('f', [0, 10], [10, 10]), edge('g', [10, 0], [10, 10])])).toHaveLength(0)
  })
})
