import { describe, expect, it } from 'vitest'
import { draftSaver, type Clock, type SaveResult, type SaveState } from './draft-saver.ts'

function testClock(): Clock & { pass(ms: number): void } {
  let now = 0
  let last = 0
  const timers = new Map<number, { at: number; run: () => void }>()
  return {
    now: () => now,
    setTimer(run, ms) {
      last += 1
      timers.set(last, { at: now + ms, run })
      return last
    },
    clearTimer: (timer) => void timers.delete(timer),
    pass(ms) {
      now += ms
      for (const [id, timer] of [...timers]) {
        if (timer.at <= now) {
          timers.delete(id)
          timer.run()
        }
      }
    },
  }
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
}

function setUp(answers: SaveResult[] = []) {
  const clock = testClock()
  const states: SaveState[] = []
  const sent: { draft: string; revision: number; isLast: boolean }[] = []
  const waiting: ((result: SaveResult) => void)[] = []
  const saver = draftSaver<string>({
    revision: 1,
    clock,
    onState: (state) => states.push(state),
    save(draft, revision, isLast) {
      sent.push({ draft, revision, isLast })
      const answer = answers.shift()
      return answer ? Promise.resolve(answer) : new Promise((resolve) => waiting.push(resolve))
    },
  })
  return { saver, clock, states, sent, waiting }
}

const saved = (revision: number): SaveResult => ({ ok: true, revision, savedAt: `t${revision}` })
const network: SaveResult = { ok: false, failure: 'network' }

describe('draftSaver', () => {
  it('sends once, a second after the last key', async () => {
    const { saver, clock, states, sent } = setUp([saved(2)])
    saver.change('a')
    clock.pass(900)
    saver.change('ab')
    clock.pass(900)
    expect(sent).toEqual([])
    clock.pass(100)
    await settled()
    expect(sent).toEqual([{ draft: 'ab', revision: 1, isLast: false }])
    expect(states.at(-1)).toEqual({ kind: 'clean', savedAt: 't2' })
    expect(saver.isUnsaved()).toBe(false)
  })

  it('never has two saves under way, and sends what was typed meanwhile with the new revision', async () => {
    const { saver, clock, sent, waiting } = setUp()
    saver.change('a')
    clock.pass(1000)
    saver.change('ab')
    clock.pass(1000)
    expect(sent).toHaveLength(1)
    waiting.shift()?.(saved(2))
    await settled()
    clock.pass(1000)
    expect(sent[1]).toEqual({ draft: 'ab', revision: 2, isLast: false })
  })

  it('keeps trying while the network is away, ever more seldom, and loses nothing', async () => {
    const { saver, clock, states, sent } = setUp([network, network, saved(2)])
    saver.change('a')
    clock.pass(1000)
    await settled()
    expect(states.at(-1)).toEqual({ kind: 'waiting', retryAt: 3000, reason: 'network' })
    expect(saver.isUnsaved()).toBe(true)
    clock.pass(2000)
    await settled()
    expect(states.at(-1)).toEqual({ kind: 'waiting', retryAt: 7000, reason: 'network' })
    clock.pass(4000)
    await settled()
    expect(sent.map(({ draft }) => draft)).toEqual(['a', 'a', 'a'])
    expect(saver.isUnsaved()).toBe(false)
  })

  it('sends the newer text, not the failed one, when typing went on', async () => {
    const { saver, clock, sent, waiting } = setUp()
    saver.change('a')
    clock.pass(1000)
    saver.change('ab')
    waiting.shift()?.(network)
    await settled()
    clock.pass(2000)
    expect(sent[1]?.draft).toBe('ab')
  })

  it('stops at a draft saved elsewhere until a person chooses to keep the text', async () => {
    const { saver, clock, states, sent } = setUp([{ ok: false, failure: 'outdated' }, saved(9)])
    saver.change('mine')
    clock.pass(1000)
    await settled()
    saver.change('mine!')
    clock.pass(60_000)
    expect(sent).toHaveLength(1)
    expect(states.at(-1)).toEqual({ kind: 'outdated' })
    saver.keepMine(8)
    await settled()
    expect(sent[1]).toEqual({ draft: 'mine!', revision: 8, isLast: false })
    expect(states.at(-1)).toEqual({ kind: 'clean', savedAt: 't9' })
  })

  it('forgets the text when the person chooses the other one', async () => {
    const { saver, clock, states } = setUp([{ ok: false, failure: 'outdated' }])
    saver.change('mine')
    clock.pass(1000)
    await settled()
    saver.takeTheirs(8, 't8')
    expect(states.at(-1)).toEqual({ kind: 'clean', savedAt: 't8' })
    expect(saver.isUnsaved()).toBe(false)
  })

  it('says why the server refused, and tries again only after a change', async () => {
    const refused: SaveResult = { ok: false, failure: 'refused', code: 'CLEARANCE_TOO_LOW', message: 'no' }
    const { saver, clock, states, sent } = setUp([refused, saved(2)])
    saver.change('a')
    clock.pass(1000)
    await settled()
    clock.pass(60_000)
    expect(sent).toHaveLength(1)
    expect(states.at(-1)).toEqual({ kind: 'refused', code: 'CLEARANCE_TOO_LOW', message: 'no' })
    saver.change('b')
    clock.pass(1000)
    await settled()
    expect(states.at(-1)).toEqual({ kind: 'clean', savedAt: 't2' })
  })

  it('flushes what was typed during a save before it resolves', async () => {
    const { saver, sent, waiting } = setUp()
    saver.change('a')
    const first = saver.flush()
    saver.change('ab')
    const second = saver.flush()
    waiting.shift()?.(saved(2))
    await settled()
    waiting.shift()?.(saved(3))
    expect((await second).kind).toBe('clean')
    await first
    expect(sent.map(({ draft }) => draft)).toEqual(['a', 'ab'])
  })

  it('sends the last words when the page goes', () => {
    const { saver, sent } = setUp()
    saver.change('bye')
    saver.leave()
    expect(sent).toEqual([{ draft: 'bye', revision: 1, isLast: true }])
  })
})
