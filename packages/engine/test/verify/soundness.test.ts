import { describe, expect, test } from 'vitest'
import { compile, sentence, verify } from '../../src/index.ts'
import type { Finding, VerifyOptions } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'

async function findings(drawing: string, options: VerifyOptions = {}): Promise<Finding[]> {
  return verify(await compile(bpmnXml('checked', readDrawing(drawing))), options)
}

const told = (found: Finding[]) => found.map(({ code, elementId }) => `${code} ${elementId}`)

describe('a sound process has no finding', () => {
  const sound: { [name: string]: string } = {
    'a sequence': 'S > A > B > E',
    'an exclusive block with a default': 'xor G\nxor M\nS > G >[x = 1] A > M\nG >else B > M\nM > E',
    'a parallel block': 'and G\nand J\nS > G > A > J\nG > B > J\nJ > E',
    'an inclusive block': 'or G\nor J\nS > G >[a] A > J\nG >else B > J\nJ > E',
    'parallel branches that end each on its own': 'and G\nS > G > A > E1\nG > B > E2',
    'a loop back': 'xor M\nxor D\nS > M > A > D >[again] M\nD >else E',
    'a parallel block in a loop':
      'xor M\nxor D\nand G\nand J\nS > M > G > A > J\nG > B > J\nJ > D >[again] M\nD >else E',
    'an event-based gateway': 'eg G\ncatch M message go\ncatch T timer PT1H\nS > G > M > E\nG > T > E',
    'a reminder beside its task':
      'user A\nboundary X on A timer PT1H non-interrupting\nS > A > E\nX > B > E2',
    'a deadline': 'user A\nboundary X on A timer PT1H\nS > A > E\nX > B > E',
    'reminders in a loop':
      'user A\nservice R\nboundary X on A timer PT1H non-interrupting\nxor M\nxor D\nS > M > A > D >[again] M\nD >else E\nX > R > E2',
    'a sub-process with an error handler':
      'sub P\n  service J\n  S1 > J > E1\nboundary X on P error broken\nS > P > E\nX > A > E',
    'an escalation that is thrown':
      'sub P\n  throw T escalation late\n  S1 > T > A > E1\nboundary X on P escalation late non-interrupting\nS > P > E\nX > B > E2',
    'an event sub-process': 'esub H\n  start N message stop\n  N > B > E1\nS > A > E',
    'a terminate end beside a task': 'and G\nend T terminate\nS > G > A > T\nG > B > E',
    links: 'throw T link next\ncatch C link next\nS > A > T\nC > B > E',
    'compensation that is called for':
      'user A\nuser U compensation-handler\nboundary C on A compensate by U\nend T compensate\nS > A > B > T',
    'a multi-instance with a deadline':
      'user A parallel each=people\nboundary X on A timer PT1H\nS > A > E\nX > B > E',
    'a circle of scripts with a way out':
      'xor M\nxor D\nscript N script="=n + 1" into=n\nS > M > N > D >[n < 3] M\nD >else E',
    'several start events': 'start M message go\nstart T cycle R/P1D\nM > A > E\nT > B > E',
  }
  for (const [name, drawing] of Object.entries(sound)) {
    test(name, async () => expect(told(await findings(drawing))).toEqual([]))
  }
})

