import type { DrawingFinding, Locale } from '@canmou/contract'
import {
  compile,
  CompileError,
  sentence,
  verify,
  type Catalogue as Facts,
  type Process,
} from '@canmou/engine'
import type { Catalogue, RecordKind } from '../catalogue/catalogue.ts'
import type { Directory } from '../work/directory.ts'
import { inWords } from './compile-definition.ts'
import { fieldProblems } from './field-problems.ts'

/** What a drawing is proved against: who there is, which forms and processes, which variables every instance has. */
export interface DrawingContext {
  catalogue: Catalogue
  directory: Directory
  at: Date
  /** Names of the start variables: settings, `starter`, holders that the process asks for, and what it is handed. */
  variables: readonly string[]
}

/**
 * Proves a drawing before it can be signed (`verify`): what cannot run, and what can go wrong in a run, each with the
 * shortest way there. In the asker's language, elements by their names.
 */
export async function checkDrawing(
  xml: string,
  bpmnProcessId: string,
  context: DrawingContext,
  locale: Locale,
): Promise<{ process: Process | undefined; findings: DrawingFinding[] }> {
  try {
    const process = await compile(xml, { processId: bpmnProcessId })
    const { catalogue, directory, at, variables } = context
    const findings = verify(process, {
      catalogue: factsOf(catalogue, directory, at),
      variables,
      language: locale,
    })
    const fields = fieldProblems(process, catalogue).map((problem) =>
      asFinding(problem, locale, nameOf(process, problem.elementId)),
    )
    const proved = findings.map(({ code, severity, elementId, params, path }) => {
      const named = Object.entries(params).map(([name, value]) => [name, nameOf(process, value)])
      return {
        code,
        severity,
        elementId,
        elementName: nameOf(process, elementId),
        message: sentence(code, Object.fromEntries(named) as Record<string, string>, locale),
        way: path,
      }
    })
    return { process, findings: [...fields, ...proved] }
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    return { process: undefined, findings: error.errors.map((problem) => asFinding(problem, locale)) }
  }
}

function asFinding(
  { code, elementId, message }: { code: string; elementId: string; message: string },
  locale: Locale,
  elementName = elementId,
): DrawingFinding {
  return {
    code,
    severity: 'error',
    elementId,
    elementName,
    message: inWords(code, message)[locale],
    way: [],
  }
}

/** What people call it; a gateway or a flow without a name is called by its id. */
const nameOf = (process: Process, id: string): string =>
  process.elements.get(id)?.name || process.flows.get(id)?.name || id

function factsOf(catalogue: Catalogue, directory: Directory, at: Date): Facts {
  const groups = [...catalogue.organization.positions, ...catalogue.organization.departments]
  return {
    positions: [...new Set([...groups.map(({ id }) => id), ...directory.groups()])].map((id) => ({
      id,
      holders: directory.holdersOf(id, at).length,
    })),
    recordKinds: [...catalogue.kinds.values()].map(kindFacts),
    processes: [...catalogue.processes.values()].flatMap(({ id, definition }) => [id, definition.processId]),
  }
}

/** A form task is completed with every field, and a document with its id and number (catalogue/README.md). */
function kindFacts({ code, type, schema }: RecordKind): Facts['recordKinds'][number] {
  const properties = Object.entries(schema.properties ?? {})
  const enums = properties.flatMap(([name, field]) =>
    field.enum ? [[name, field.enum.map(String)] as const] : [],
  )
  return {
    code,
    fields: [...properties.map(([name]) => name), ...(type === 'form' ? [] : ['recordId', 'recordNumber'])],
    enums: Object.fromEntries(enums),
  }
}
