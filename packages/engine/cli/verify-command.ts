import { verify } from '../src/index.ts'
import type { Catalogue, Finding, Language, VerifyOptions } from '../src/index.ts'
import { InputError, isObject, problemLine, readJson, readProcess } from './input.ts'
import type { Arguments } from './main.ts'

/** `canmou verify`: prints the findings of each file; 1 where there is an error among them. */
export async function verifyCommand({ files, given }: Arguments): Promise<number> {
  const settings = await readOptions(given)
  let hasErrors = false
  for (const file of files) {
    const read = await readProcess(file)
    if ('errors' in read) {
      hasErrors = true
      for (const problem of read.errors) process.stdout.write(problemLine(file, problem))
      continue
    }
    const findings = verify(read.process, settings)
    for (const finding of findings) process.stdout.write(findingLines(file, finding))
    if (findings.length === 0) process.stdout.write(`${file}: sound\n`)
    hasErrors ||= findings.some(({ severity }) => severity === 'error')
  }
  return hasErrors ? 1 : 0
}

function findingLines(file: string, { severity, code, elementId, message, path }: Finding): string {
  const way = path.length > 0 ? `  ${path.join(' > ')}\n` : ''
  return `${file}: ${severity} ${code} ${elementId}: ${message}\n${way}`
}

async function readOptions(given: Arguments['given']): Promise<VerifyOptions> {
  const catalogue = await readJson(given['catalogue'], undefined)
  const variables = await readJson(given['given'], [])
  if (catalogue !== undefined && !isCatalogue(catalogue))
    throw new InputError('the catalogue needs positions and recordKinds')
  if (!Array.isArray(variables)) throw new InputError('--given needs a list of names')
  return {
    variables: variables.map(String),
    language: languageOf(given['language']),
    ...(catalogue ? { catalogue } : {}),
  }
}

function languageOf(asked: string | undefined): Language {
  if (asked !== undefined && asked !== 'en' && asked !== 'zh-CN' && asked !== 'zh-TW')
    throw new InputError(`no such language: ${asked}`)
  return asked ?? (process.env['LANG']?.startsWith('zh') ? 'zh-CN' : 'en')
}

function isCatalogue(value: unknown): value is Catalogue {
  if (!isObject(value)) return false
  const { positions, recordKinds, processes } = value
  return (
    Array.isArray(positions) &&
    positions.every(
      (one) => isObject(one) && typeof one['id'] === 'string' && typeof one['holders'] === 'number',
    ) &&
    Array.isArray(recordKinds) &&
    recordKinds.every(
      (one) => isObject(one) && typeof one['code'] === 'string' && Array.isArray(one['fields']),
    ) &&
    (processes === undefined || Array.isArray(processes))
  )
}
