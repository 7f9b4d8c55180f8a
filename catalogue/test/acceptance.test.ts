import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const catalogue = fileURLToPath(new URL('..', import.meta.url))

it('every acceptance path names scenarios that are there', () => {
  const readme = readFileSync(join(catalogue, 'README.md'), 'utf8')
  const rows = [...readme.matchAll(/^\| (\d+) +\|.*$/gm)]
  expect(rows.map(([, path]) => Number(path))).toEqual(Array.from({ length: 13 }, (_, index) => index + 1))
  const folders = readdirSync(join(catalogue, 'processes'))
  const missing = rows.flatMap(([row, path]) => {
    const named = [...row.matchAll(/`([A-Z]+-\d+)\/([\w-]+)`/g)]
    const absent = named.filter(([, process, file]) => {
      const folder = folders.find((name) => name.startsWith(`${process}-`)) ?? ''
      return !readdirSync(join(catalogue, 'processes', folder, 'scenarios')).includes(`${file}.json`)
    })
    return named.length === 0 ? [`path ${path} has none`] : absent.map(([text]) => text)
  })
  expect(missing).toEqual([])
})
