import { expect, test } from 'vitest'
import { compile, verify } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'

async function found(lines: string[]): Promise<string[]> {
  const process = await compile(bpmnXml('self', readDrawing(lines.join('\n'))))
  return verify(process).flatMap(({ code, severity, elementId, path }) =>
    code.endsWith('STARTS_ITSELF') || code === 'MAY_START_ITSELF'
      ? [`${severity} ${elementId}: ${path.join(' ')}`]
      : [],
  )
}

test('a process that throws at once what starts it is refused, with the way there', async () => {
  expect(await found(['start S signal again', 'task A', 'end E signal again', 'S > A > E'])).toEqual([
    'error E: S A E',
  ])
  expect(await found(['start S message again', 'throw T message again', 'S > T > E'])).toEqual([
    'error T: S T',
  ])
})

test('where a decision comes before it, it is warned of', async () => {
  const lines = ['start S signal again', 'xor G', 'end E signal again', 'S > G >[n > 0] E', 'G >else F']
  expect(await found(lines)).toEqual(['warning E: S G E'])
})

test('nothing is said where somebody does his part before, or another one is started', async () => {
  expect(await found(['start S signal again', 'user A', 'end E signal again', 'S > A > E'])).toEqual([])
  expect(await found(['start S signal again', 'end E signal other', 'S > E'])).toEqual([])
  expect(await found(['end E signal again', 'S > E'])).toEqual([])
})
