import type { BoxCounts, BoxItem, InstanceDetail, TaskDetail } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { bpmnXml } from '../../../engine/test/golden/build/bpmn-xml.ts'
import { readDrawing } from '../../../engine/test/golden/build/notation.ts'
import { useApp } from '../app.ts'
import { Work } from './approval.ts'
import { installProcess } from './install-process.ts'

// What people have reported of other systems, as it is here over HTTP. The engine's own cases of the same reports are in
// packages/engine/test/golden/reported.
const clock = { at: new Date('2026-11-24T01:00:00Z') }
const app = useApp({ now: () => clock.at })
const work = new Work(app)

const author = 'marketManager'
const tech = 'technicalDirector'
const gm = 'generalManager'
const sales = 'keyAccountDeptManager'
const finance = 'financeManager'
const three = [tech, gm, sales].join(',')

let drawn = 0
/** A run of a drawing by the 市场经理; steps without a group are his. */
async function begin(text: string): Promise<string> {
  const id = `RPT-${++drawn}`
  const drawing = readDrawing(text)
  for (const node of drawing.nodes) {
    if (node.type === 'user' && !node.attributes.has('group')) node.attributes.set('group', author)
  }
  const bpmnId = `RPT_${drawn}`
  await installProcess(app.database, { id, bpmnId, name: '报告的情形', xml: bpmnXml(bpmnId, drawing) })
  return (await work.start(author, id)).id
}

/** What waits for somebody in this run, as his 待办 shows it. */
async function todo(by: string, id: string): Promise<string[]> {
  const answer = await app.as(by)({ method: 'GET', url: '/api/tasks?box=todo&limit=100' })
  const { items } = answer.json<{ items: BoxItem[] }>()
  return items.flatMap(({ instance, task }) => (instance.id === id && task ? task.elementId : []))
}

const open = async (id: string): Promise<string[]> =>
  (await work.instance(author, id)).tasks.flatMap(({ state, elementId }) =>
    state === 'open' ? elementId : [],
  )

const statusOf = async (id: string): Promise<InstanceDetail['status']> =>
  (await work.instance(author, id)).status

/** The code of the refusal of something that is not possible (any more). */
async function refusal(by: string, taskId: string, verb: string, payload: object = {}): Promise<string> {
  const answer = await app.as(by)({ method: 'POST', url: `/api/tasks/${taskId}/${verb}`, payload })
  return answer.json<{ code: string }>().code
}

const back = { opinion: '请修改' }
const countersign = `user B group=${three} c:mode=all out:decision="=decision"`

