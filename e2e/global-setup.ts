import type { TestProject } from 'vitest/node'
import { startProgram } from './src/program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
  }
}

/** One program for the whole run; each journey starts instances of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const program = await startProgram()
  project.provide('baseUrl', program.baseUrl)
  return program.stop
}
