import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocks, drawBlock } from './graphs.ts'
import { walkVerbs, withEvents, withLimits, withSignals, withSigners } from './verb-walk.ts'

// printed so that a failing run can be had again: CANMOU_SEED=… vitest run packages/engine/test/property
const seed = Number(process.env['CANMOU_SEED'] ?? Date.now() % 2 ** 31)
// CANMOU_MORE=20 walks twenty times as many graphs
const more = Number(process.env['CANMOU_MORE'] ?? 1)
process.stdout.write(`property tests of the verbs run with CANMOU_SEED=${seed}\n`)

const choices = fc.array(fc.nat({ max: 2 ** 20 }), { minLength: 40, maxLength: 40 })
const signers = fc.array(fc.nat({ max: 1000 }), { minLength: 5, maxLength: 12 })

test(
  'whatever people do to an instance, no token is lost or doubled, saving changes nothing, and it can be ended',
  { timeout: 120_000 * more },
  async () => {
    const counts = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(blocks, signers, choices, async (block, seats, way) => {
        const timed = withLimits(withSigners(drawBlock(block), seats), seats)
        const drawing = withEvents(withSignals(timed, seats), seats[0] ?? 0)
        const { verbs } = await walkVerbs(drawing, way)
        for (const [verb, count] of verbs) counts.set(verb, (counts.get(verb) ?? 0) + count)
      }),
      { seed, numRuns: 250 * more },
    )
    // a walk that tries only some of them would prove nothing about the others
    for (const verb of [
      'returnTo',
      'takeBack',
      'transfer',
      'delegate',
      'addSigner',
      'removeSigner',
      'handOver',
      'jump',
      'withdraw',
      'signalReceived',
      'timerFired',
    ]) {
      expect(counts.get(verb) ?? 0, `${verb} was hardly ever carried out`).toBeGreaterThan(2)
    }
  },
)
