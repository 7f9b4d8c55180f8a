import { compile, CompileError, type Process } from '@canmou/engine'
import { Failure } from '../http/failure.ts'

/** Makes a drawing ready to run. Fails with BPMN_INVALID, which names every element that is wrong. */
export async function compileDefinition(xml: string, bpmnProcessId?: string): Promise<Process> {
  try {
    return await compile(xml, bpmnProcessId === undefined ? {} : { processId: bpmnProcessId })
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    throw new Failure(
      'BPMN_INVALID',
      {},
      error.errors.map(({ code, elementId, message }) => ({ path: '', message, keyword: code, elementId })),
      error,
    )
  }
}
