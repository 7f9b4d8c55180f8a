import { EventEmitter } from 'node:events'
import type { RecordDetail, RecordSummary } from '@canmou/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { openWork, type Work } from '../../src/work/work.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { Player } from './player.ts'
import { scenariosByProcess, type Scenario } from './scenario.ts'

// What the lines of an acceptance path ask for beyond the way that a scenario walks (domain.md §12).
const clock = { at: new Date('2026-11-24T01:00:00Z') }
const app = useApp({ now: () => clock.at })
let desk: Work | undefined

beforeAll(async () => {
  desk = openWork({
    database: app.database,
    catalogue: await loadCatalogue(catalogueFolder),
    files: new FileStore('/nonexistent'),
    events: new EventEmitter(),
    now: () => clock.at,
  })
})

const all = scenariosByProcess()
function scenario(process: string, name: RegExp): Scenario {
  const found = all.find((one) => one.process === process)?.scenarios.find((one) => name.test(one.name))
  if (!found) throw new Error(`${process} has no scenario ${String(name)}`)
  return found
}
function player(): Player {
  if (!desk) throw new Error('no desk')
  return new Player(app, desk, clock)
}
const madeOf = (records: RecordSummary[], kind: string): RecordSummary | undefined =>
  records.find((record) => record.kind === kind)

async function record(id = ''): Promise<RecordDetail> {
  const answer = await app.as('marketManager')({ method: 'GET', url: `/api/records/${id}` })
  return answer.json<RecordDetail>()
}
/** Kinds of the documents that a record is based on. */
const basisOf = ({ links }: RecordDetail): string[] =>
  links.flatMap(({ type, direction, record: { id } }) => (type === 'basis' && direction === 'to' ? id : []))

describe('path 9', () => {
  it('an activity calls the research, waits for it, rests on its report, and leaves a template that is used again', async () => {
    const one = player()
    const activity = scenario('SC-007', /^常规活动：调用市场调研/)
    const isOwn = ({ call }: Scenario['steps'][number]) => call === undefined
    await one.play({ ...activity, steps: [] })
    const planning = await one.playCalled('SC-001', scenario('SC-001', /^由市场活动策划流程调用/))
    expect(planning.status).toBe('completed')
    const research = await one.playCalled('SC-002', scenario('SC-002', /^由市场活动策划流程调用/))
    expect(research.status).toBe('completed')
    const report = madeOf(research.records, 'MRR')
    await one.playSteps(activity.steps.filter(isOwn))
    const first = await one.page()
    expect(first.status).toBe('completed')
    const plan = await record(madeOf(first.records, 'MAP')?.id)
    expect(plan.data['researchReportNo']).toBe(report?.id)
    expect(basisOf(plan)).toContain(report?.id)

    const template = madeOf(first.records, 'MAT')
    const again = scenario('SC-007', /^引用以往的活动样板/)
    const variables = { templateNo: template?.id, researchReportNo: report?.id }
    const two = player()
    await two.play({ ...again, start: { ...again.start, variables } })
    const next = await record(madeOf((await two.page()).records, 'MAP')?.id)
    expect(basisOf(next)).toContain(template?.id)
  })
})

describe('path 10', () => {
  it('the summary of a training holds the averages of what the trainees answered', async () => {
    const training = player()
    const straight = scenario('SC-008', /^一次通过/)
    await training.play(straight)
    const summary = await record(madeOf((await training.page()).records, 'TSM')?.id)
    expect(summary.data).toMatchObject({
      sampleCount: 2,
      avgScores: [
        { dimension: 'satisfaction', average: 4.5, lowest: 4 },
        { dimension: 'content', average: 3.5, lowest: 3 },
        { dimension: 'trainer', average: 5, lowest: 5 },
        { dimension: 'organization', average: 4, lowest: 4 },
      ],
    })
  })
})
