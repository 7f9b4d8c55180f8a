import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { advance, compile, preview, start } from '../../src/index.ts'
import type { Preview, State, Variables } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'

const at = '2026-11-02T09:00:00Z'

async function drawn(text: string, variables: Variables = {}) {
  const process = await compile(bpmnXml('process_preview', readDrawing(text)))
  const { state } = start(process, { id: 'i', variables, at })
  return { process, state, shown: preview(process, state) }
}

const completed = (taskId: string) => ({ type: 'completeTask' as const, taskId, at })

const short = ({ steps }: Preview) => steps.map((step) => `${step.order} ${step.elementId} ${step.certainty}`)

test('what comes next stands in order, with the people who will be asked', async () => {
  const { shown } = await drawn('user A group=draft\nuser B group=gm\nuser C assignee=lin\nS > A > B > C > E')
  expect(short(shown)).toEqual(['0 A open', '1 B certain', '2 C certain'])
  expect(shown.steps.map((step) => step.who)).toEqual([
    [{ position: 'draft' }],
    [{ position: 'gm' }],
    [{ user: 'lin' }],
  ])
})

test('a condition that the data decide is followed, and says so', async () => {
  const { shown } = await drawn('xor G\nS > A > G\nG >[kind = "annual"] B > E\nG >else C > E2', {
    kind: 'annual',
  })
  expect(short(shown)).toEqual(['0 A open', '1 B certain'])
  expect(shown.steps[1]?.because).toEqual([
    { flowId: 'A-G', name: '', because: 'always' },
    { flowId: 'G-B', name: '', condition: 'kind = "annual"', because: 'decided' },
  ])
  expect(shown.choices).toEqual([])
})

test('a decision still to come is expected to be an approval', async () => {
  const { shown } = await drawn(
    'user A out:d="=decision"\nxor G\nS > A > G\nG >[d = "approve"] B > E\nG >else C > E2',
  )
  expect(short(shown)).toEqual(['0 A open', '1 B likely'])
})

test('what an earlier form will write leaves the choice open, with its alternatives', async () => {
  const { shown } = await drawn(
    'user A form=MRP out:kind="=researchType"\nxor G\nS > A > G\nG >[kind = "annual"] B > E\nG >else C > E2',
  )
  expect(short(shown)).toEqual(['0 A open', '1 B possible', '1 C possible'])
  expect(
    shown.choices.map(({ elementId, alternatives }) => [elementId, alternatives.map((one) => one.next)]),
  ).toEqual([['G', [['B'], ['C']]]])
})

test('values that are filled in but not submitted yet decide', async () => {
  const { process, state } = await drawn('xor G\nS > A > G\nG >[kind = "annual"] B > E\nG >else C > E2')
  expect(short(preview(process, state))).toEqual(['0 A open', '1 C certain'])
  expect(short(preview(process, state, { variables: { kind: 'annual' } }))).toEqual([
    '0 A open',
    '1 B certain',
  ])
})

test('branches come side by side, sub-processes are looked into, and circles end', async () => {
  const { shown } = await drawn(
    'and G\nand J\nsub P\n  S2 > D > E2\nxor H\nS > A > G\nG > B > J\nG > P > J\nJ > C > H\nH >[again] A\nH >else E',
    { again: true },
  )
  expect(short(shown)).toEqual(['0 A open', '1 B certain', '2 C certain', '1 D certain'])
})

test('several signers and the instances of a multi-instance are named one by one', async () => {
  const { shown } = await drawn(
    'user B c:signers="=who" c:mode=inOrder\nuser C parallel each=who as=one group="=one"\nS > A > B > C > E',
    { who: ['tech', 'gm'] },
  )
  const people = [{ position: 'tech' }, { position: 'gm' }]
  expect(shown.steps.slice(1).map(({ who, mode }) => ({ who, mode }))).toEqual([
    { who: people, mode: 'inOrder' },
    { who: people, mode: 'all' },
  ])
})

