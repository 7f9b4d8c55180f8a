const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const taskNames = new Set(['userTask', 'manualTask', 'callActivity'])

/** What of a drawing says where it leads: the kind of each element by its id, and the ways between them. */
export interface Ways {
  kinds: ReadonlyMap<string, string>
  flows: readonly { source: string; target: string }[]
}

export function readWays(xml: string): Ways {
  const drawing = new DOMParser().parseFromString(xml, 'application/xml')
  const nodes = [...drawing.getElementsByTagNameNS(model, '*')]
  return {
    kinds: new Map(nodes.map((node) => [node.getAttribute('id') ?? '', node.localName])),
    flows: nodes
      .filter(({ localName }) => localName === 'sequenceFlow')
      .map((node) => ({
        source: node.getAttribute('sourceRef') ?? '',
        target: node.getAttribute('targetRef') ?? '',
      })),
  }
}

/**
 * The ids of the steps that people do next after an element, as the drawing leads on: through gateways and automatic
 * steps, every way that may be taken.
 */
export function nextSteps({ kinds, flows }: Ways, elementId: string): string[] {
  const isTask = (id: string): boolean => taskNames.has(kinds.get(id) ?? '')
  const targets = (id: string): string[] =>
    flows.filter(({ source }) => source === id).map(({ target }) => target)
  const steps: string[] = []
  const seen = new Set([elementId])
  let open = targets(elementId)
  while (open.length > 0) {
    const fresh = [...new Set(open)].filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
    steps.push(...fresh.filter(isTask))
    open = fresh.filter((id) => !isTask(id)).flatMap(targets)
  }
  return steps
}
