import { readFile } from 'node:fs/promises'
import { advance, compile, start, type Step, type Variables } from '@canmou/engine'
import type { Subject } from '../measure.ts'
import { nineActions, type HumanAction } from './approval.ts'

const drawing = await readFile(new URL('../../drawings/approval.bpmn', import.meta.url), 'utf8')
export const approvalProcess = await compile(drawing)

export const startVariables: Variables = { signatories: ['a', 'b', 'c', 'd'], researchType: 'annual' }
export const at = '2026-11-26T08:00:00.000Z'

/** What each step's person fills in; the drawing's gateways read the decisions by these names. */
function answer({ step, decision = 'approve' }: HumanAction): Variables {
  switch (step) {
    case 'draft':
      return { title: '年度市场调研', budgetTotal: 12_500_000 }
    case 'review':
      return { reviewDecision: decision }
    case 'generalManager':
      return { gmDecision: decision }
    case 'sign':
      return { decision }
  }
}

/** Follows the open tasks by the effects, as a caller does. */
export function applyEffects(open: string[], step: Step): void {
  for (const effect of step.effects) {
    if (effect.type === 'createTask') open.push(effect.taskId)
    if (effect.type === 'cancelTask') open.splice(open.indexOf(effect.taskId), 1)
  }
}

export function carryOnce(id: string): Step {
  const open: string[] = []
  let step = start(approvalProcess, { id, variables: startVariables, at })
  applyEffects(open, step)
  for (const action of nineActions) {
    const taskId = open.shift()
    if (taskId === undefined) throw new Error('no task is open')
    step = advance(approvalProcess, step.state, {
      type: 'completeTask',
      at,
      taskId,
      variables: answer(action),
    })
    applyEffects(open, step)
  }
  if (step.state.status !== 'completed') throw new Error(`the instance is ${step.state.status}`)
  return step
}

export function canmouInMemory(): Subject {
  let instances = 0
  return {
    name: 'Canmou, in memory',
    carry: async () => {
      instances += 1
      carryOnce(`i${instances}`)
      return nineActions.length
    },
  }
}
