import type { Failure } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { localDay } from '../../src/organization/local-day.ts'
import { useApp } from '../app.ts'
import { completePlan } from '../records/plan.ts'
import { foresee, stepsAtOnce } from '../scenarios/foreseen-act.ts'
import { Work } from './approval.ts'
import { author, drawnProcesses } from './drawn-process.ts'

// What whoever does a task is told of what follows: worked out from what is on his form, saved or not, as if it were sent.
const app = useApp()
const work = new Work(app)
const { begin } = drawnProcesses(app, work, 'FSA')
const superior = 'productMarketingManager'
const day = (offset: number): string => localDay(new Date(Date.now() + offset * 86_400_000))

/** A plan that goes to somebody else where the research is of a major topic. */
const drawing = [
  'user A form=MRP out:planId="=recordId" out:kind="=researchType"',
  'xor G',
  `user B group=${superior} c:limit=P1D`,
  'user C group=technicalDirector',
  'S > A > G >[kind = "majorTopic"] B > E',
  'G >else C > E2',
].join('\n')

const plan = (researchType: string) => ({ data: { ...completePlan(), researchType } })

/** How much the department has written down, and which numbers it has given. */
const written = () =>
  app.database.asSystem((tx) =>
    tx.query(
      `select (select count(*) from steps) as steps, (select count(*) from tasks) as tasks,
              (select count(*) from record_versions) as versions, (select count(*) from jobs) as jobs,
              (select jsonb_agg(d order by record_id) from record_drafts d) as drafts,
              (select jsonb_agg(n) from number_sequences n) as numbers`,
    ),
  )

describe('what a task is followed by', () => {
  it('is told by what is on the form and not saved, with limit and substitutes, and nothing is written', async () => {
    const id = await begin(drawing)
    const { id: taskId } = await work.openTask(author, id, 'A')
    const { record } = await work.task(author, taskId)
    const saved = await app.as(author)({
      method: 'PUT',
      url: `/api/records/${record?.id ?? ''}/draft`,
      payload: { ...plan('routine'), revision: record?.draftRevision },
    })
    expect(saved.statusCode, saved.body).toBe(200)
    const payload = { substitute: 'production', from: day(0), to: day(3) }
    await app.as(superior)({ method: 'POST', url: '/api/substitutions', payload })
    const before = await written()
    const told = await foresee(app, author, taskId, 'submit', plan('majorTopic'))
    const asSaved = await foresee(app, author, taskId, 'submit', {})
    expect(stepsAtOnce(told)).toMatchObject([
      {
        elementId: 'B',
        people: [{ username: superior }],
        substitutes: [{ person: { username: 'production' } }],
        time: [{ text: '1 个工作日（按工作日历）' }, {}],
      },
    ])
    expect(told.steps).toHaveLength(1)
    expect(stepsAtOnce(asSaved).map(({ elementId }) => elementId)).toEqual(['C'])
    expect(await written()).toEqual(before)
    const { status, tasks } = await work.instance(author, id)
    expect([status, tasks.map(({ state }) => state)]).toEqual(['running', ['open']])
  })

  it('is the end where nothing does', async () => {
    const id = await begin('user A\nS > A > E')
    const { id: taskId } = await work.openTask(author, id, 'A')
    expect(await foresee(app, author, taskId, 'approve', {})).toEqual({ steps: [], isLast: true })
  })

  it('is nothing that was open before', async () => {
    const id = await begin('user A\nuser B\nand F\nand J\nS > F > A > J\nF > B > J\nuser C\nJ > C > E')
    const { id: taskId } = await work.openTask(author, id, 'A')
    const { steps } = await foresee(app, author, taskId, 'approve', {})
    expect(steps.map(({ elementId, certainty }) => `${elementId} ${certainty}`)).toEqual([
      'B open',
      'C certain',
    ])
    expect(stepsAtOnce({ steps, isLast: false })).toEqual([])
  })

  it('is refused as doing it would be', async () => {
    const id = await begin(drawing)
    const { id: taskId } = await work.openTask(author, id, 'A')
    const ask = async (by: string, verb: string, data: object) => {
      const url = `/api/tasks/${taskId}/${verb}/expected`
      const answer = await app.as(by)({ method: 'POST', url, payload: { data } })
      return [answer.statusCode, answer.json<Failure>().code]
    }
    expect(await ask(author, 'submit', {})).toEqual([422, 'RECORD_INVALID'])
    expect(await ask(author, 'reject', completePlan())).toEqual([409, 'VERB_NOT_OFFERED'])
    expect(await ask('production', 'submit', completePlan())).toEqual([404, 'NOT_FOUND'])
    await work.act(author, id, 'A', 'submit', plan('routine'))
    expect(await ask(author, 'submit', completePlan())).toEqual([409, 'TASK_DONE'])
  })
})
