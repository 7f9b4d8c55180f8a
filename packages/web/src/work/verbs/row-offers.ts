import type { InstanceVerb, TaskVerb } from '@canmou/contract'
import type { RunList } from '../boxes.ts'

/** What makes sense in a list, without looking at the task: of the task itself, and of the whole instance. */
export const offered: Record<RunList, { task: readonly TaskVerb[]; instance: readonly InstanceVerb[] }> = {
  todo: { task: ['transfer'], instance: ['copy', 'urge'] },
  done: { task: ['takeBack'], instance: ['copy'] },
  started: { task: [], instance: ['urge', 'withdraw', 'copy'] },
  cc: { task: [], instance: [] },
  all: { task: [], instance: ['urge', 'copy', 'terminate'] },
}
