import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verify } from '../../src/index.ts'
import type { Drawing } from '../golden/build/notation.ts'
import { blocks, drawBlock, drawTangle, tangles } from './graphs.ts'
import type { JoinKind } from './graphs.ts'
import { walk } from './walk.ts'

// printed so that a failing run can be had again: CANMOU_SEED=… vitest run packages/engine/test/property
const seed = Number(process.env['CANMOU_SEED'] ?? Date.now() % 2 ** 31)
// CANMOU_MORE=20 walks twenty times as many graphs
const more = Number(process.env['CANMOU_MORE'] ?? 1)
process.stdout.write(`property tests of the engine run with CANMOU_SEED=${seed}\n`)

const timeout = 60_000 * more
const choices = fc.array(fc.nat({ max: 2 ** 20 }), { minLength: 25, maxLength: 25 })
const isError = ({ severity }: { severity: string }) => severity === 'error'

test('on block-structured graphs no token is lost or made from nothing, and nothing hangs', { timeout }, () =>
  fc.assert(
    fc.asyncProperty(blocks, choices, async (block, way) => {
      const { process, hangs } = await walk(drawBlock(block), way)
      expect(hangs).toBe(false)
      const errors = verify(process, { limit: 500 }).filter(isError)
      expect(errors.filter(({ code }) => code !== 'STATE_LIMIT')).toEqual([])
    }),
    { seed, numRuns: 250 * more },
  ),
)

/** Walks drawings; whenever one hangs, verify must have found an error in it. */
async function hangsOnlyWhereTold(drawings: fc.Arbitrary<Drawing>, numRuns: number): Promise<void> {
  let hung = 0
  let sound = 0
  await fc.assert(
    fc.asyncProperty(drawings, choices, async (drawing, way) => {
      const { process, hangs } = await walk(drawing, way)
      const errors = verify(process, { limit: 500 }).filter(isError)
      if (hangs) hung++
      if (errors.length === 0) sound++
      expect(hangs && errors.length === 0).toBe(false)
    }),
    { seed, numRuns },
  )
  // a generator that makes only one kind would prove nothing
  expect(hung).toBeGreaterThan(0)
  expect(sound).toBeGreaterThan(0)
}

const wrongJoins = fc.array(fc.option(fc.constantFrom<JoinKind>('xor', 'and', 'or'), { nil: undefined }), {
  maxLength: 4,
})

test('with joins of the wrong kind in them, what hangs was never called sound', { timeout }, () =>
  hangsOnlyWhereTold(
    fc.tuple(blocks, wrongJoins).map(([block, wrong]) => drawBlock(block, wrong)),
    250 * more,
  ),
)

test('on unstructured graphs it is the same', { timeout }, () =>
  hangsOnlyWhereTold(tangles(0).map(drawTangle), 250 * more),
)

test('it is the same where signals come to boundary events, interrupting and not', { timeout }, () =>
  hangsOnlyWhereTold(tangles(3).map(drawTangle), 200 * more),
)
