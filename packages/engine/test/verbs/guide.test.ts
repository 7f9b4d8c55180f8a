import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guide, guidePath } from './write-guide.ts'

test('the page about the verbs says what the table says', () => {
  expect(readFileSync(guidePath, 'utf8')).toBe(guide())
})
