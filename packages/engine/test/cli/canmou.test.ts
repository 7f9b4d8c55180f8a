import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'

const program = join(import.meta.dirname, '../../cli/canmou.mjs')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'canmou-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function canmou(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

/** Writes a file for one test; a drawing is given in the notation of the golden cases. */
function file(name: string, content: string): string {
  writeFileSync(
    join(folder, name),
    name.endsWith('.bpmn') ? bpmnXml('checked', readDrawing(content)) : content,
  )
  return name
}

const lines = (...expected: string[]) => expected.map((line) => `${line}\n`).join('')

describe('canmou run', () => {
  const approval = 'xor M\nxor G\nS > M > draft > review > G >[ok] E\nG >else M'.replaceAll(
    /draft|review/g,
    (name) => name.charAt(0).toUpperCase() + name.slice(1),
  )

  test('prints the trace and the variables, with the answers of each visit', () => {
    const args = [
      '--variables',
      file('x.json', '{"plan": "annual"}'),
      '--answers',
      file('a.json', '{"Review": [{"ok": false}, {"ok": true}]}'),
    ]
    const { code, out } = canmou('run', file('approval.bpmn', approval), ...args)
    expect(code).toBe(0)
    const round = ['done Draft', 'take Draft-Review', 'task Review', 'done Review', 'take Review-G']
    expect(out).toBe(
      lines(
        ...[
          'done S',
          'take S-M',
          'take M-Draft',
          'task Draft',
          ...round,
          'take G-M',
          'take M-Draft',
          'task Draft',
        ],
        ...[...round, 'take G-E', 'done E', 'completed', '{"plan":"annual","ok":true}'],
      ),
    )
  })

  test('gives jobs to the handlers of their types, also under a name with a colon', () => {
    const drawing = file('jobs.bpmn', 'service A type=canmou:archive\nservice B type=count\nS > A > B > E')
    const handlers = file(
      'handlers.mjs',
      `export default { 'canmou:archive': async (job) => ({ archived: job.variables.plan }) }
       export const count = (job) => ({ seen: Object.keys(job.variables).length })`,
    )
    const { code, out } = canmou(
      'run',
      drawing,
      '--variables',
      file('p.json', '{"plan": 7}'),
      '--script',
      handlers,
    )
    expect(code).toBe(0)
    expect(out).toMatch(/^\{"plan":7,"archived":7,"seen":2\}$/m)
  })

  test('an error with a code leaves by its event, one without uses up the attempts', () => {
    const drawing = file(
      'failing.bpmn',
      'service A type=work retries=2\nboundary X on A error broken\nS > A > E\nX > E2',
    )
    const coded = file(
      'coded.mjs',
      `export const work = () => { throw Object.assign(new Error('no'), { errorCode: 'broken' }) }`,
    )
    expect(canmou('run', drawing, '--script', coded)).toMatchObject({
      code: 0,
      out: expect.stringContaining('take X-E2') as string,
    })
    const plain = file('plain.mjs', `export const work = () => { throw new Error('no') }`)
    const { code, out } = canmou('run', drawing, '--script', plain)
    expect(code).toBe(1)
    expect(out).toContain('incident A JOB_FAILED')
    expect(out.match(/^job A$/gm)).toHaveLength(2)
  })

  test('a timer fires when nothing else is left, at its due time', () => {
    const drawing = file('timer.bpmn', 'catch T timer PT1H\nuser A due="=now()"\nS > T > A > E')
    const { code, out } = canmou('run', drawing, '--at', '2026-11-02T09:00:00Z')
    expect(code).toBe(0)
    expect(out).toContain('done T')
  })

  test('with commands only those are given, and elements stand for their open items', () => {
    const drawing = file('commands.bpmn', 'user A\ncatch M message paid\nS > A > M > E')
    const some = file('some.json', '[{"type": "completeTask", "elementId": "A"}]')
    expect(canmou('run', drawing, '--commands', some)).toMatchObject({
      code: 1,
      out: expect.stringContaining('still running') as string,
    })
    const all = file(
      'all.json',
      '[{"type": "completeTask", "elementId": "A"}, {"type": "messageReceived", "name": "paid", "variables": {"sum": 3}}]',
    )
    expect(canmou('run', drawing, '--commands', all)).toMatchObject({
      code: 0,
      out: expect.stringContaining('{"sum":3}') as string,
    })
  })

  test('what would go round for ever is stopped', () => {
    const { code, out } = canmou(
      'run',
      file('forever.bpmn', approval),
      '--variables',
      file('no.json', '{"ok": false}'),
      '--steps',
      '9',
    )
    expect(code).toBe(1)
    expect(out).toContain('stopped after 9 steps')
  })

  test('bad input gets a sentence and code 2', () => {
    const drawing = file('fine.bpmn', 'S > A > E')
    const bad: [args: string[], sentence: string][] = [
      [['run'], 'name a .bpmn file'],
      [['run', 'absent.bpmn'], 'cannot read absent.bpmn'],
      [['run', drawing, '--variables', file('broken.json', '{')], 'is no JSON'],
      [['run', drawing, '--variables', file('list.json', '[]')], 'needs an object'],
      [['run', drawing, '--at', 'yesterday'], 'INVALID_TIME'],
      [['run', drawing, '--start', 'Nowhere'], 'UNKNOWN_START'],
      [['run', drawing, '--nonsense', '1'], 'nonsense'],
      [
        ['run', drawing, '--commands', file('odd.json', '[{"type": "completeTask", "elementId": "Z"}]')],
        'no open task at Z',
      ],
      [['run', file('refused.bpmn', 'complex G\nS > G > A > E')], 'error UNSUPPORTED_ELEMENT G'],
      [['dance'], 'canmou run FILE.bpmn'],
    ]
    for (const [args, sentence] of bad) {
      const { code, err } = canmou(...args)
      expect([args.join(' '), code, err]).toEqual([args.join(' '), 2, expect.stringContaining(sentence)])
      expect(err).not.toContain('    at ')
    }
  })
})