describe('return', () => {
  it('out of a countersign, the step before has its task and the run is in every list (ruoyi-vue-pro #668)', async () => {
    const id = await begin(`${countersign}\nS > A > B > C > E`)
    await work.act(author, id, 'A', 'approve')
    await work.act(tech, id, 'B', 'approve', { opinion: '没有意见' })
    await work.act(gm, id, 'B', 'returnToPrevious', back)
    expect(await todo(author, id)).toEqual(['A'])
    for (const by of [tech, sales]) expect(await todo(by, id)).toEqual([])
    const started = await app.as(author)({ method: 'GET', url: '/api/tasks?box=started&limit=100' })
    expect(started.json<{ items: BoxItem[] }>().items.map(({ instance }) => instance.id)).toContain(id)
    await work.act(author, id, 'A', 'approve')
    for (const by of [tech, gm, sales]) expect(await todo(by, id)).toEqual(['B'])
  })

  it('by one of a countersign withdraws the tasks of the others and keeps what was said (steedos/workflow #1466)', async () => {
    const id = await begin(`${countersign}\nS > A > B > C > E`)
    await work.act(author, id, 'A', 'approve')
    const others = await work.openTask(gm, id, 'B')
    await work.act(tech, id, 'B', 'approve', { opinion: '没有意见' })
    await work.act(sales, id, 'B', 'returnToPrevious', back)
    expect(await refusal(gm, others.id, 'approve')).toBe('TASK_CANCELLED')
    const again = await work.openTask(author, id, 'A')
    const page = await work.task(author, again.id)
    expect(page.opinions.map(({ opinion }) => opinion)).toContain('没有意见')
    expect(page.returned).toMatchObject({ person: { username: sales }, opinion: '请修改', then: 'again' })
  })

  it('of a countersign to the starter goes back and not forward (AntFlow-activiti #7)', async () => {
    const id = await begin(`user A c:decision=none\n${countersign}\nS > A > B > C > E`)
    await work.act(author, id, 'A', 'submit')
    await work.act(gm, id, 'B', 'returnToStarter', back)
    expect(await open(id)).toEqual(['A'])
  })

  it('to the step before and to the starter needs no step drawn for it (ruoyi-vue-pro #847)', async () => {
    const id = await begin(`user A group=${tech}\nuser B group=${gm}\nS > A > B > E`)
    await work.act(tech, id, 'A', 'approve')
    await work.act(gm, id, 'B', 'returnToPrevious', back)
    expect(await todo(tech, id)).toEqual(['A'])
    await work.act(tech, id, 'A', 'returnToStarter', back)
    expect(await todo(author, id)).toEqual(['S'])
    await work.act(author, id, 'S', 'submit')
    expect(await todo(tech, id)).toEqual(['A'])
  })

  it('works inside a parallel branch, to before it, and from behind the join (ruoyi-vue-pro #867)', async () => {
    const id = await begin(
      `and G\nand J\nuser C group=${tech}\nuser D group=${gm}\nuser F group=${sales}\nS > A > G\nG > B > C > J\nG > D > J\nJ > F > E`,
    )
    await work.act(author, id, 'A', 'approve')
    await work.act(author, id, 'B', 'approve')
    await work.act(tech, id, 'C', 'returnToPrevious', back)
    expect((await open(id)).sort()).toEqual(['B', 'D'])
    await work.act(author, id, 'B', 'approve')
    await work.act(gm, id, 'D', 'approve')
    await work.act(tech, id, 'C', 'approve')
    await work.act(sales, id, 'F', 'returnToStep', { ...back, elementId: 'C' })
    expect(await open(id)).toEqual(['C'])
    await work.act(tech, id, 'C', 'returnToStep', { ...back, elementId: 'A' })
    expect(await open(id)).toEqual(['A'])
    await work.act(author, id, 'A', 'approve')
    expect((await open(id)).sort()).toEqual(['B', 'D'])
  })

  it('of one out of many comes straight back, and the others go on meanwhile (flowable-engine #3675)', async () => {
    const each = `each="[\\"${tech}\\",\\"${gm}\\",\\"${sales}\\"]"`.replaceAll('\\"', "'")
    const id = await begin(`user B parallel ${each} as=one group="=[one]"\nS > A > B > C > E`)
    await work.act(author, id, 'A', 'approve')
    await work.act(gm, id, 'B', 'returnToPrevious', { ...back, then: 'direct' })
    await work.act(tech, id, 'B', 'approve')
    await work.act(sales, id, 'B', 'approve')
    expect(await open(id)).toEqual(['A'])
    await work.act(author, id, 'A', 'approve')
    expect(await todo(gm, id)).toEqual(['B'])
    await work.act(gm, id, 'B', 'approve')
    expect(await open(id)).toEqual(['C'])
  })

  it('arms the reminder of the step anew (ruoyi-vue-pro #1018)', async () => {
    clock.at = new Date('2026-11-24T01:00:00Z')
    const id = await work.planBeforeReview()
    const reminders = async () =>
      (await work.instance(author, id)).timeline.filter(
        ({ type, elementId }) => type === 'reminderSent' && elementId === 'SC001_reviewPlan',
      ).length
    const later = async (days: number): Promise<void> => {
      clock.at = new Date(clock.at.getTime() + days * 86_400_000)
      await app.app.jobs.runDue()
    }
    await later(7)
    const first = await reminders()
    expect(first).toBeGreaterThan(0)
    await work.act('productMarketingManager', id, 'SC001_reviewPlan', 'approve')
    await work.act('businessUnitManager', id, 'SC001_approveBudget', 'returnToPrevious', back)
    await later(7)
    expect(await reminders()).toBeGreaterThan(first)
  })
})

