import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readCasebook } from './casebook.ts'
import type { GoldenTrace } from './casebook.ts'
import { activityPairings, gatewayPairings } from './pairings.ts'

/** The drawing and the trace of every case in `<topic>/cases.txt`, and of the pairings. */
export function casesOf(folder: string): { path: string; text: string }[] {
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('cases.txt'),
  )
  const books = written.map((path) => ({
    topic: dirname(path),
    text: readFileSync(join(folder, path), 'utf8'),
  }))
  books.push({ topic: 'activity-pairings', text: activityPairings() })
  books.push({ topic: 'gateway-pairings', text: gatewayPairings() })
  return books.flatMap((book) =>
    readCasebook(book.text).flatMap(({ name, xml, trace }) => [
      { path: join(folder, book.topic, `${name}.bpmn`), text: xml },
      { path: join(folder, book.topic, `${name}.trace.json`), text: traceJson(trace) },
    ]),
  )
}

/** One step a line, so that a trace reads like the script it is. */
function traceJson(trace: GoldenTrace): string {
  const lines = Object.entries(trace).map(([name, value]) => {
    if (name !== 'steps' || !Array.isArray(value))
      return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`
    return `  "steps": [\n${value.map((step) => `    ${JSON.stringify(step)}`).join(',\n')}\n  ]`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}

// run as `node test/golden/build/write-cases.ts`, it writes them beside the casebooks
if (import.meta.main) {
  const files = casesOf(join(import.meta.dirname, '..'))
  const paths = new Set(files.map((file) => file.path))
  if (paths.size !== files.length) throw new Error('two cases of one topic have the same name')
  for (const file of files) {
    mkdirSync(dirname(file.path), { recursive: true })
    writeFileSync(file.path, file.text)
  }
  process.stdout.write(`${files.length / 2} cases\n`)
}
