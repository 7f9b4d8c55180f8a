import { compile, CompileError, type Process } from '@canmou/engine'
import { drawingProblem, type Labels } from '@canmou/contract'
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
      error.errors.map(({ code, elementId, message }) => ({
        path: '',
        message: inWords(code, message),
        keyword: code,
        elementId,
      })),
      error,
    )
  }
}

/** The problem by its code; the engine's own words name the expression or the attribute. */
export function inWords(code: string, message: string): Labels {
  const said = drawingProblem(code)
  const text = (sentence: string | undefined, colon: string): string =>
    sentence === undefined ? message : `${sentence}${colon}${message}`
  return {
    'zh-CN': text(said?.['zh-CN'], '：'),
    'zh-TW': text(said?.['zh-TW'], '：'),
    en: text(said?.en, ': '),
  }
}
