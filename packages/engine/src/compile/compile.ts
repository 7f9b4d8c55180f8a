import type { Process } from '../model.ts'
import { readApproval } from './canmou.ts'
import { check } from './checks.ts'
import { connect } from './connect.ts'
import { readProperties } from './extensions.ts'
import { text } from './moddle-read.ts'
import { chooseProcess, parse } from './parse.ts'
import { emptyScope, readScope } from './scope.ts'

export interface CompileOptions {
  /** Which process to take from a file that holds several. */
  processId?: string
}

/**
 * Makes a BPMN 2.0 drawing ready to run. Rejects with `CompileError`, which lists every finding with the id of
 * the element that it is about; whatever this engine does not run is refused here and never skipped.
 */
export async function compile(xml: string, options: CompileOptions = {}): Promise<Process> {
  const { definitions, drawing } = await parse(xml)
  const source = chooseProcess(definitions, options.processId)
  const id = drawing.requireId(source) ?? ''
  const root = emptyScope(id)
  readScope(drawing, source, root, 'process')
  connect(drawing, source, root)
  check(drawing, root)
  const approval = readApproval(drawing, source)
  drawing.throwIfRefused()
  const elements = [...drawing.elements.values()]
  return {
    id,
    name: text(source, 'name') ?? '',
    elements: drawing.elements,
    flows: drawing.flows,
    root,
    properties: readProperties(source),
    hasInclusiveJoins: elements.some((one) => one.type === 'inclusiveGateway' && one.incoming.length > 1),
    hasConditions: elements.some((one) => one.event?.kind === 'conditional'),
    approval,
  }
}