describe('countersign', () => {
  it('one approval decides nothing for the others, nor for later steps (glpi #24399)', async () => {
    const id = await begin(`${countersign}\nuser C group=${tech}\nS > B > C > E`)
    await work.act(tech, id, 'B', 'approve')
    for (const by of [gm, sales]) expect(await todo(by, id)).toEqual(['B'])
    await work.act(gm, id, 'B', 'approve')
    await work.act(sales, id, 'B', 'approve')
    expect(await todo(tech, id)).toEqual(['C'])
    expect(await statusOf(id)).toBe('running')
  })

  it('a refusal leaves by the way that is drawn, and nobody of the round is asked on (loonflow #426)', async () => {
    const id = await begin(`${countersign}\nxor G\nS > D > B > G\nG >[decision = "approve"] E\nG >else D`)
    await work.act(author, id, 'D', 'approve')
    await work.act(tech, id, 'B', 'approve')
    await work.act(gm, id, 'B', 'reject', { opinion: '不行' })
    expect(await open(id)).toEqual(['D'])
    expect(await todo(sales, id)).toEqual([])
    await work.act(author, id, 'D', 'approve')
    for (const by of [tech, gm, sales]) await work.act(by, id, 'B', 'approve')
    expect(await statusOf(id)).toBe('completed')
  })

  it('one signature is taken back without the others, and only by whoever gave it (steedos/workflow #1377)', async () => {
    const id = await begin(`${countersign}\nS > B > C > E`)
    const mine = await work.openTask(tech, id, 'B')
    await work.act(tech, id, 'B', 'approve')
    await work.act(gm, id, 'B', 'approve')
    expect(await refusal(gm, mine.id, 'takeBack')).toBe('VERB_REFUSED')
    await app.as(tech)({ method: 'POST', url: `/api/tasks/${mine.id}/takeBack`, payload: {} })
    expect(await todo(tech, id)).toEqual(['B'])
    expect(await todo(gm, id)).toEqual([])
    await work.act(sales, id, 'B', 'approve')
    expect(await open(id)).toEqual(['B'])
    await work.act(tech, id, 'B', 'approve')
    expect(await open(id)).toEqual(['C'])
  })

  it('somebody is added to a round that runs, and removed again (camunda #15656)', async () => {
    const id = await begin(`${countersign}\nS > B > C > E`)
    await work.act(tech, id, 'B', 'approve')
    await work.act(gm, id, 'B', 'addSignerParallel', { signers: [{ person: finance }] })
    const added = await work.openTask(finance, id, 'B')
    await work.act(gm, id, 'B', 'approve')
    await work.act(sales, id, 'B', 'approve')
    expect(await open(id)).toEqual(['B'])
    const offers = await app.as(finance)({ method: 'GET', url: `/api/tasks/${added.id}/verbs` })
    expect(offers.statusCode).toBe(200)
    await work.act(finance, id, 'B', 'approve')
    expect(await open(id)).toEqual(['C'])
  })

  it('whoever was removed has nothing to do any more, and is told so (camunda #15656)', async () => {
    const id = await begin(`${countersign}\nS > B > C > E`)
    await work.act(gm, id, 'B', 'addSignerParallel', { signers: [{ person: finance }] })
    const added = await work.openTask(finance, id, 'B')
    const mine = await work.openTask(gm, id, 'B')
    const answer = await app.as(gm)({ method: 'GET', url: `/api/tasks/${mine.id}/verbs` })
    const offers = answer.json<{ items: { verb: string; signers?: { signer: number }[] }[] }>().items
    const signer = offers.find(({ verb }) => verb === 'removeSigner')?.signers?.[0]?.signer
    await work.act(gm, id, 'B', 'removeSigner', { signer })
    expect(await refusal(finance, added.id, 'approve')).toBe('TASK_CANCELLED')
    expect((await work.task(finance, added.id)).state).toBe('cancelled')
    for (const by of [tech, gm, sales]) await work.act(by, id, 'B', 'approve')
    expect(await open(id)).toEqual(['C'])
  })

  it('a refusal while somebody who was added has not answered ends the round (ruoyi-vue-pro #566)', async () => {
    const id = await begin(
      `user A group=${tech},${gm} c:mode=all out:decision="=decision"\nxor G\nS > A > G\nG >[decision = "approve"] B > E\nG >else C > E2`,
    )
    await work.act(tech, id, 'A', 'addSignerBefore', { signers: [{ person: finance }] })
    const added = await work.openTask(finance, id, 'A')
    await work.act(gm, id, 'A', 'reject', { opinion: '不行' })
    expect(await open(id)).toEqual(['C'])
    expect(await refusal(finance, added.id, 'approve')).toBe('TASK_CANCELLED')
    expect(await todo(tech, id)).toEqual([])
  })
})