test('a step to come says how long it will have and what then happens, as far as the data say', async () => {
  const rules = 'c:reminders=2 c:remindBefore=PT4H c:remindEvery=PT1H c:onLimit=escalate c:escalateTo=gm'
  const { shown } = await drawn(
    [
      'user A form=MRP out:later="=given"',
      `user B c:limit=P2D ${rules}`,
      'user C c:limit="=urgent" c:onLimit=pass',
      'user D c:limit="=later"',
      'user F c:limit="=none"',
      'user G due="=planDue"',
      'S > A > B > C > D > F > G > E',
    ].join('\n'),
    { urgent: 'PT4H', none: null, planDue: '2026-11-26' },
  )
  expect(shown.steps.slice(1).map(({ limit, dueDate }) => limit ?? dueDate)).toEqual([
    {
      length: 'P2D',
      reminders: 2,
      remindBefore: 'PT4H',
      remindEvery: 'PT1H',
      then: 'escalate',
      to: { position: 'gm' },
    },
    { length: 'PT4H', then: 'pass' },
    { length: 'later', then: 'nothing' },
    undefined,
    '2026-11-26',
  ])
})

test('the limit of each instance is told where it is the same for all', async () => {
  const { shown } = await drawn(
    [
      'user B parallel each=who as=one group="=one.p" c:limit="=one.time"',
      'user C parallel each=same as=one group="=one.p" c:limit="=one.time"',
      'S > A > B > C > E',
    ].join('\n'),
    {
      who: [
        { p: 'x', time: 'P1D' },
        { p: 'y', time: 'P2D' },
      ],
      same: [
        { p: 'x', time: 'P1D' },
        { p: 'y', time: 'P1D' },
      ],
    },
  )
  expect(shown.steps.slice(1).map(({ limit }) => limit)).toEqual([
    { length: 'later', then: 'nothing' },
    { length: 'P1D', then: 'nothing' },
  ])
})

test('what the starter has again is before the starter', async () => {
  const { process, state } = await drawn('S > A > B > E', { starter: 'lin' })
  const withdrawn = advance(process, advance(process, state, completed('A#1')).state, {
    type: 'withdraw',
    at,
  })
  expect(preview(process, withdrawn.state).steps.map(({ elementId, who }) => [elementId, who])).toEqual([
    ['S', [{ user: 'lin' }]],
    ['A', []],
    ['B', []],
  ])
})

test('a preview changes nothing and is the same for a state that was saved', async () => {
  const { process, state, shown } = await drawn('user A c:mode=all group=p,q\nS > A > B > E')
  const saved = JSON.parse(JSON.stringify(state)) as State
  expect(preview(process, saved)).toEqual(shown)
  expect(saved).toEqual(state)
})

test('the main process of the catalogue can be looked ahead from its first step', async () => {
  const folder = new URL('../../../../catalogue/processes/', import.meta.url)
  const xml = readFileSync(new URL('SC-001-market-research-planning/process.bpmn', folder), 'utf8')
  const process = await compile(xml)
  const begun = start(process, {
    id: 'i',
    at,
    variables: { starter: 'lin', routineSkips: 'gmReview', calledFrom: null },
  })
  const ahead = preview(process, begun.state)
  expect(ahead.steps[0]).toMatchObject({
    elementId: 'SC001_draftPlan',
    certainty: 'open',
    who: [{ user: 'lin' }],
  })
  expect(ahead.steps.map((step) => step.elementId)).toContain('SC001_jointSign')
  const taskId =
    begun.effects.flatMap((effect) => (effect.type === 'createTask' ? [effect.taskId] : []))[0] ?? ''
  const variables = { recordId: 'r', recordNumber: 'n', researchType: 'annual', budgetTotal: 1 }
  const { state } = advance(process, begun.state, { type: 'completeTask', at, taskId, variables })
  const steps = preview(process, state).steps.map((step) => `${step.elementId} ${step.certainty}`)
  expect(steps.slice(0, 2)).toEqual(['SC001_reviewPlan open', 'SC001_approveBudget likely'])
})
