import { expect, test } from 'vitest'
import { advance, armedTimers, compile, start } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'

const at = '2026-11-02T09:00:00Z'

async function drawn(text: string) {
  const process = await compile(bpmnXml('process_armed', readDrawing(text)))
  const { state, effects } = start(process, { id: 'i', variables: { wait: 'P2D' }, at })
  const scheduled = effects.filter((effect) => effect.type === 'scheduleTimer')
  return { process, state, scheduled, timers: armedTimers(process, state) }
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

test('a timer on the border says from when it counts, one that repeats as well; a date does not move', async () => {
  const { timers } = await drawn(
    [
      'user A',
      'boundary X on A timer "=wait"',
      'boundary Y on A date 2026-12-01T00:00:00Z',
      'boundary Z on A cycle R3/P1D',
      'boundary W on A cycle R3/2026-12-01T00:00:00Z/P1D',
      'S > A > E',
      'X > E2',
      'Y > E3',
      'Z > E4',
      'W > E5',
    ].join('\n'),
  )
  expect(timers).toMatchObject([
    { elementId: 'X', due: '2026-11-04T09:00:00Z', since: at },
    { elementId: 'Z', due: '2026-11-03T09:00:00Z', since: at },
  ])
})

test('one that repeats counts on from when the caller’s calendar had it ring; from a date of its own it counts as any other', async () => {
  const { process, state, timers, scheduled } = await drawn(
    [
      'user A',
      'boundary Z on A cycle R3/P1D non-interrupting',
      'boundary W on A cycle R3/2026-11-03T12:00:00Z/P1D non-interrupting',
      'S > A > E',
      'Z > E4',
      'W > E5',
    ].join('\n'),
  )
  const due = '2026-11-09T09:00:00Z'
  const rung = advance(process, state, {
    type: 'timerFired',
    timerId: timers[0]?.timerId ?? '',
    at: due,
    due,
  })
  expect(rung.effects).toMatchObject([{ type: 'scheduleTimer', since: due, due: '2026-11-10T09:00:00Z' }])
  expect(armedTimers(process, rung.state)).toMatchObject([{ elementId: 'Z', since: due }])
  const then = '2026-11-03T12:00:00Z'
  const timerId = scheduled.find(({ elementId }) => elementId === 'W')?.timerId ?? ''
  const again = advance(process, rung.state, { type: 'timerFired', timerId, at: then })
  expect(armedTimers(process, again.state)).toMatchObject([
    { elementId: 'Z', since: due },
    { elementId: 'W', since: then, due: '2026-11-04T12:00:00Z' },
  ])
})

test('what has rung or was withdrawn is not among them', async () => {
  const { process, state } = await drawn('user A c:limit=PT4H\nS > A > B > E')
  const [clock] = armedTimers(process, state)
  const rung = advance(process, state, { type: 'timerFired', timerId: clock?.timerId ?? '', at })
  expect(armedTimers(process, rung.state)).toEqual([])
  const done = advance(process, state, { type: 'completeTask', taskId: 'A#1', at })
  expect(armedTimers(process, done.state)).toEqual([])
})
