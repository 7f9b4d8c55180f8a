import type { ExpectedStep, StepHolders } from '@canmou/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { localDay } from '../../src/organization/local-day.ts'
import { useApp } from '../app.ts'
import { Work } from './approval.ts'
import { author, drawnProcesses } from './drawn-process.ts'

// What a person is told of a step before it is there: how long it will have, what happens then, who stands in for whom.
const app = useApp()
const work = new Work(app)
const { begin, install } = drawnProcesses(app, work, 'FOR')
const superior = 'productMarketingManager'
const day = (offset: number): string => localDay(new Date(Date.now() + offset * 86_400_000))

const expectedOf = async (id: string): Promise<ExpectedStep[]> => {
  const answer = await app.as(author)({ method: 'GET', url: `/api/instances/${id}/expected` })
  return answer.json<{ steps: ExpectedStep[] }>().steps
}

async function substitute(person: string, by: string, more: object = {}): Promise<void> {
  const payload = { substitute: by, from: day(0), to: day(3), ...more }
  const answer = await app.as(person)({ method: 'POST', url: '/api/substitutions', payload })
  expect(answer.statusCode, answer.body).toBe(201)
}

afterEach(async () => {
  await app.database.asSystem((tx) => tx.execute('update substitutions set valid_to = valid_from'))
})

const texts = ({ time }: ExpectedStep) => time.map(({ name, text }) => `${name}：${text}`)

describe('a step to come', () => {
  const drawing = [
    'user A c:decision=none out:howLong="=given"',
    `user B group=${superior} c:limit=P1DT4H c:reminders=2 c:remindBefore=PT2H c:remindEvery=PT30M c:onLimit=escalate`,
    'user C group=technicalDirector c:limit="=howLong" c:onLimit=pass',
    'user D group=technicalDirector c:limit=PT30M c:reminders=1 c:onLimit=escalate c:escalateTo=generalManager',
    'user F group=technicalDirector due=2026-12-01',
    'S > A > B > C > D > F > E',
  ].join('\n')

  it('says its time limit, the reminders and what happens when it is over', async () => {
    const steps = await expectedOf(await begin(drawing))
    const [, b, c, d, f] = steps
    expect(steps.map(({ elementId }) => elementId)).toEqual(['A', 'B', 'C', 'D', 'F'])
    expect(b && texts(b)).toEqual([
      '时限：1 个工作日 4 小时（按工作日历）',
      '提醒：到期前 2 小时开始，每隔 30 分钟一次，共 2 次',
      '逾期后：升级给上级',
    ])
    expect(c && texts(c)).toEqual(['时限：到达时按所填数据确定', '逾期后：按规则自动通过'])
    expect(d && texts(d)).toEqual([
      '时限：30 分钟（按工作日历）',
      '提醒：到期时提醒一次',
      '逾期后：升级给 公司总经理',
    ])
    // A day is until work ends on it.
    expect(f && [texts(f), f.dueAt]).toEqual([[], '2026-12-01T09:30:00.000Z'])
  })

  it('says it before the process is started, by what the start form has so far', async () => {
    const process = await install(drawing)
    const ask = (by: string, data: object) =>
      app.as(by)({ method: 'POST', url: `/api/processes/${process}/expected`, payload: { data } })
    const { steps } = (await ask(author, {})).json<{ steps: ExpectedStep[] }>()
    expect(steps.map(({ elementId, certainty }) => `${elementId} ${certainty}`)).toEqual([
      'A certain',
      'B certain',
      'C certain',
      'D certain',
      'F certain',
    ])
    expect(steps[0]?.people.map(({ username }) => username)).toEqual([author])
    expect(steps[1] && texts(steps[1])[2]).toBe('逾期后：升级给上级')
    const refused = await ask('production', {})
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'PROCESS_NOT_YOURS'])
    const { items } = (await app.as(author)({ method: 'GET', url: '/api/tasks?box=started' })).json<{
      items: { instance: { processId: string } }[]
    }>()
    expect(items.filter(({ instance }) => instance.processId === process)).toEqual([])
  })

  it('of the start form as it stands, even before it is complete', async () => {
    const ask = async (data: object): Promise<ExpectedStep[]> => {
      const url = '/api/processes/SC-004/expected'
      const answer = await app.as(superior)({ method: 'POST', url, payload: { data } })
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json<{ steps: ExpectedStep[] }>().steps
    }
    expect((await ask({})).length).toBeGreaterThan(0)
    const [first] = await ask({ planMonth: '2026-12' })
    // domain.md §8 A6: the sales plan of December is due at the end of work on the 26th of November
    expect(first?.dueAt).toBe('2026-11-26T09:30:00.000Z')
  })
})

describe('who may act in another’s place', () => {
  it('is named with the period and the processes, unless he began it or is not cleared for it', async () => {
    const id = await begin(`user A c:decision=none\nuser B group=${superior}\nS > A > B > E`)
    const named = async () =>
      (await expectedOf(id))[1]?.substitutes.map(({ person, insteadOf, reason }) => [
        person.username,
        insteadOf.username,
        reason,
      ])
    expect(await named()).toEqual([])
    const { processId } = await work.instance(author, id)
    await substitute(superior, 'production', { processes: ['SC-001', processId] })
    const [, b] = await expectedOf(id)
    expect(await named()).toEqual([
      [
        'production',
        superior,
        `代理${b?.people[0]?.name ?? ''}：${day(0)} 至 ${day(3)}，限 SC-001、${processId}`,
      ],
    ])
    await substitute(superior, author)
    expect((await named())?.map(([who]) => who)).toEqual(['production'])
    const clear = (rank: number) =>
      app.database.asSystem((tx) =>
        tx.execute("update people set clearance = $1 where username = 'production'", [rank]),
      )
    await clear(0)
    try {
      expect(await named()).toEqual([])
      // Neither is he told of as a substitute of what is open, which he cannot see.
      await work.act(author, id, 'A', 'submit')
      const { tasks } = await work.instance(author, id)
      expect(tasks.find(({ elementId }) => elementId === 'B')?.substitutes).toBeUndefined()
    } finally {
      await clear(3)
    }
  })

  it('stands in 谁来办 too, with why, and why not', async () => {
    await substitute('businessUnitManager', 'financeManager')
    await substitute('businessUnitManager', 'technology')
    const url = '/api/processes/SC-001/steps/SC001_approveBudget/holders'
    const ask = async (query: string) =>
      (await app.as(author)({ method: 'GET', url: `${url}${query}` })).json<StepHolders>().tasks[0]
        ?.substitutes
    const all = await ask('?level=secret')
    expect(all?.map(({ person, isChosen }) => [person.username, isChosen])).toEqual([
      ['financeManager', true],
      ['technology', false],
    ])
    expect(all?.[0]?.reasons).toEqual([
      `代理${all?.[0]?.insteadOf.name ?? ''}：${day(0)} 至 ${day(3)}，全部流程`,
    ])
    expect(all?.[1]?.reasons.at(-1)).toBe('涉密等级“内部”低于密级“秘密”，不交办')
    expect(await ask(`?at=${day(9)}T03:00:00Z`)).toEqual([])
  })
})
