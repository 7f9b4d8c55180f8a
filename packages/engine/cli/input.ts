import { readFile } from 'node:fs/promises'
import { compile, CompileError } from '../src/index.ts'
import type { CompileProblem, Process } from '../src/index.ts'

/** Something in the arguments or files that the caller has to change; shown without a stack. */
export class InputError extends Error {}

export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new InputError(`cannot read ${file}: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

/** The file's JSON, or the fallback where no file is named. The caller checks its shape. */
export async function readJson(file: string | undefined, fallback: unknown): Promise<unknown> {
  if (file === undefined) return fallback
  const text = await readText(file)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new InputError(`${file} is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

export function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The process in the file, or the reasons why it does not compile. */
export async function readProcess(
  file: string,
): Promise<{ process: Process } | { errors: CompileProblem[] }> {
  const xml = await readText(file)
  try {
    return { process: await compile(xml) }
  } catch (error) {
    if (error instanceof CompileError) return { errors: error.errors }
    throw error
  }
}

export const problemLine = (file: string, { code, elementId, message }: CompileProblem) =>
  `${file}: error ${code} ${elementId}: ${message}\n`
