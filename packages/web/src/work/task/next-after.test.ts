import type { ExpectedStep } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { nextAfter } from './next-after.ts'

/** `review:certain:0` */
function steps(...given: string[]): ExpectedStep[] {
  return given.map((text) => {
    const [elementId = '', certainty, order] = text.split(':')
    return {
      elementId,
      name: elementId,
      certainty: certainty as ExpectedStep['certainty'],
      order: Number(order),
      people: [],
      substitutes: [],
      positions: [],
      isUnknown: false,
      because: [],
      time: [],
    }
  })
}

const said = (isLast: boolean, ...given: string[]) => {
  const { words, steps: named } = nextAfter({ isLast, steps: steps(...given) })
  return [words, ...named.map(({ elementId }) => elementId)]
}

describe('what a submission is followed by', () => {
  it('is what it puts before somebody, and not what comes later or was open before', () =>
    expect(said(false, 'beside:open:0', 'review:certain:0', 'budget:certain:0', 'archive:likely:1')).toEqual([
      'next',
      'review',
      'budget',
    ]))

  it('is what others still have to do, where it waits for them', () =>
    expect(said(false, 'beside:open:0', 'join:certain:1')).toEqual(['waits', 'beside']))

  it('is what comes after a process that it calls', () =>
    expect(said(false, 'back:certain:1', 'other:possible:1', 'later:likely:2')).toEqual([
      'next',
      'back',
      'other',
    ]))

  it('is nothing where it is the last', () => expect(said(true)).toEqual(['last']))

  it('is not known where the drawing does not say', () => expect(said(false)).toEqual(['nextUnknown']))
})
