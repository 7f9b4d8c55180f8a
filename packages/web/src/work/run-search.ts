import type { InstanceSummary } from '@canmou/contract'

/** What of the list of runs is shown; it stands in the address. */
export interface RunSearch {
  q?: string
  /** Code of the process, such as SC-001. */
  process?: string
  status?: InstanceSummary['status']
}

export const runStatuses = [
  'running',
  'completed',
  'failed',
  'cancelled',
] as const satisfies readonly InstanceSummary['status'][]

export const runStatus = (value: unknown): RunSearch['status'] =>
  runStatuses.find((status) => status === value)
