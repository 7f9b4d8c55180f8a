import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { openWork } from '../../src/work/work.ts'
import type { InstanceDetail } from '@canmou/contract'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { Work as Department } from '../work/approval.ts'
import { Player } from './player.ts'
import { scenariosByProcess, type Scenario } from './scenario.ts'

const clock = { at: new Date('2026-11-02T01:00:00Z') }
const app = useApp({ now: () => clock.at })

const all = scenariosByProcess()
function scenario(process: string, name: RegExp): Scenario {
  const found = all.find((one) => one.process === process)?.scenarios.find((one) => name.test(one.name))
  if (!found) throw new Error(`${process} has no scenario ${String(name)}`)
  return found
}

describe('the main chain (domain.md §7)', () => {
  it('runs from research planning to customer feedback, each started by the one before it', async () => {
    const desk = openWork({
      database: app.database,
      catalogue: await loadCatalogue(catalogueFolder),
      files: new FileStore('/nonexistent'),
      events: new EventEmitter(),
      now: () => clock.at,
    })
    const player = new Player(app, desk, clock)
    const planning = scenario('SC-001', /^常规调研：跳过总经理审核/)
    await player.play({ ...planning, start: { ...planning.start, at: '2026-11-02T09:00:00+08:00' } })
    const research = await player.playOn('SC-002', scenario('SC-002', /^不培训/))
    const promotion = await player.playOn('SC-003', scenario('SC-003', /^三方同意/))
    const sales = await player.playOn('SC-004', scenario('SC-004', /^26日自动发起/))
    const feedback = await player.playOn('SC-009', scenario('SC-009', /^SC-004 转入/))
    expect([research, promotion, sales, feedback].map(({ status }) => status)).toEqual(
      Array(4).fill('completed'),
    )
    const chainOf = ({ chain }: InstanceDetail) =>
      chain.map(({ distance, instance: { processId } }) => `${distance} ${processId}`)
    expect(chainOf(feedback)).toEqual(['-4 SC-001', '-3 SC-002', '-2 SC-003', '-1 SC-004', '0 SC-009'])
    const department = new Department(app)
    expect(chainOf(await department.instance('generalManager', promotion.id))).toEqual([
      '-2 SC-001',
      '-1 SC-002',
      '0 SC-003',
      '1 SC-004',
      '2 SC-009',
    ])
    // The sales plans are not his: his chain ends before them.
    expect(chainOf(await department.instance('marketManager', promotion.id))).toEqual([
      '-2 SC-001',
      '-1 SC-002',
      '0 SC-003',
    ])
    // Whoever drafts the guide reads the report that it is based on, and the guide says so.
    const guide = promotion.records.find(({ kind }) => kind === 'MPG')
    const answer = await app.as('marketManager')({ method: 'GET', url: `/api/records/${guide?.id ?? ''}` })
    const { links } = answer.json<{
      links: { type: string; direction: string; record: { kind: string } }[]
    }>()
    expect(links).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'basis',
          record: expect.objectContaining({ kind: 'MRR' }) as unknown,
        }),
      ]),
    )
  })
})
