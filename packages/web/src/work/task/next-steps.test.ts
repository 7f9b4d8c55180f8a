import { describe, expect, it } from 'vitest'
import { nextSteps, type Ways } from './next-steps.ts'

/** `draft>review review>gate gate>draft gate>archive …`; the first letter tells the kind: g gateway, s service, e end. */
function ways(text: string): Ways {
  const flows = text.split(' ').map((flow) => {
    const [source = '', target = ''] = flow.split('>')
    return { source, target }
  })
  const kindOf = (id: string): string =>
    ({ g: 'exclusiveGateway', s: 'serviceTask', e: 'endEvent' })[id.charAt(0)] ?? 'userTask'
  const ids = flows.flatMap(({ source, target }) => [source, target])
  return { flows, kinds: new Map(ids.map((id) => [id, kindOf(id)])) }
}

describe('nextSteps', () => {
  it('names the step that follows', () =>
    expect(nextSteps(ways('draft>review review>gate'), 'draft')).toEqual(['review']))

  it('looks through gateways and automatic steps, along every way, and stops at people', () =>
    expect(
      nextSteps(ways('review>gate gate>draft gate>store1 store1>budget budget>later'), 'review'),
    ).toEqual(['draft', 'budget']))

  it('does not run in circles', () =>
    expect(nextSteps(ways('draft>gate gate>gate2 gate2>gate gate2>end'), 'draft')).toEqual([]))
})
