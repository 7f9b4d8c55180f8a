import { expect, test } from 'vitest'
import { advance, armedTimers, compile, start } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'

const at = '2026-11-02T09:00:00Z'

async function drawn(text: string) {
  const process = await compile(bpmnXml('process_armed', readDrawing(text)))
  const { state } = start(process, { id: 'i', variables: { wait: 'P2D' }, at })
  return { process, state, timers: armedTimers(process, state) }
}

test('the clock of a limit and of its reminders say from when and by which lengths they count', async () => {
  const { timers } = await drawn(
    'user A c:mode=all group=p,q c:limit=P1D c:reminders=1 c:remindBefore=PT2H\nS > A > E',
  )
  const day = { days: 1, millis: 0 }
  const working = { since: at, by: [day] }
  expect(timers.filter(({ limitOf }) => limitOf)).toMatchObject([
    { elementId: 'A', since: at, working, limitOf: 'A#1.3' },
    { elementId: 'A', since: at, working, limitOf: 'A#1.4' },
  ])
  expect(timers.flatMap(({ limitOf, working: counted }) => (limitOf ? [] : [counted?.by.length]))).toEqual([
    2, 2,
  ])
})

test('a timer on the border says from when it counts; a date, a cycle and an event between steps do not move', async () => {
  const { timers } = await drawn(
    [
      'user A',
      'boundary X on A timer "=wait"',
      'boundary Y on A date 2026-12-01T00:00:00Z',
      'boundary Z on A cycle R3/P1D',
      'S > A > E',
      'X > E2',
      'Y > E3',
      'Z > E4',
    ].join('\n'),
  )
  expect(timers).toMatchObject([{ elementId: 'X', due: '2026-11-04T09:00:00Z', since: at }])
})

test('what has rung or was withdrawn is not among them', async () => {
  const { process, state } = await drawn('user A c:limit=PT4H\nS > A > B > E')
  const [clock] = armedTimers(process, state)
  const rung = advance(process, state, { type: 'timerFired', timerId: clock?.timerId ?? '', at })
  expect(armedTimers(process, rung.state)).toEqual([])
  const done = advance(process, state, { type: 'completeTask', taskId: 'A#1', at })
  expect(armedTimers(process, done.state)).toEqual([])
})
