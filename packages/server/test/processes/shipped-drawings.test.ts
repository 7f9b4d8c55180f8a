import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { checkDrawing } from '../../src/processes/check-drawing.ts'
import { contextFor } from '../../src/processes/version-context.ts'
import { openWork } from '../../src/work/work.ts'
import { useDatabase } from '../database.ts'
import { catalogueFolder } from '../folders.ts'

const handle = useDatabase()
const catalogue = await loadCatalogue(catalogueFolder)

describe('the shipped processes', () => {
  it.each([...catalogue.processes.keys()])('%s is proved sound with the demo organisation', async (id) => {
    const work = openWork({
      database: handle.database,
      catalogue,
      files: new FileStore('/nonexistent'),
      events: new EventEmitter(),
      now: () => new Date(),
    })
    const entry = catalogue.processes.get(id)
    if (!entry) throw new Error(id)
    const context = await contextFor(work, entry.definition)
    const { findings } = await checkDrawing(entry.xml, entry.definition.processId, context, 'zh-CN')
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
