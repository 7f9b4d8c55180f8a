import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { generatedFiles } from './generated-files.ts'

const app = useApp()

it('schema.sql and the types of the API are what the migrations and the routes give', async () => {
  for (const { place, text } of await generatedFiles(app.app, app.adminUrl)) {
    const committed = await readFile(place, 'utf8').catch(() => '')
    // A difference of thousands of lines would hide the sentence that matters.
    const isCurrent = committed === text
    expect(
      isCurrent,
      `${path.basename(place.pathname)} is out of date: run \`npm run generate\` and commit it`,
    ).toBe(true)
  }
})
