import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface HeapUse {
  subject: string
  instances: number
  megabytes: number
}

/** Heap of live approval instances that wait at their first task, each subject in a process of its own. */
export async function heapOfLiveInstances(
  subject: 'canmou' | 'bpmn-engine',
  instances: number,
): Promise<HeapUse> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--max-old-space-size=16384',
    fileURLToPath(new URL('./live-instances.ts', import.meta.url)),
    subject,
    String(instances),
  ])
  return { subject, instances, megabytes: Number(stdout) / 1e6 }
}