describe('canmou verify', () => {
  test('a sound process exits 0', () => {
    expect(canmou('verify', file('sound.bpmn', 'S > A > E'))).toMatchObject({
      code: 0,
      out: 'sound.bpmn: sound\n',
    })
  })

  test('findings name file, code and element and show the path; any error exits 1', () => {
    const halting = file('halting.bpmn', 'xor G\nand J\nS > G >[x] A > J\nG >else B > J\nJ > E')
    const { code, out } = canmou('verify', file('sound.bpmn', 'S > A > E'), halting)
    expect(code).toBe(1)
    expect(out).toMatch(/^sound\.bpmn: sound$/m)
    expect(out).toMatch(/^halting\.bpmn: error DEADLOCK J: .+\n {2}S > G > [AB]$/m)
  })

  test('warnings alone exit 0', () => {
    const { code, out } = canmou(
      'verify',
      file('twice.bpmn', 'and G\nxor M\nS > G > A > M\nG > B > M\nM > C > E'),
    )
    expect([code, out]).toEqual([0, expect.stringContaining('warning TOKENS_NOT_SYNCHRONIZED C')])
  })

  test('a drawing that does not compile is an error of its element', () => {
    const { code, out } = canmou('verify', file('refused.bpmn', 'complex G\nS > G > A > E'))
    expect([code, out]).toEqual([1, expect.stringContaining('refused.bpmn: error UNSUPPORTED_ELEMENT G')])
  })

  test('a catalogue and a language may be given', () => {
    const drawing = file('group.bpmn', 'user A group=nobody\nS > A > E')
    const catalogue = file(
      'c.json',
      '{"positions": [{"id": "marketManager", "holders": 1}], "recordKinds": []}',
    )
    const { code, out } = canmou('verify', drawing, '--catalogue', catalogue, '--language', 'zh-CN')
    expect([code, out]).toEqual([1, expect.stringContaining('该岗位不存在')])
    expect(canmou('verify', drawing, '--catalogue', file('bad.json', '{"positions": 1}')).code).toBe(2)
  })
})

test('without a command it says how it is used', () => {
  expect(canmou()).toMatchObject({
    code: 0,
    out: expect.stringContaining('canmou verify FILE.bpmn') as string,
  })
})
