import { compile, CompileError, type Process } from '@canmou/engine'
import { Failure } from '../http/failure.ts'
import { unkeptCode, unkeptPromises, unkeptSentence } from './unkept-promises.ts'

/** Makes a drawing ready to run. Fails with BPMN_INVALID, which names every element that is wrong. */
export async function compileDefinition(xml: string, bpmnProcessId?: string): Promise<Process> {
  try {
    return withoutUnkept(await compile(xml, bpmnProcessId === undefined ? {} : { processId: bpmnProcessId }))
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

function withoutUnkept(process: Process): Process {
  const unkept = unkeptPromises(process)
  if (unkept.length === 0) return process
  throw new Failure(
    'BPMN_INVALID',
    {},
    unkept.map(({ elementId }) => ({ path: '', message: unkeptSentence, keyword: unkeptCode, elementId })),
  )
}
