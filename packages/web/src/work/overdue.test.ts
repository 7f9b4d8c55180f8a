import type { BoxItem } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { byUrgency, isOverdue } from './overdue.ts'

const now = new Date('2026-11-24T08:00:00Z')
const item = (key: string, createdAt: string, dueAt?: string): BoxItem => ({
  key,
  instance: {
    id: key,
    number: `SC001-202611-${key}`,
    title: key,
    processId: 'SC-001',
    processName: '市场调研策划流程',
    processVersion: 1,
    status: 'running',
    level: 'internal',
    starter: { id: 'a', username: 'marketManager', name: '甲' },
    startedAt: createdAt,
  },
  task: {
    id: key,
    instanceId: key,
    elementId: 'SC001_reviewPlan',
    name: '审核策划书',
    state: 'open',
    holders: [],
    createdAt,
    ...(dueAt && { dueAt }),
  },
  openSteps: [],
})

describe('overdue tasks', () => {
  it('are those that are open past their time limit', () => {
    expect(isOverdue({ state: 'open', dueAt: '2026-11-24T07:59:59Z' }, now)).toBe(true)
    expect(isOverdue({ state: 'open', dueAt: '2026-11-24T08:00:01Z' }, now)).toBe(false)
    expect(isOverdue({ state: 'done', dueAt: '2026-11-20T00:00:00Z' }, now)).toBe(false)
    expect(isOverdue({ state: 'open' }, now)).toBe(false)
  })

  it('come first, the longest overdue before the others; then what arrived first', () => {
    const items = [
      item('new', '2026-11-24T07:00:00Z'),
      item('late', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'),
      item('old', '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'),
      item('later', '2026-11-23T00:00:00Z', '2026-11-23T12:00:00Z'),
    ]
    expect(byUrgency(items, now).map(({ key }) => key)).toEqual(['later', 'late', 'old', 'new'])
  })
})
