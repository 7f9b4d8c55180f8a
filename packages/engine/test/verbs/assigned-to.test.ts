import { expect, test } from 'vitest'
import { advance, assignedTo, compile, start } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'

const at = '2026-11-02T09:00:00Z'

async function drawn(text: string) {
  const process = await compile(bpmnXml('process_assigned', readDrawing(text)))
  const { state } = start(process, { id: 'i', variables: {}, at })
  return { process, state }
}

test('an open task says before whom it would be put now: its position, or whoever has the place', async () => {
  const { process, state } = await drawn('user A group=p c:vacant=pass\nS > A > E')
  expect(assignedTo(process, state, 'A#1', at)).toMatchObject({ candidateGroups: ['p'], asksHolders: true })
  const passedOn = advance(process, state, {
    type: 'transfer',
    at,
    taskId: 'A#1',
    to: { user: 'lin' },
    reason: 'x',
    by: { user: 'chen' },
  })
  const [task] = passedOn.effects.flatMap((effect) => (effect.type === 'createTask' ? effect.taskId : []))
  expect(assignedTo(process, passedOn.state, task ?? '', at)).toMatchObject({
    assignee: 'lin',
    candidateGroups: [],
  })
  expect(assignedTo(process, passedOn.state, 'A#1', at)).toBeUndefined()
})

test('each signer of a step has a place of his own', async () => {
  const { process, state } = await drawn('user A group=p,q c:mode=all\nS > A > E')
  const groups = (id: string) => assignedTo(process, state, id, at)?.candidateGroups
  expect([groups('A#1.3'), groups('A#1.4'), groups('A#1')]).toEqual([['p'], ['q'], undefined])
})
