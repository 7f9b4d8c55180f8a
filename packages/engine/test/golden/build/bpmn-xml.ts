import { layOut } from './layout.ts'
import type { Box } from './layout.ts'
import type { DrawnFlow, DrawnNode, Drawing } from './notation.ts'

const tags: { [type: string]: string } = {
  user: 'userTask',
  manual: 'manualTask',
  service: 'serviceTask',
  script: 'scriptTask',
  send: 'sendTask',
  receive: 'receiveTask',
  rule: 'businessRuleTask',
  task: 'task',
  call: 'callActivity',
  sub: 'subProcess',
  esub: 'subProcess',
  transaction: 'transaction',
  adhoc: 'adHocSubProcess',
  xor: 'exclusiveGateway',
  and: 'parallelGateway',
  or: 'inclusiveGateway',
  eg: 'eventBasedGateway',
  complex: 'complexGateway',
  start: 'startEvent',
  end: 'endEvent',
  catch: 'intermediateCatchEvent',
  throw: 'intermediateThrowEvent',
  boundary: 'boundaryEvent',
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const attr = (name: string, value: string | undefined) =>
  value === undefined || value === '' ? '' : ` ${name}="${escaped(value)}"`

const indent = (text: string) => text.replaceAll(/^(?=.)/gm, '  ')

const element = (tag: string, attributes: string, children: string[]) =>
  children.length === 0
    ? `<${tag}${attributes} />\n`
    : `<${tag}${attributes}>\n${indent(children.join(''))}</${tag}>\n`

const expression = (tag: string, body: string) => `<${tag}>${escaped(body)}</${tag}>\n`

/** The drawing as a BPMN 2.0 file in the Zeebe dialect, with its diagram, so that any bpmn.io tool opens it. */
export function bpmnXml(id: string, drawing: Drawing): string {
  const roots = new Map<string, string>()
  const content = scopeXml(drawing, roots)
  const process = element('bpmn:process', `${attr('id', id)} isExecutable="true"`, content)
  const plane = element('bpmndi:BPMNPlane', ` id="plane"${attr('bpmnElement', id)}`, diagramXml(drawing))
  const diagram = element('bpmndi:BPMNDiagram', ' id="diagram"', [plane])
  const usesCanmou = content.some((line) => line.includes('<canmou:'))
  const namespaces = [
    'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
    'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
    'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
    'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
    ...(usesCanmou ? ['xmlns:canmou="http://canmou.org/schema/bpmn/1.0"'] : []),
  ].join(' ')
  const body = element(
    'bpmn:definitions',
    ` ${namespaces} id="definitions" targetNamespace="urn:canmou:golden"`,
    [...roots.values(), process, diagram],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`
}

function scopeXml(drawing: Drawing, roots: Map<string, string>): string[] {
  const nodes = drawing.nodes.map((node) => nodeXml(node, drawing, roots))
  const flows = drawing.flows.map((flow) =>
    element(
      'bpmn:sequenceFlow',
      `${attr('id', flow.id)}${attr('sourceRef', flow.from)}${attr('targetRef', flow.to)}`,
      flow.condition ? [conditionXml('bpmn:conditionExpression', flow.condition)] : [],
    ),
  )
  const handlers = drawing.nodes.filter((node) => node.handler)
  const associations = handlers.map((node) =>
    element(
      'bpmn:association',
      `${attr('id', `${node.id}-${node.handler}`)} associationDirection="One"${attr('sourceRef', node.id)}${attr('targetRef', node.handler)}`,
      [],
    ),
  )
  return [...nodes, ...flows, ...associations]
}

const conditionXml = (tag: string, body: string) =>
  `<${tag} xsi:type="bpmn:tFormalExpression">${escaped(`=${body}`)}</${tag}>\n`

function nodeXml(node: DrawnNode, drawing: Drawing, roots: Map<string, string>): string {
  const defaultFlow = drawing.flows.find((flow) => flow.from === node.id && flow.isDefault)
  const attributes = [
    attr('id', node.id),
    attr('name', node.attributes.get('name') ?? node.id),
    attr('default', defaultFlow?.id),
    attr('attachedToRef', node.host),
    node.type === 'boundary' && node.flags.has('non-interrupting') ? ' cancelActivity="false"' : '',
    node.type === 'start' && node.flags.has('non-interrupting') ? ' isInterrupting="false"' : '',
    node.type === 'esub' ? ' triggeredByEvent="true"' : '',
    node.flags.has('compensation-handler') ? ' isForCompensation="true"' : '',
    node.type === 'receive' || node.type === 'send' ? messageRef(node, roots) : '',
    attr('instantiate', node.attributes.get('instantiate')),
    attr('eventGatewayType', node.attributes.get('eventGatewayType')),
    attr('scriptFormat', node.attributes.get('scriptFormat')),
  ].join('')
  const extensions = extensionXml(node)
  return element(`bpmn:${tags[node.type]}`, attributes, [
    ...(extensions.length ? [element('bpmn:extensionElements', '', extensions)] : []),
    ...flowRefs(node, drawing.flows),
    ...loopXml(node),
    ...(node.attributes.has('body') ? [expression('bpmn:script', node.attributes.get('body') ?? '')] : []),
    ...(node.event ? [eventXml(node, roots)] : []),
    ...(node.inside ? scopeXml(node.inside, roots) : []),
  ])
}

function flowRefs(node: DrawnNode, flows: DrawnFlow[]): string[] {
  const incoming = flows.filter((flow) => flow.to === node.id)
  const outgoing = flows.filter((flow) => flow.from === node.id)
  return [
    ...incoming.map((flow) => expression('bpmn:incoming', flow.id)),
    ...outgoing.map((flow) => expression('bpmn:outgoing', flow.id)),
  ]
}

function extensionXml(node: DrawnNode): string[] {
  const value = (name: string) => node.attributes.get(name)
  const extensions: string[] = []
  const add = (tag: string, ...attributes: string[]) => {
    if (attributes.some((one) => one !== '')) extensions.push(element(tag, attributes.join(''), []))
  }
  const jobByDefault =
    node.type === 'service' || node.type === 'rule' || (node.type === 'send' && !value('message'))
  const jobType = value('type') ?? (jobByDefault ? node.id : undefined)
  const eventJob = node.type === 'throw' || node.type === 'end' ? value('type') : undefined
  const isJob = ['service', 'send', 'rule', 'script'].includes(node.type)
  if (node.type === 'user') extensions.push('<zeebe:userTask />\n')
  if (isJob || eventJob) add('zeebe:taskDefinition', attr('type', jobType), attr('retries', value('retries')))
  add('zeebe:script', attr('expression', value('script')), attr('resultVariable', value('into')))
  add('zeebe:calledElement', ...calledElement(node))
  add('canmou:task', ...canmouAttributes(node))
  add('zeebe:formDefinition', attr('formId', value('form')))
  add('zeebe:taskSchedule', attr('dueDate', value('due')), attr('followUpDate', value('followUp')))
  const assignment = [attr('assignee', value('assignee')), attr('candidateGroups', value('group'))]
  add('zeebe:assignmentDefinition', ...assignment, attr('candidateUsers', value('users')))
  const mappings = mappingXml(node, 'in:', 'zeebe:input').concat(mappingXml(node, 'out:', 'zeebe:output'))
  if (mappings.length) extensions.push(element('zeebe:ioMapping', '', mappings))
  return extensions
}

/** `c:mode=all` is the attribute mode of `canmou:task`. */
const canmouAttributes = (node: DrawnNode) =>
  [...node.attributes].flatMap(([name, value]) => (name.startsWith('c:') ? [attr(name.slice(2), value)] : []))

const calledElement = (node: DrawnNode) =>
  node.type !== 'call'
    ? []
    : [
        attr('processId', node.attributes.get('process') ?? 'called'),
        attr('propagateAllChildVariables', node.flags.has('keep-own') ? 'false' : 'true'),
        node.flags.has('pass-nothing') ? attr('propagateAllParentVariables', 'false') : '',
      ]

const mappingXml = (node: DrawnNode, prefix: string, tag: string) =>
  [...node.attributes]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, source]) =>
      element(tag, `${attr('source', source)}${attr('target', name.slice(prefix.length))}`, []),
    )

function loopXml(node: DrawnNode): string[] {
  const value = (name: string) => node.attributes.get(name)
  if (node.flags.has('loop')) {
    const before = node.flags.has('test-before') ? ' testBefore="true"' : ''
    const condition = value('while')
    return [
      element('bpmn:standardLoopCharacteristics', `${before}${attr('loopMaximum', value('max'))}`, [
        ...(condition ? [conditionXml('bpmn:loopCondition', condition)] : []),
      ]),
    ]
  }
  if (!node.flags.has('parallel') && !node.flags.has('sequential')) return []
  const collection = [
    attr('inputCollection', value('each') && `=${value('each')}`),
    attr('inputElement', value('as')),
  ]
  const gathered = [
    attr('outputCollection', value('gather')),
    attr('outputElement', value('give') && `=${value('give')}`),
  ]
  const loop = element('zeebe:loopCharacteristics', [...collection, ...gathered].join(''), [])
  const until = value('until')
  const times = value('times')
  return [
    element(
      'bpmn:multiInstanceLoopCharacteristics',
      node.flags.has('sequential') ? ' isSequential="true"' : '',
      [
        ...(value('each') ? [element('bpmn:extensionElements', '', [loop])] : []),
        ...(times ? [conditionXml('bpmn:loopCardinality', times)] : []),
        ...(until ? [conditionXml('bpmn:completionCondition', until)] : []),
      ],
    ),
  ]
}

function messageRef(node: DrawnNode, roots: Map<string, string>): string {
  const name = node.attributes.get('message')
  return name ? attr('messageRef', rootElement('message', name, node.attributes.get('key'), roots)) : ''
}

/** Messages, signals, errors and escalations are root elements, shared by name. */
function rootElement(
  kind: string,
  name: string,
  key: string | undefined,
  roots: Map<string, string>,
): string {
  const id = `${kind}_${name.replaceAll(/\W/g, '_')}`
  const code =
    kind === 'error' ? attr('errorCode', name) : kind === 'escalation' ? attr('escalationCode', name) : ''
  const subscription = element('zeebe:subscription', attr('correlationKey', key), [])
  const extension = key ? [element('bpmn:extensionElements', '', [subscription])] : []
  if (!roots.has(id) || key) {
    roots.set(id, element(`bpmn:${kind}`, `${attr('id', id)}${attr('name', name)}${code}`, extension))
  }
  return id
}

function eventXml(node: DrawnNode, roots: Map<string, string>): string {
  const { kind, value } = node.event ?? { kind: '', value: '' }
  const tag = `bpmn:${kind === 'timer' || kind === 'cycle' || kind === 'date' ? 'timer' : kind}EventDefinition`
  const reference = (root: string) =>
    value ? attr(`${root}Ref`, rootElement(root, value, node.attributes.get('key'), roots)) : ''
  const timerTags: { [kind: string]: string } = {
    timer: 'timeDuration',
    cycle: 'timeCycle',
    date: 'timeDate',
  }
  if (timerTags[kind]) {
    const body = `<bpmn:${timerTags[kind]} xsi:type="bpmn:tFormalExpression">${escaped(value)}</bpmn:${timerTags[kind]}>\n`
    return element(tag, '', [body])
  }
  if (kind === 'link') return element(tag, attr('name', value), [])
  if (kind === 'conditional') return element(tag, '', [conditionXml('bpmn:condition', value)])
  if (kind === 'compensate') return element('bpmn:compensateEventDefinition', attr('activityRef', value), [])
  if (kind === 'cancel' || kind === 'terminate') return element(tag, '', [])
  return element(tag, reference(kind), [])
}

function diagramXml(drawing: Drawing): string[] {
  const { boxes } = layOut(drawing)
  const shapes: string[] = []
  const edges: string[] = []
  const walk = (scope: Drawing) => {
    for (const node of scope.nodes) {
      const box = boxes.get(node.id)
      if (box) shapes.push(shapeXml(node, box))
      if (node.inside) walk(node.inside)
    }
    for (const flow of scope.flows) edges.push(edgeXml(flow.id, boxes.get(flow.from), boxes.get(flow.to)))
    for (const node of scope.nodes.filter((one) => one.handler)) {
      edges.push(edgeXml(`${node.id}-${node.handler}`, boxes.get(node.id), boxes.get(node.handler ?? '')))
    }
  }
  walk(drawing)
  return [...shapes, ...edges]
}

const shapeXml = (node: DrawnNode, box: Box) =>
  element(
    'bpmndi:BPMNShape',
    `${attr('id', `${node.id}_di`)}${attr('bpmnElement', node.id)}${node.inside ? ' isExpanded="true"' : ''}`,
    [`<dc:Bounds x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" />\n`],
  )

function edgeXml(id: string, from: Box | undefined, to: Box | undefined): string {
  if (!from || !to) throw new Error(`no place for ${id}`)
  const start = `<di:waypoint x="${from.x + from.width}" y="${from.y + from.height / 2}" />\n`
  const end = `<di:waypoint x="${to.x}" y="${to.y + to.height / 2}" />\n`
  return element('bpmndi:BPMNEdge', `${attr('id', `${id}_di`)}${attr('bpmnElement', id)}`, [start, end])
}
