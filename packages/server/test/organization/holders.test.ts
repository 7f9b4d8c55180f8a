import { describe, expect, it } from 'vitest'
import type { OpenTasks, ProcessDetail, StepHolders } from '@canmou/contract'
import { useApp } from '../app.ts'
import { Work } from '../work/approval.ts'
import { Editor, present, today } from './editor.ts'

const app = useApp()
const editor = new Editor(app)
const work = new Work(app)

const holders = (process: string, element: string, search = '', by = 'marketManager'): Promise<StepHolders> =>
  editor.get(`/api/processes/${process}/steps/${element}/holders${search}`, by)
const names = (step: StepHolders): string[][] =>
  step.tasks.map((task) => task.holders.map(({ username }) => username))

describe('who gets a step today', () => {
  it('the holders of its position, with the day since when', async () => {
    const step = await holders('SC-001', 'SC001_reviewPlan')
    expect(names(step)).toEqual([['productMarketingManager']])
    expect(step.tasks[0]?.groups).toMatchObject([
      {
        id: 'productMarketingManager',
        name: '产品市场部经理',
        kind: 'position',
        positions: [
          { people: [{ isChosen: true, reasons: ['自 2000-01-01 起担任“产品市场部经理”'] }], reasons: [] },
        ],
      },
    ])
  })

  it('one task for each position that the settings name', async () => {
    const step = await holders('SC-001', 'SC001_jointSign')
    expect(step.mode).toBe('each')
    expect(names(step)).toEqual([
      ['productMarketingManager'],
      ['technicalDirector'],
      ['generalManager'],
      ['keyAccountDeptManager'],
    ])
  })

  it('what only the running process knows is said so', async () => {
    const processes = await editor.get<{ items: { id: string }[] }>('/api/processes')
    const sentences = new Set<string>()
    for (const { id } of processes.items) {
      const { steps } = await editor.get<ProcessDetail>(`/api/processes/${id}`)
      for (const { elementId } of steps) {
        const step = await holders(id, elementId)
        expect([elementId, step.tasks.length + step.atRunTime.length > 0]).toEqual([elementId, true])
        for (const sentence of step.atRunTime) sentences.add(sentence)
      }
    }
    expect([...sentences].some((sentence) => sentence.includes('在运行时确定'))).toBe(true)
  })

  it('is the same choice by which a task is then put before people', async () => {
    const { id } = await editor.takeIn('actingManager', { clearance: 'secret' })
    await editor.appoint(id, 'productMarketingManager')
    const expected = names(await holders('SC-001', 'SC001_reviewPlan'))[0]
    expect(expected).toEqual(['actingManager', 'productMarketingManager'])
    const instance = await work.planBeforeReview()
    const { tasks } = await work.instance('marketManager', instance)
    const open = present(tasks.find(({ state }) => state === 'open'))
    expect(open.holders.map(({ username }) => username).sort()).toEqual(expected)
  })

  it('who is disabled or not cleared is left out, and why', async () => {
    const { id } = await editor.takeIn('uncleared', { clearance: 'internal' })
    await editor.appoint(id, 'businessUnitManager', { from: '2020-01-01' })
    const disabled = await editor.takeIn('disabled')
    await editor.appoint(disabled.id, 'businessUnitManager', { from: '2020-01-01' })
    await editor.send('PATCH', `people/${disabled.id}`, { revision: 1, isDisabled: true })
    const step = await holders('SC-001', 'SC001_approveBudget', '?level=secret')
    expect(names(step)).toEqual([['businessUnitManager']])
    const people = present(step.tasks[0]?.groups[0]?.positions[0]).people
    const reasonOf = (username: string) =>
      people.find(({ person }) => person.username === username)?.reasons.at(-1)
    expect(reasonOf('disabled')).toBe('账号已停用，不交办')
    expect(reasonOf('uncleared')).toBe('涉密等级“内部”低于密级“秘密”，不交办')
    expect(people.filter(({ isChosen }) => isChosen).map(({ person }) => person.username)).toEqual([
      'businessUnitManager',
    ])
  })

  it('nobody: the 流程管理员, on that day only', async () => {
    const { assignments } = await editor.positionPage('businessUnitManager')
    for (const { id, revision, state } of assignments) {
      if (state === 'current') await editor.send('PATCH', `assignments/${id}`, { revision, to: today(-1) })
    }
    const now = await holders('SC-001', 'SC001_approveBudget')
    expect(names(now)).toEqual([['processAdmin']])
    expect(now.tasks[0]?.groups[0]?.positions[0]).toMatchObject({
      people: [],
      reasons: ['“事业部经理”目前无人担任'],
    })
    expect(now.tasks[0]?.fallback).toMatchObject({
      reason: '没有人可以办理，交给流程管理员',
      people: [{ person: { username: 'processAdmin' }, isChosen: true }],
    })
    const then = await holders('SC-001', 'SC001_approveBudget', `?at=${today(-3)}T03:00:00Z`)
    expect(names(then)).toEqual([['businessUnitManager', 'uncleared']])
  })

  it('an unknown process or step has its code', async () => {
    const ask = async (url: string) => (await app.as('marketManager')({ url })).json<{ code: string }>().code
    expect(await ask('/api/processes/SC-999/steps/x/holders')).toBe('PROCESS_UNKNOWN')
    expect(await ask('/api/processes/SC-001/steps/nothing/holders')).toBe('STEP_UNKNOWN')
  })
})

describe('what would be left lying', () => {
  it('open tasks that one person alone has, on the pages of the person and of the position', async () => {
    const instance = await work.planBeforeReview()
    await work.act('productMarketingManager', instance, 'SC001_reviewPlan', 'approve')
    const id = app.idOf('processAdmin')
    const alone = await editor.get<OpenTasks>(`/api/organization/people/${id}/open-tasks`)
    expect(alone.items.map((item) => [item.instance.id, item.task.elementId])).toEqual([
      [instance, 'SC001_approveBudget'],
    ])
    const review = await editor.get<OpenTasks>(
      `/api/organization/people/${app.idOf('productMarketingManager')}/open-tasks`,
    )
    // Put before the acting manager as well, so it is not left lying.
    expect(review.items).toEqual([])
    const { id: draft } = await work.start('marketManager', 'SC-001')
    const url = '/api/organization/positions/marketManager/open-tasks'
    const ofPosition = await editor.get<OpenTasks>(url, 'marketManager')
    expect(ofPosition.items.map((item) => item.instance.id)).toContain(draft)
    const asAdmin = await editor.get<OpenTasks>(url)
    expect(asAdmin.items.length + asAdmin.hidden).toBe(ofPosition.items.length)
  })

  it('the 流程管理员 is told how many more there are than he may see', async () => {
    const { id: instance } = await work.start('marketManager', 'SC-001')
    const url = `/api/organization/people/${app.idOf('marketManager')}/open-tasks`
    const asManager = await editor.get<OpenTasks>(url, 'marketManager')
    expect(asManager.items.map((item) => item.instance.id)).toContain(instance)
    const asAdmin = await editor.get<OpenTasks>(url)
    expect(asAdmin.items.length + asAdmin.hidden).toBe(asManager.items.length)
    const stranger = await editor.get<OpenTasks>(url, 'keyAccountManager1')
    expect(stranger).toEqual({ items: [], hidden: 0 })
  })
})
