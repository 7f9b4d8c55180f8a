import { beforeEach, expect, test, vi } from 'vitest'

const first = '01890000-0000-7000-8000-000000000001'
const second = '01890000-0000-7000-8000-000000000002'
const third = '01890000-0000-7000-8000-000000000003'

let known: typeof import('./known-tasks.ts')
beforeEach(async () => {
  vi.resetModules()
  known = await import('./known-tasks.ts')
})

test('what waits when the person comes is no news; what comes later is, once', () => {
  expect(known.isNewTask(first)).toBe(false)
  expect(known.isNewTask(second)).toBe(true)
  expect(known.isNewTask(second)).toBe(false)
})

test('the first task of an empty box is news', () => {
  expect(known.isNewTask(undefined)).toBe(false)
  expect(known.isNewTask(first)).toBe(true)
})

test('an older task that is the newest again, because another was done, is no news', () => {
  known.isNewTask(second)
  expect(known.isNewTask(first)).toBe(false)
})

test('the step that follows from what the person did himself is no news', () => {
  known.isNewTask(first)
  known.knowTasks([second])
  expect(known.isNewTask(second)).toBe(false)
  expect(known.isNewTask(third)).toBe(true)
})
