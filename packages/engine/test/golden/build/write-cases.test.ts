import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { casesOf } from './write-cases.ts'

test('the committed drawings and traces are those that the casebooks say', () => {
  const files = casesOf(join(import.meta.dirname, '..'))
  expect(files.length).toBeGreaterThan(600)
  const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
  expect(stale.map(({ path }) => path)).toEqual([])
})
