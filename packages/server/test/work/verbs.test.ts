import type { ExpectedStep, InstanceVerb, TaskVerb, VerbOffer } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'

const app = useApp()
const work = new Work(app)

const post = (by: string, url: string, payload: object = {}) => app.as(by)({ method: 'POST', url, payload })
const codeOf = (answer: { json: () => unknown }): string => (answer.json() as { code: string }).code

/** A plan that waits for its budget approval. */
async function atBudget(): Promise<string> {
  const { id } = await work.start('marketManager', 'SC-001')
  await work.act('marketManager', id, 'SC001_draftPlan', 'submit', {
    data: { ...completePlan(), researchType: 'routine' },
  })
  await work.act('productMarketingManager', id, 'SC001_reviewPlan', 'approve')
  return id
}

const open = async (by: string, id: string): Promise<string[]> =>
  (await work.instance(by, id)).tasks.flatMap(({ state, elementId }) => (state === 'open' ? elementId : []))

async function act(by: string, id: string, elementId: string, verb: TaskVerb, payload: object = {}) {
  const task = await work.openTask(by, id, elementId)
  return post(by, `/api/tasks/${task.id}/${verb}`, payload)
}

const onInstance = (by: string, id: string, verb: InstanceVerb, payload: object = {}) =>
  post(by, `/api/instances/${id}/${verb}`, payload)

