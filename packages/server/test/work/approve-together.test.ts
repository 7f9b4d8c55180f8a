import type { BoxItem, TogetherDone } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { Work } from './approval.ts'
import { author, drawnProcesses } from './drawn-process.ts'

const app = useApp()
const work = new Work(app)
const { begin, install } = drawnProcesses(app, work, 'TGT')
const reviewer = 'technicalDirector'
const allowed = `user A group=${reviewer} c:batch=allowed c:words=review\nS > A > E`
const oneByOne = `user A group=${reviewer}\nS > A > E`

const open = async (instance: string, by = reviewer): Promise<string> =>
  (await work.openTask(by, instance, 'A')).id
const statusOf = async (id: string): Promise<string> => (await work.instance(author, id)).status

async function approve(
  by: string,
  payload: { taskIds: string[]; opinion?: string },
  key?: string,
): Promise<TogetherDone['items']> {
  const headers = key === undefined ? {} : { 'idempotency-key': key }
  const answer = await app.as(by)({ method: 'POST', url: '/api/tasks/approve', payload, headers })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<TogetherDone>().items
}

describe('批量同意', () => {
  it('approves each, with the opinion, and says in the history that it was done together', async () => {
    const code = await install(allowed)
    const runs = await Promise.all([1, 2, 3].map(async () => (await work.start(author, code)).id))
    const taskIds = await Promise.all(runs.map((id) => open(id)))
    const items = await approve(reviewer, { taskIds, opinion: '同意，按计划执行' })
    expect(items).toEqual(taskIds.map((taskId) => ({ taskId })))
    for (const id of runs) {
      const { status, timeline } = await work.instance(author, id)
      expect(status).toBe('completed')
      expect(timeline.find(({ type }) => type === 'taskCompleted')).toMatchObject({
        decisionLabel: '通过',
        opinion: '同意，按计划执行',
        isTogether: true,
      })
    }
  })

  it('is offered in 待办 under the word of the step, where the step allows it', async () => {
    const [together, alone] = [await begin(allowed), await begin(oneByOne)]
    const { items } = (await app.as(reviewer)({ method: 'GET', url: '/api/tasks?box=todo&limit=100' })).json<{
      items: BoxItem[]
    }>()
    const labelOf = (id: string) => items.find(({ instance }) => instance.id === id)?.task?.togetherLabel
    expect(labelOf(together)).toBe('通过')
    expect(labelOf(alone)).toBeUndefined()
  })

  it('refuses by itself what is not allowed, done, or before somebody else, and does the rest', async () => {
    const [fine, alone, done, foreign] = [
      await begin(allowed),
      await begin(oneByOne),
      await begin(allowed),
      await begin('user A group=generalManager c:batch=allowed\nS > A > E'),
    ]
    const taskIds = [
      await open(alone),
      await open(done),
      await open(foreign, 'generalManager'),
      await open(fine),
    ]
    await work.act(reviewer, done, 'A', 'approve')
    const items = await approve(reviewer, { taskIds })
    expect(items.map(({ refusal }) => refusal?.code)).toEqual([
      'NOT_TOGETHER',
      'TASK_DONE',
      'NOT_FOUND',
      undefined,
    ])
    expect(items[0]?.refusal?.message).toBe('此环节不能批量办理，请逐项办理')
    expect([await statusOf(alone), await statusOf(foreign), await statusOf(fine)]).toEqual([
      'running',
      'running',
      'completed',
    ])
  })

  it('repeated with its key does what was not done yet, and says the same of what was', async () => {
    const [first, second] = [await open(await begin(allowed)), await open(await begin(allowed))]
    const key = 'together-again'
    // The program was ended between the two: the first is done, the answer was lost.
    expect(await approve(reviewer, { taskIds: [first] }, key)).toEqual([{ taskId: first }])
    const both = { taskIds: [first, second] }
    const done = [{ taskId: first }, { taskId: second }]
    expect(await approve(reviewer, both, key)).toEqual(done)
    expect(await approve(reviewer, both, key)).toEqual(done)
  })

  it('done twice in the same instant, each task is done once', async () => {
    const runs = await Promise.all([1, 2, 3, 4, 5].map(() => begin(allowed)))
    const taskIds = await Promise.all(runs.map((id) => open(id)))
    const [one, other] = await Promise.all([
      approve(reviewer, { taskIds }),
      approve(reviewer, { taskIds: taskIds.toReversed() }),
    ])
    for (const taskId of taskIds) {
      const answers = [...one, ...other].filter((item) => item.taskId === taskId)
      expect(answers.map(({ refusal }) => refusal?.code).toSorted()).toEqual(['TASK_DONE', undefined])
    }
  })

  it.each([
    ['none', []],
    ['the same twice', ['x', 'x']],
    ['too many', Array.from({ length: 51 }, (_, index) => String(index))],
  ])('takes between one and fifty different tasks, not %s', async (_, marks) => {
    const id = await open(await begin(allowed))
    const taskIds = marks.map((mark) => (mark === 'x' ? id : `${id.slice(0, -2)}${mark.padStart(2, '0')}`))
    const answer = await app.as(reviewer)({ method: 'POST', url: '/api/tasks/approve', payload: { taskIds } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'REQUEST_INVALID' })
  })
})