describe('branches', () => {
  it('that finish in the same instant meet once (flowable-engine #2124)', async () => {
    const id = await begin(
      `and G\nand J\nuser A group=${tech}\nuser B group=${gm}\nuser C group=${sales}\nS > G\nG > A > J\nG > B > J\nG > C > J\nJ > D > E`,
    )
    await Promise.all([
      work.act(tech, id, 'A', 'approve'),
      work.act(gm, id, 'B', 'approve'),
      work.act(sales, id, 'C', 'approve'),
    ])
    expect(await open(id)).toEqual(['D'])
  })

  it('instances that finish in the same instant end the step once (flowable-engine #1741)', async () => {
    const id = await begin(
      `user A parallel each="['${tech}','${gm}','${sales}']" as=one group="=[one]"\nS > A > B > E`,
    )
    await Promise.all([tech, gm, sales].map((by) => work.act(by, id, 'A', 'approve')))
    expect(await open(id)).toEqual(['B'])
  })

  it('a branch that is walked again puts no second token before an inclusive join (camunda #19464)', async () => {
    const id = await begin(
      `or G\nor J\nuser B group=${tech}\nuser C group=${gm}\nuser D group=${sales}\nS > A > G\nG >[true] B > J\nG >[true] C > J\nG >else H > J\nJ > D > E`,
    )
    await work.act(author, id, 'A', 'approve')
    const mine = await work.openTask(tech, id, 'B')
    await work.act(tech, id, 'B', 'approve')
    await app.as(tech)({ method: 'POST', url: `/api/tasks/${mine.id}/takeBack`, payload: {} })
    await work.act(tech, id, 'B', 'approve')
    await work.act(gm, id, 'C', 'approve')
    expect(await open(id)).toEqual(['D'])
    await work.act(sales, id, 'D', 'returnToStep', { ...back, elementId: 'C' })
    await work.act(gm, id, 'C', 'approve')
    expect(await open(id)).toEqual(['D'])
    await work.act(sales, id, 'D', 'approve')
    expect(await statusOf(id)).toBe('completed')
  })

  it('a return to before the split leaves nothing that the join waits for (camunda #19460)', async () => {
    const id = await begin(
      `or G\nor J\nuser B group=${tech}\nuser C group=${gm}\nS > A > G\nG >[true] B > J\nG >[true] C > J\nG >else H > J\nJ > D > E`,
    )
    await work.act(author, id, 'A', 'approve')
    await work.act(tech, id, 'B', 'approve')
    await work.act(gm, id, 'C', 'returnToStep', { ...back, elementId: 'A' })
    expect(await open(id)).toEqual(['A'])
    await work.act(author, id, 'A', 'approve')
    expect((await open(id)).sort()).toEqual(['B', 'C'])
    await work.act(tech, id, 'B', 'approve')
    await work.act(gm, id, 'C', 'approve')
    expect(await open(id)).toEqual(['D'])
  })
})

describe('who is told', () => {
  const counts = async (by: string): Promise<BoxCounts> =>
    (await app.as(by)({ method: 'GET', url: '/api/tasks/counts' })).json<BoxCounts>()

  it('a copy is unread until it is opened, and unread again when somebody mentions him again', async () => {
    const id = await begin('S > A > B > E')
    const before = (await counts('graphicDesigner')).cc
    const send = (verb: string, payload: object) =>
      app.as(author)({ method: 'POST', url: `/api/instances/${id}/${verb}`, payload })
    await send('copy', { people: ['graphicDesigner'] })
    expect((await counts('graphicDesigner')).cc).toBe(before + 1)
    expect((await work.instance(author, id)).copies).toMatchObject([
      { person: { username: 'graphicDesigner' } },
    ])
    await work.instance('graphicDesigner', id)
    expect((await counts('graphicDesigner')).cc).toBe(before)
    expect((await work.instance(author, id)).copies[0]?.readAt).toBeDefined()
    clock.at = new Date(clock.at.getTime() + 60_000)
    await send('comment', { opinion: '有新附件', people: ['graphicDesigner'] })
    expect((await counts('graphicDesigner')).cc).toBe(before + 1)
  })

  it('whoever gets a task by 转办 has it counted and named; whoever is urged reads it on the task', async () => {
    const id = await begin('S > A > B > E')
    await work.act(author, id, 'A', 'transfer', { to: { person: finance } })
    const mine = await work.openTask(finance, id, 'A')
    expect((await counts(finance)).newest?.taskId).toBe(mine.id)
    await app.as(author)({
      method: 'POST',
      url: `/api/instances/${id}/urge`,
      payload: { opinion: '请今天办理' },
    })
    const page: TaskDetail = await work.task(finance, mine.id)
    expect(page.urged).toMatchObject({ person: { username: author }, opinion: '请今天办理' })
  })
})