describe('verbs on a task over HTTP', () => {
  it('退回上一步 opens the step before, and 直接回到我这里 comes straight back', async () => {
    const id = await atBudget()
    const refused = await act('businessUnitManager', id, 'SC001_approveBudget', 'returnToPrevious')
    expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'OPINION_REQUIRED'])
    const answer = await act('businessUnitManager', id, 'SC001_approveBudget', 'returnToPrevious', {
      opinion: '请再核一遍内容',
      then: 'direct',
    })
    expect(answer.statusCode).toBe(200)
    expect(await open('marketManager', id)).toEqual(['SC001_reviewPlan'])
    await work.act('productMarketingManager', id, 'SC001_reviewPlan', 'approve')
    expect(await open('marketManager', id)).toEqual(['SC001_approveBudget'])
    const { timeline } = await work.instance('marketManager', id)
    expect(timeline).toContainEqual(
      expect.objectContaining({ type: 'verb', verb: 'returnToPrevious', opinion: '请再核一遍内容' }),
    )
  })

  it('退回发起人 gives the author V2 of his document, and everybody is asked again', async () => {
    const id = await atBudget()
    await act('businessUnitManager', id, 'SC001_approveBudget', 'returnToStarter', {
      opinion: '预算需要细化',
    })
    const draft = await work.openTask('marketManager', id, 'SC001_draftPlan')
    expect(await work.task('marketManager', draft.id)).toMatchObject({
      mode: 'form',
      record: { status: 'returned', version: 1 },
    })
    await work.act('marketManager', id, 'SC001_draftPlan', 'submit', { data: completePlan() })
    expect(await open('marketManager', id)).toEqual(['SC001_reviewPlan'])
  })

  it('转办 puts it before somebody else, who must be cleared for it', async () => {
    const id = await atBudget()
    const nobody = await act('businessUnitManager', id, 'SC001_approveBudget', 'transfer', {
      to: { person: 'nobodyAtAll' },
    })
    expect(codeOf(nobody)).toBe('NO_SUCH_PERSON')
    expect(codeOf(await act('businessUnitManager', id, 'SC001_approveBudget', 'transfer'))).toBe(
      'NOBODY_CHOSEN',
    )
    await act('businessUnitManager', id, 'SC001_approveBudget', 'transfer', {
      to: { person: 'financeManager' },
    })
    await work.act('financeManager', id, 'SC001_approveBudget', 'approve')
    expect(await open('marketManager', id)).toContain('SC001_jointSign')
  })

  it('委派 asks somebody first and comes back to the one who decides', async () => {
    const id = await atBudget()
    await act('businessUnitManager', id, 'SC001_approveBudget', 'delegate', {
      to: { person: 'financeManager' },
    })
    await work.act('financeManager', id, 'SC001_approveBudget', 'approve', { opinion: '金额合理' })
    await work.act('businessUnitManager', id, 'SC001_approveBudget', 'approve')
    expect(await open('marketManager', id)).toContain('SC001_jointSign')
  })

  it('加签 of whoever gave advice before: then he decides as well', async () => {
    const id = await atBudget()
    const step = 'SC001_approveBudget'
    await act('businessUnitManager', id, step, 'delegate', { to: { person: 'financeManager' } })
    await work.act('financeManager', id, step, 'reject', { opinion: '偏高' })
    await act('businessUnitManager', id, step, 'addSignerAfter', { signers: [{ person: 'financeManager' }] })
    expect(await open('marketManager', id)).toEqual([step])
    await work.act('financeManager', id, step, 'approve')
    expect(await open('marketManager', id)).toContain('SC001_jointSign')
  })

  it('加签 before, refused, is a refusal of the place; 减签 takes the added one away again', async () => {
    const id = await atBudget()
    await act('businessUnitManager', id, 'SC001_approveBudget', 'addSignerParallel', {
      signers: [{ person: 'financeManager' }, { person: 'technicalDirector' }],
      mode: 'all',
    })
    const mine = await work.openTask('businessUnitManager', id, 'SC001_approveBudget')
    const offers = (
      await app.as('businessUnitManager')({ method: 'GET', url: `/api/tasks/${mine.id}/verbs` })
    ).json<{ items: VerbOffer[] }>().items
    const removal = offers.find(({ verb }) => verb === 'removeSigner')
    expect(removal?.signers?.map(({ name }) => name).sort()).toEqual(
      ['技术总监（演示）', '财务经理（演示）'].sort(),
    )
    const director = removal?.signers?.find(({ name }) => name.startsWith('技术总监'))
    await post('businessUnitManager', `/api/tasks/${mine.id}/removeSigner`, { signer: director?.signer })
    await work.act('financeManager', id, 'SC001_approveBudget', 'reject', { opinion: '超出年度预算' })
    expect(await open('marketManager', id)).toEqual(['SC001_draftPlan'])
  })

  it('收回 opens my own step again while nothing that followed was touched', async () => {
    const id = await atBudget()
    const { tasks } = await work.instance('marketManager', id)
    const review = tasks.find(({ elementId }) => elementId === 'SC001_reviewPlan')
    const stranger = await post('technicalDirector', `/api/tasks/${review?.id}/takeBack`)
    expect(codeOf(stranger)).toBe('NOT_FOUND')
    const answer = await post('productMarketingManager', `/api/tasks/${review?.id}/takeBack`)
    expect(answer.statusCode).toBe(200)
    expect(await open('marketManager', id)).toEqual(['SC001_reviewPlan'])
    const second = await post('productMarketingManager', `/api/tasks/${review?.id}/takeBack`)
    expect(codeOf(second)).toBe('VERB_REFUSED')
  })

  it('each verb says before the click whether it is possible, and why not', async () => {
    const id = await atBudget()
    const task = await work.openTask('businessUnitManager', id, 'SC001_approveBudget')
    const offers = (
      await app.as('businessUnitManager')({ method: 'GET', url: `/api/tasks/${task.id}/verbs` })
    ).json<{ items: VerbOffer[] }>().items
    expect(offers.find(({ verb }) => verb === 'jump')).toMatchObject({
      allowed: false,
      hint: '只有流程管理员可以这样做',
    })
    const targets = offers.find(({ verb }) => verb === 'returnToStep')?.targets
    expect(targets?.map(({ elementId }) => elementId)).toEqual(['SC001_reviewPlan', 'SC001_draftPlan'])
    const others = await app.as('marketManager')({ method: 'GET', url: `/api/tasks/${task.id}/verbs` })
    expect(others.json<{ items: VerbOffer[] }>().items.find(({ verb }) => verb === 'transfer')).toMatchObject(
      {
        allowed: false,
        hint: '任务不在您这里',
      },
    )
  })
})

