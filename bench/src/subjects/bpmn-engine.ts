import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Engine } from 'bpmn-engine'
import type { Subject } from '../measure.ts'
import type { Store } from '../store.ts'
import { nineActions } from './approval.ts'

const drawing = await readFile(new URL('../../drawings/approval-bpmn-engine.bpmn', import.meta.url), 'utf8')

interface Waiting {
  id: string
  signal: () => void
  environment: { variables: Record<string, unknown> }
}

/** Starts an instance and hands over the tasks that wait, as they come. */
export async function startInstance() {
  const listener = new EventEmitter()
  const waiting: Waiting[] = []
  listener.on('activity.wait', (api: Waiting) => waiting.push(api))
  const engine = new Engine({ name: 'approval', source: drawing })
  const execution = await engine.execute({ listener, variables: { passed: false } })
  return { waiting, execution }
}

async function carry(afterEach: (state: () => Promise<string>) => Promise<void>): Promise<number> {
  const { waiting, execution } = await startInstance()
  for (const action of nineActions) {
    const task = waiting.shift()
    if (!task?.id.startsWith(action.step)) throw new Error(`bpmn-engine waits at ${task?.id ?? 'nothing'}`)
    if (action.decision) task.environment.variables['passed'] = action.decision === 'approve'
    task.signal()
    await afterEach(() => Promise.resolve(JSON.stringify(execution.getState())))
  }
  if (execution.state !== 'idle') throw new Error('bpmn-engine did not reach its end')
  return nineActions.length
}

export function bpmnEngineInMemory(): Subject {
  return { name: 'bpmn-engine, in memory', carry: () => carry(async () => {}) }
}

/** Its state saved after each action; the instance itself stays in memory, which is the kind case for it. */
export function bpmnEnginePersisted(store: Store): Subject {
  return {
    name: 'bpmn-engine, saved',
    carry: async () => {
      const row = await store.insert('{}')
      return carry(async (state) => store.save(row, await state()))
    },
  }
}
