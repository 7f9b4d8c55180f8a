import type { TestProject } from 'vitest/node'
import { startProgram } from './src/program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    baseUrls: string[]
  }
}

/** One program for each worker, for its whole run: files side by side would change the department for one another. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = await Promise.all(
    Array.from({ length: project.vitest.config.maxWorkers }, () => startProgram()),
  )
  project.provide(
    'baseUrls',
    programs.map((program) => program.baseUrl),
  )
  return async () => {
    await Promise.all(programs.map((program) => program.stop()))
  }
}
