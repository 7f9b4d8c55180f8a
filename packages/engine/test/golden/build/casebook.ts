import { readDrawing } from './notation.ts'
import { bpmnXml } from './bpmn-xml.ts'

/** One line of a `.trace.json` script: what is asked of the instance and what must then have happened, in order. */
export interface TraceStep {
  do: string
  with?: { [name: string]: unknown }
  trace: string[]
}

export interface GoldenTrace {
  title: string
  steps?: TraceStep[]
  status?: string
  variables?: { [name: string]: unknown }
  /** For a drawing that must not compile: the elements that the errors name. */
  refused?: { code: string; elementId: string }[]
}

export interface GoldenCase {
  name: string
  xml: string
  trace: GoldenTrace
}

/**
 * Reads a casebook: cases of the form
 *
 *     # parallel-join-waits: A parallel join waits for a token on every incoming flow (BPMN 2.0.2 §13.4.1)
 *     and G
 *     S > G > A …
 *     --
 *     > start {"x": 1}
 *     done S, S-G-A; task A
 *     = completed {"x": 1}
 *
 * where `S-G-A` is short for `take S-G, take G-A`.
 */
export function readCasebook(text: string): GoldenCase[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((chapter) => readCase(chapter))
}

function readCase(chapter: string): GoldenCase {
  const [heading = '', ...rest] = chapter.split('\n')
  const colon = heading.indexOf(': ')
  const name = heading.slice(0, colon)
  const rule = rest.indexOf('--')
  if (colon < 0 || rule < 0) throw new Error(`a case needs "# name: sentence" and a "--" line: ${heading}`)
  const xml = bpmnXml(`process_${name.replaceAll('-', '_')}`, readDrawing(rest.slice(0, rule).join('\n')))
  return { name, xml, trace: readScript(heading.slice(colon + 2), rest.slice(rule + 1)) }
}

function readScript(title: string, lines: string[]): GoldenTrace {
  const golden: GoldenTrace = { title, steps: [] }
  for (const line of lines.map((one) => one.trim()).filter((one) => one !== '')) {
    const brace = line.indexOf('{')
    const json = brace < 0 ? undefined : (JSON.parse(line.slice(brace)) as { [name: string]: unknown })
    const words = (brace < 0 ? line : line.slice(0, brace)).trim()
    if (words.startsWith('> '))
      golden.steps?.push({ do: words.slice(2), ...(json ? { with: json } : {}), trace: [] })
    else if (words.startsWith('= ')) {
      golden.status = words.slice(2)
      if (json) golden.variables = json
    } else if (words.startsWith('refused ')) {
      const [, code = '', elementId = ''] = words.split(' ')
      golden.refused = [...(golden.refused ?? []), { code, elementId }]
    } else golden.steps?.at(-1)?.trace.push(...line.split(/[,;]\s*/).flatMap(spelledOut))
  }
  if (golden.refused) delete golden.steps
  else if (!golden.status) throw new Error(`the script has no "= status" line: ${title}`)
  return golden
}

/** `S-G-A` is `take S-G`, `take G-A`; a flow drawn beside a twin keeps its number: `S-G.2`. */
function spelledOut(word: string): string[] {
  if (!/^[A-Z]\w*(-[A-Z]\w*)+(\.\d+)?$/.test(word)) return word === '' ? [] : [word]
  const stops = word.split('-')
  return stops.slice(1).map((stop, at) => `take ${stops[at]}-${stop}`)
}
