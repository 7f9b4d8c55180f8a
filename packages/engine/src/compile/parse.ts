import { BpmnModdle } from 'bpmn-moddle'
import type { ModdleWarning } from 'bpmn-moddle'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import canmou from '../descriptor/canmou.json' with { type: 'json' }
import { CompileError } from '../errors.ts'
import type { CompileCode } from '../errors.ts'
import { Drawing } from './drawing.ts'
import { idOf, many } from './moddle-read.ts'
import type { ModdleElement } from './moddle-read.ts'

const maxCharacters = 10_000_000

/** Reads the XML; what moddle only warns about (unknown elements, references to nothing) is an error here. */
export async function parse(xml: string): Promise<{ definitions: ModdleElement; drawing: Drawing }> {
  if (typeof xml !== 'string' || xml.length > maxCharacters) {
    throw new CompileError([
      { code: 'XML_INVALID', elementId: '', message: 'not a text of reasonable length' },
    ])
  }
  const drawing = new Drawing()
  const moddle = new BpmnModdle({ zeebe, canmou })
  const { rootElement, warnings } = await moddle.fromXML(xml).catch((cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new CompileError([{ code: 'XML_INVALID', elementId: '', message: firstLines(message) }])
  })
  if (rootElement.$type !== 'bpmn:Definitions') {
    throw new CompileError([{ code: 'XML_INVALID', elementId: '', message: 'the root is not <definitions>' }])
  }
  for (const warning of warnings) refuseWarning(drawing, warning)
  return { definitions: rootElement, drawing }
}

/** The process to run: the one asked for, else the only executable one, else the only one. */
export function chooseProcess(definitions: ModdleElement, processId: string | undefined): ModdleElement {
  const roots = many(definitions, 'rootElements')
  const choreography = roots.find((root) => /Choreography$/.test(root.$type))
  if (choreography) fail('UNSUPPORTED_ELEMENT', idOf(choreography), `${choreography.$type} cannot be run`)
  const processes = roots.filter((root) => root.$type === 'bpmn:Process')
  if (processId !== undefined) {
    return (
      processes.find((one) => idOf(one) === processId) ?? fail('NO_PROCESS', processId, 'no such process')
    )
  }
  const executable = processes.filter((one) => one['isExecutable'] === true)
  const candidates = executable.length > 0 ? executable : processes
  const [first, second] = candidates
  if (!first) return fail('NO_PROCESS', idOf(definitions), 'the file holds no process')
  if (second) {
    const ids = candidates.map(idOf).join(', ')
    return fail('PROCESS_AMBIGUOUS', idOf(second), `several processes, choose one by id: ${ids}`)
  }
  return first
}

function fail(code: CompileCode, elementId: string, message: string): never {
  throw new CompileError([{ code, elementId, message }])
}

function refuseWarning(drawing: Drawing, warning: ModdleWarning): void {
  if (warning.property !== undefined) {
    // a shape of a vanished element is drawn nowhere and changes no behaviour
    if (/^(bpmndi|di|dc):/.test(warning.property)) return
    const id = warning.value ?? ''
    drawing.refuse(
      'DANGLING_REFERENCE',
      warning.element,
      `${warning.property} refers to <${id}>, which does not exist`,
    )
    return
  }
  const duplicate = /duplicate ID <([^>]*)>/.exec(warning.message)
  if (duplicate) drawing.refuse('DUPLICATE_ID', duplicate[1] ?? '', 'two elements have this id')
  else if (/illegal ID/.test(warning.message)) {
    drawing.refuse('INVALID_ID', /illegal ID <([^>]*)>/.exec(warning.message)?.[1] ?? '', 'not an XML name')
  } else drawing.refuse('XML_INVALID', warning.element, firstLines(warning.message))
}

function firstLines(message: string): string {
  return message
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .slice(0, 500)
}
