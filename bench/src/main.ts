import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../packages/server/src/db/embedded/open-database.ts'
import { ratesOf, type Rate } from './measure.ts'
import { heapOfLiveInstances, type HeapUse } from './memory.ts'
import { openStore } from './store.ts'
import { oneStatement, sevenRoundTrips } from './subjects/bare-database.ts'
import { bpmnEngineInMemory, bpmnEnginePersisted } from './subjects/bpmn-engine.ts'
import { canmouInMemory } from './subjects/canmou.ts'
import { openCanmouPersisted } from './subjects/canmou-persisted.ts'
import { xstateInMemory, xstatePersisted } from './subjects/xstate.ts'
import { asTable } from './table.ts'

/**
 * Carries the same approval process through each subject in one run on this machine and prints ratios: in memory against
 * xstate, saved against the bare one-statement limit of the database. `BENCH_SECONDS` sets the length of a measurement,
 * `BENCH_ROUNDS` how often each is made.
 */
const seconds = Number(process.env['BENCH_SECONDS'] ?? 3)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5)
const liveInstances = { canmou: 10_000, 'bpmn-engine': 500 }

async function measureSaved(): Promise<Rate[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'canmou-bench-'))
  const database = await openDatabase({ dataDir })
  const store = await openStore(database.adminUrl)
  try {
    return await ratesOf(
      [
        oneStatement(store),
        sevenRoundTrips(store),
        await openCanmouPersisted(database),
        xstatePersisted(store),
        bpmnEnginePersisted(store),
      ],
      { clientCounts: [1, 16], seconds, rounds },
    )
  } finally {
    await store.close()
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const memoryRates = await ratesOf([xstateInMemory(), canmouInMemory(), bpmnEngineInMemory()], {
  clientCounts: [1],
  seconds,
  rounds,
})
const heap: HeapUse[] = [
  await heapOfLiveInstances('canmou', liveInstances.canmou),
  await heapOfLiveInstances('bpmn-engine', liveInstances['bpmn-engine']),
]
const savedRates = await measureSaved()

console.log(`\nIn memory, one core (× is against xstate)\n${asTable(memoryRates, 'xstate, in memory')}`)
console.log('\nHeap of live instances')
for (const { subject, instances, megabytes } of heap) {
  const kilobytes = ((megabytes * 1000) / instances).toFixed(1)
  console.log(`${subject}: ${megabytes.toFixed(1)} MB for ${instances} (${kilobytes} kB each)`)
}
console.log(
  `\nSaved, 1 and 16 clients (× is against one bare statement)\n${asTable(savedRates, 'database, one statement')}`,
)

const result = {
  at: new Date().toISOString(),
  machine: { node: process.version, cores: cpus().length, model: cpus()[0]?.model },
  seconds,
  rounds,
  inMemory: memoryRates,
  heap,
  saved: savedRates,
}
const file = new URL('../results/latest.json', import.meta.url)
await mkdir(new URL('.', file), { recursive: true })
await writeFile(file, `${JSON.stringify(result, null, 2)}\n`)