describe('verbs on an instance', () => {
  it('撤回 by the starter withdraws everything, and the document is his again', async () => {
    const id = await atBudget()
    expect(codeOf(await onInstance('businessUnitManager', id, 'withdraw'))).toBe('VERB_REFUSED')
    expect((await onInstance('marketManager', id, 'withdraw', { opinion: '需要补充' })).statusCode).toBe(200)
    expect(await open('marketManager', id)).toEqual(['SC001_draftPlan'])
  })

  it('终止 needs a reason, ends the instance and leaves its documents void', async () => {
    const id = await atBudget()
    expect(codeOf(await onInstance('marketManager', id, 'terminate'))).toBe('OPINION_REQUIRED')
    await onInstance('marketManager', id, 'terminate', { opinion: '项目取消' })
    const instance = await work.instance('marketManager', id)
    expect(instance).toMatchObject({ status: 'cancelled', records: [{ status: 'void' }] })
    expect(codeOf(await onInstance('marketManager', id, 'urge'))).toBe('INSTANCE_ENDED')
  })

  it('催办, 抄送 and 评论 move nothing; whoever is copied in or mentioned may read', async () => {
    const id = await atBudget()
    const before = await open('marketManager', id)
    expect((await onInstance('marketManager', id, 'urge', { opinion: '请今天办理' })).statusCode).toBe(200)
    await onInstance('marketManager', id, 'copy', { people: ['graphicDesigner'] })
    await onInstance('marketManager', id, 'comment', { opinion: '见附件', people: ['adminAssistant'] })
    expect(await open('marketManager', id)).toEqual(before)
    for (const reader of ['graphicDesigner', 'adminAssistant']) {
      const box = await app.as(reader)({ method: 'GET', url: '/api/tasks?box=cc' })
      expect(
        box.json<{ items: { instance: { id: string } }[] }>().items.map(({ instance }) => instance.id),
      ).toContain(id)
    }
    const { timeline } = await work.instance('graphicDesigner', id)
    expect(timeline.flatMap(({ verb }) => verb ?? [])).toEqual(['urge', 'copy', 'comment'])
  })

  it('says who will be asked next, and why', async () => {
    const { id } = await work.start('marketManager', 'SC-001')
    await work.act('marketManager', id, 'SC001_draftPlan', 'submit', { data: completePlan() })
    const answer = await app.as('marketManager')({ method: 'GET', url: `/api/instances/${id}/expected` })
    const { steps } = answer.json<{ steps: ExpectedStep[] }>()
    expect(steps.map(({ elementId }) => elementId).slice(0, 4)).toEqual([
      'SC001_reviewPlan',
      'SC001_approveBudget',
      'SC001_gmReview',
      'SC001_jointSign',
    ])
    expect(steps[2]?.people.map(({ username }) => username)).toEqual(['generalManager'])
  })
})

describe('离职转办', () => {
  it('everything that waits for one person alone goes to another, in all instances', async () => {
    const [one, two] = [await atBudget(), await atBudget()]
    const leaving = app.idOf('businessUnitManager')
    expect(
      (await post('marketManager', `/api/people/${leaving}/hand-over`, { to: 'financeManager' })).statusCode,
    ).toBe(403)
    const answer = await post('processAdmin', `/api/people/${leaving}/hand-over`, {
      to: 'financeManager',
      reason: '岗位调整',
    })
    expect(answer.json<{ tasks: number }>().tasks).toBeGreaterThanOrEqual(2)
    for (const id of [one, two]) await work.act('financeManager', id, 'SC001_approveBudget', 'approve')
  })
})
