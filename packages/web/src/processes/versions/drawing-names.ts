/** What a page says about a drawing without proving it: what its elements are called, and which flow goes where. */
export interface DrawingNames {
  nameOf: (id: string) => string
  flows: readonly { id: string; source: string; target: string }[]
}

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL'

/** Reads the names out of a BPMN text; of one that is no XML, nothing is known. */
export function drawingNames(xml: string): DrawingNames {
  const drawing = new DOMParser().parseFromString(xml, 'text/xml')
  const names = new Map<string, string>()
  for (const element of drawing.querySelectorAll('[id][name]')) {
    const [id, name] = [element.getAttribute('id'), element.getAttribute('name')?.trim()]
    if (id && name) names.set(id, name)
  }
  const flows = [...drawing.getElementsByTagNameNS(bpmn, 'sequenceFlow')].map((flow) => ({
    id: flow.getAttribute('id') ?? '',
    source: flow.getAttribute('sourceRef') ?? '',
    target: flow.getAttribute('targetRef') ?? '',
  }))
  return { nameOf: (id) => names.get(id) ?? id, flows }
}
