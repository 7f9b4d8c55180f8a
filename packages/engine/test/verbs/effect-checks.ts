import { expect } from 'vitest'
import type { Context, Verb, VerbEffect } from '../../src/index.ts'
import type { Instance } from './scenarios.ts'

/** What was done where, and what was open before. */
export interface Deed {
  instance: Instance
  taskId: string
  verb: Verb
  context: Context
  /** Ids of the tasks that were open before. */
  before: string[]
}

const idsOf = ({ instance }: Deed) => instance.open.map((item) => item.id)
const stepsOf = ({ instance }: Deed) => instance.open.map((item) => item.elementId)
const holdersOf = ({ instance }: Deed) => instance.open.map((item) => instance.tasks.get(item.id)?.assignee)

const isOpen = (deed: Deed, ...steps: string[]) =>
  expect(stepsOf(deed)).toEqual(expect.arrayContaining(steps))
function isClosed(deed: Deed, ...steps: string[]): void {
  for (const step of steps) expect(stepsOf(deed)).not.toContain(step)
}
const isWithdrawn = (deed: Deed) => expect(idsOf(deed)).not.toContain(deed.taskId)

const wentOn = (deed: Deed) => {
  isOpen(deed, 'H')
  isClosed(deed, 'T')
}
const waitsForOthers = (deed: Deed) => {
  isWithdrawn(deed)
  isOpen(deed, 'T')
  isClosed(deed, 'H')
}
const wentBack = (deed: Deed) => {
  isOpen(deed, deed.verb === 'returnToStarter' ? 'A' : 'B')
  isClosed(deed, 'T', 'H')
}
const goesTo = (name: string) => (deed: Deed) => {
  expect(holdersOf(deed)).toContain(name)
  isWithdrawn(deed)
}
const isBeside = (deed: Deed) => {
  expect(idsOf(deed)).toContain(deed.taskId)
  expect(deed.instance.verb(deed.taskId, 'removeSigner', { user: 'zhou' }).signers).toHaveLength(1)
}
const nothingMoves = ({ instance, before }: Deed) =>
  expect(instance.open.map((item) => item.id)).toEqual(before)

/** What each effect of the table means for the small drawings of `scenarios.ts`. */
export const effectChecks: Readonly<Record<VerbEffect, (deed: Deed) => void>> = {
  goesOn: wentOn,
  goesOnInside: wentOn,
  drawnWay: (deed) => (deed.context === 'multiInstance' ? waitsForOthers(deed) : wentOn(deed)),
  countsOne: waitsForOthers,
  decidesForAll: wentOn,
  nextIsAsked: (deed) => {
    waitsForOthers(deed)
    expect(stepsOf(deed).filter((step) => step === 'T')).toHaveLength(1)
  },
  countsByWeight: waitsForOthers,
  countsAgainst: waitsForOthers,
  waitsAtJoin: (deed) => {
    wentOn(deed)
    deed.instance.complete('H')
    isOpen(deed, 'D')
    isClosed(deed, 'C')
  },
  nextRound: wentOn,
  endsRound: wentOn,
  movesBack: wentBack,
  endsRoundMovesBack: wentBack,
  keepsOtherBranches: (deed) => {
    wentBack(deed)
    if (deed.verb === 'returnToStarter') isClosed(deed, 'D')
    else isOpen(deed, 'D')
  },
  insideOrOut: wentBack,
  intoSubProcess: wentBack,
  leavesLoop: wentBack,
  callsAgain: (deed) => {
    wentBack(deed)
    if (deed.verb === 'returnToStarter') deed.instance.complete('A')
    deed.instance.complete('B')
    isOpen(deed, 'K')
  },
  insideCalled: wentBack,
  insideEvent: (deed) => {
    wentBack(deed)
    isOpen(deed, 'C')
  },
  withdrawsAll: (deed) => expect(stepsOf(deed)).toEqual(['A']),
  reopensMine: (deed) => {
    isOpen(deed, 'T')
    isClosed(deed, 'H')
  },
  reopensMyPlace: (deed) => {
    isOpen(deed, 'T')
    isClosed(deed, 'H')
    expect(idsOf(deed)).not.toContain(deed.taskId)
    expect(idsOf(deed).filter((id) => !deed.before.includes(id)).length).toBeGreaterThan(0)
  },
  changesHolder: goesTo('qian'),
  asksAdvice: goesTo('qian'),
  asksFirst: goesTo('qian'),
  approvesThenAsks: goesTo('qian'),
  joinsRound: (deed) => {
    isBeside(deed)
    // whoever is added to an order is asked last
    if (deed.context === 'inOrder') expect(holdersOf(deed)).not.toContain('qian')
    else expect(holdersOf(deed)).toContain('qian')
  },
  becomesRound: (deed) => {
    isBeside(deed)
    expect(holdersOf(deed)).toContain('qian')
  },
  addsInstance: (deed) => {
    isBeside(deed)
    expect(holdersOf(deed)).toContain('qian')
  },
  removesPlace: (deed) => {
    expect(holdersOf(deed)).not.toContain('added')
    expect(deed.instance.open.length).toBeLessThanOrEqual(deed.before.length)
    isOpen(deed, 'T')
  },
  endsAddSign: (deed) => {
    expect(holdersOf(deed)).not.toContain('added')
    isOpen(deed, 'T')
  },
  endsInstance: ({ instance }) => {
    expect(instance.open).toEqual([])
    expect(instance.state.status).toBe('cancelled')
  },
  movesToken: (deed) => {
    isOpen(deed, 'C')
    isClosed(deed, 'T')
  },
  movesBranch: (deed) => expect(stepsOf(deed)).toEqual(['C']),
  movesWhole: (deed) => expect(stepsOf(deed)).toEqual(['C']),
  movesInsideEvent: (deed) => {
    isOpen(deed, 'H', 'C')
    isClosed(deed, 'T')
  },
  tellsHolder: nothingMoves,
  sendsCopy: nothingMoves,
  addsComment: nothingMoves,
  keepsDraft: nothingMoves,
}
