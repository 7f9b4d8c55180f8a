import type { TestApp } from '../app.ts'
import { installProcess } from './install-process.ts'

/** A human step: who does it, and what its extension elements say besides. */
export interface DrawnStep {
  id: string
  by: string
  /** Code of the kind whose form is filled in. */
  form?: string
  /** `zeebe:property` by name. */
  properties?: Record<string, string>
  /** `<canmou:task … />`, as the drawing has it. */
  canmou?: string
  /** Of `zeebe:output`: target and source. */
  outputs?: Record<string, string>
  /** Whether it is put before these groups at once, as a multi-instance. */
  each?: string[]
}

const header = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    xmlns:canmou="http://canmou.org/schema/bpmn/1.0" id="definitions" targetNamespace="http://canmou.org/test">`

/** Steps that are before people at the same time stand in a list of their own. */
export type Row = readonly (DrawnStep | readonly DrawnStep[])[]

/** A drawing of human steps, one after the other. */
export function stepsInARow(bpmnId: string, steps: Row): string {
  const places = [
    ...steps.map(placeOf),
    { xml: '<bpmn:endEvent id="end" />', first: 'end', last: 'end', inner: [] },
  ]
  let before = 'start'
  const flows = places.flatMap(({ first, last, inner }) => {
    const flow: Flow = [before, first]
    before = last
    return [flow, ...inner]
  })
  return `${header}
  <bpmn:process id="${bpmnId}" isExecutable="true">
    <bpmn:startEvent id="start" />
    ${places.map(({ xml }) => xml).join('\n    ')}
    ${flows.map(([from, to]) => `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`).join('\n    ')}
  </bpmn:process>
</bpmn:definitions>`
}

type Flow = [from: string, to: string]

function placeOf(
  step: Row[number],
  index: number,
): { xml: string; first: string; last: string; inner: Flow[] } {
  if (!isBeside(step)) return { xml: stepXml(step), first: step.id, last: step.id, inner: [] }
  const [first, last] = [`fork${index}`, `join${index}`]
  const gateways = [first, last].map((id) => `<bpmn:parallelGateway id="${id}" />`)
  const inner = step.flatMap(({ id }): Flow[] => [
    [first, id],
    [id, last],
  ])
  return { xml: [...gateways, ...step.map(stepXml)].join('\n    '), first, last, inner }
}

const isBeside = (step: Row[number]): step is readonly DrawnStep[] => Array.isArray(step)

function stepXml({ id, by, form, properties = {}, canmou = '', outputs = {}, each }: DrawnStep): string {
  const named = Object.entries(properties)
    .map(([name, value]) => `<zeebe:property name="${name}" value="${value}" />`)
    .join('')
  const mapped = Object.entries(outputs)
    .map(([target, source]) => `<zeebe:output source="${source}" target="${target}" />`)
    .join('')
  const loop = each
    ? `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics
        inputCollection="=[${each.map((group) => `&quot;${group}&quot;`).join(', ')}]" inputElement="each" />
      </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`
    : ''
  return `<bpmn:userTask id="${id}" name="${id}"><bpmn:extensionElements>
      <zeebe:assignmentDefinition candidateGroups="${each ? '=each' : by}" />
      ${form === undefined ? '' : `<zeebe:formDefinition formId="${form}" />`}
      <zeebe:properties>${named}</zeebe:properties>
      ${mapped && `<zeebe:ioMapping>${mapped}</zeebe:ioMapping>`}
      ${canmou}
    </bpmn:extensionElements>${loop}</bpmn:userTask>`
}

let drawn = 0

/** Puts a drawing of such steps into effect, begun by hand by the 市场经理; gives its code. */
export async function installSteps(app: TestApp, steps: Row): Promise<string> {
  const id = `ROW-${String(++drawn).padStart(3, '0')}`
  const bpmnId = `ROW_${drawn}`
  await installProcess(app.database, { id, bpmnId, name: '逐步办理', xml: stepsInARow(bpmnId, steps) })
  return id
}
