import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { limitRules } from '../../src/index.ts'
import { guide, guidePath } from './write-guide.ts'

test('the page about the verbs says what the table says', () => {
  expect(readFileSync(guidePath, 'utf8')).toBe(guide())
})

test('every rule of the time limit is proved by golden cases, and every case by a rule', () => {
  const folder = join(import.meta.dirname, '../golden/limits')
  const cases = limitRules.flatMap((rule) => [...rule.cases])
  for (const name of cases) expect(existsSync(join(folder, `${name}.trace.json`)), name).toBe(true)
  const played = readdirSync(folder).flatMap((file) => /^(.*)\.bpmn$/.exec(file)?.[1] ?? [])
  expect(played.filter((name) => !cases.includes(name as (typeof cases)[number]))).toEqual([])
})