describe('a planted defect is found at its element', () => {
  const planted: { [name: string]: [drawing: string, ...told: string[]] } = {
    'a join after a choice halts': [
      'xor G\nand J\nS > G >[x] A > J\nG >else B > J\nJ > C > E',
      ...['DEADLOCK J', 'DEAD_ELEMENT J', 'DEAD_ELEMENT C', 'END_UNREACHABLE E'],
    ],
    'a token is left at a join after an end': [
      'and G\nxor D\nand J\nS > G > A > J\nG > B > D >[x] J\nD >else E2\nJ > E',
      'TOKEN_LEFT_BEHIND J',
    ],
    'a join takes one token from each flow and leaves the second': [
      'and G\nxor M\nand J\nS > G > M > J\nG > M\nG > C > J > E',
      ...['TOKEN_LEFT_BEHIND J', 'TOKENS_NOT_SYNCHRONIZED J'],
    ],
    'a join waits while the rest goes round for ever': [
      'and G\nand J\nxor M\nS > G > A > J\nG > M > B > M\nK > J > E',
      ...['JOIN_WAITS_FOREVER J', 'NEVER_ENDS B', 'DEAD_ELEMENT J', 'DEAD_ELEMENT K', 'END_UNREACHABLE E'],
    ],
    'a loop without a way out': ['xor M\nS > M > A > M', 'NEVER_ENDS A'],
    'a circle that never waits': ['xor M\ntask T\nS > M > T > M', 'NEVER_ENDS checked'],
    'branches that meet without a join': [
      'and G\nxor M\nS > G > A > M\nG > B > M\nM > C > E',
      'TOKENS_NOT_SYNCHRONIZED C',
    ],
    'branches of different length that meet without a join': [
      'and G\nxor M\nS > G > A > A2 > A3 > M\nG > B > M\nM > C > E',
      'TOKENS_NOT_SYNCHRONIZED C',
    ],
    'an error nobody can throw': [
      'user A\nboundary X on A error broken\nS > A > E\nX > B > E2',
      'DEAD_ELEMENT X',
      'DEAD_ELEMENT B',
      'END_UNREACHABLE E2',
    ],
    'an escalation nobody throws': [
      'sub P\n  S1 > A > E1\nboundary X on P escalation late\nS > P > E\nX > E',
      'DEAD_ELEMENT X',
    ],
    'an island': ['S > A > E\nB > E2', 'DEAD_ELEMENT B', 'END_UNREACHABLE E2'],
    'compensation that nobody calls for': [
      'user A\nuser U compensation-handler\nboundary C on A compensate by U\nS > A > E',
      ...['DEAD_ELEMENT U', 'DEAD_ELEMENT C'],
    ],
    'two inclusive joins that wait for each other': [
      'and F\nor J\nor K\nxor X\nxor Y\nS > F > A > J > X >[x] K\nX >else E\nF > B > K > Y >[y] J\nY >else E',
      ...[
        'DEADLOCK J',
        'DEADLOCK K',
        'DEAD_ELEMENT J',
        'DEAD_ELEMENT K',
        'DEAD_ELEMENT X',
        'DEAD_ELEMENT Y',
        'END_UNREACHABLE E',
      ],
    ],
    'a halt inside a sub-process': [
      'sub P\n  xor G\n  and J\n  S1 > G >[x] A > J\n  G >else B > J\n  J > E1\nS > P > E',
      ...['DEADLOCK J', 'DEAD_ELEMENT J', 'END_UNREACHABLE E1', 'END_UNREACHABLE E'],
    ],
    'a halt that only a deadline brings about': [
      'and G\nand J\nuser A\nboundary X on A timer PT1H\nS > G > A > J\nG > B > J\nJ > E\nX > E2',
      'TOKEN_LEFT_BEHIND J',
    ],
  }
  for (const [name, [drawing, ...expected]] of Object.entries(planted)) {
    test(name, async () => expect(told(await findings(drawing)).sort()).toEqual(expected.sort()))
  }

  test('tokens that pile up are never called sound', async () => {
    const found = await findings('xor M\nand G\nS > M > G > A > M\nG > B > E')
    expect(told(found)).toContain('STATE_LIMIT checked')
  })

  test('the limit is told and nothing is called dead then', async () => {
    const wide = Array.from({ length: 6 }, (_, at) => `G >[a${at}] A${at} > B${at} > J`).join('\n')
    const found = await findings(`or G\nor J\nS > G\n${wide}\nG >else Z > J\nJ > E`, { limit: 20 })
    expect(told(found)).toEqual(['STATE_LIMIT checked'])
    expect(found[0]?.severity).toBe('error')
  })
})

describe('a finding', () => {
  const halting = 'xor G\nand J\nS > A > G >[x] B > J\nG >else C > J\nJ > E'

  test('shows a shortest path to the defect', async () => {
    const deadlock = (await findings(halting)).find(({ code }) => code === 'DEADLOCK')
    expect([
      ['S', 'A', 'G', 'B'],
      ['S', 'A', 'G', 'C'],
    ]).toContainEqual(deadlock?.path)
    expect(['B-J', 'C-J']).toContain(deadlock?.params['missing'])
  })

  test('speaks the language that is asked for', async () => {
    const [english] = await findings(halting)
    const [chinese] = await findings(halting, { language: 'zh-CN' })
    expect(english?.message).toContain('come to a halt')
    expect(chinese?.message).toContain('流程可能卡死')
    expect(chinese?.message).toBe(sentence('DEADLOCK', chinese?.params ?? {}, 'zh-CN'))
    expect(`${english?.message}${chinese?.message}`).not.toMatch(/[{}]/)
  })

  test('parallel branches cost their sum and not their product', async () => {
    const wide = Array.from({ length: 14 }, (_, at) => `G > A${at} > B${at} > C${at} > J`).join('\n')
    expect(await findings(`and G\nand J\nS > G\n${wide}\nJ > E`, { limit: 100 })).toEqual([])
  })
})
