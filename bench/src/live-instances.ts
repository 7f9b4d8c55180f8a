import { start } from '@canmou/engine'

/** Prints the bytes of heap that `count` live instances of a subject take; started by memory.ts with --expose-gc. */
const [subject, count] = [process.argv[2], Number(process.argv[3])]

function heapUsed(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

async function starter(): Promise<(index: number) => Promise<unknown>> {
  if (subject === 'canmou') {
    const { approvalProcess, at, startVariables } = await import('./subjects/canmou.ts')
    return async (index) => start(approvalProcess, { id: `i${index}`, variables: startVariables, at }).state
  }
  const { startInstance } = await import('./subjects/bpmn-engine.ts')
  return startInstance
}

const startOne = await starter()
await startOne(0)
const before = heapUsed()
const live: unknown[] = []
for (let index = 1; index <= count; index += 1) live.push(await startOne(index))
process.stdout.write(String(heapUsed() - before))
// Still in use after the measurement, so that nothing was collected before it.
if (live.length !== count) process.exitCode = 1
