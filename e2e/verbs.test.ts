import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, desk, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { Plan } from './src/plan.ts'
import { VerbDesk, type VerbAnswers } from './src/verb-desk.ts'
import { selectOption } from './src/select-option.ts'
import { told } from './src/told.ts'

const budget = 'SC001_approveBudget'
const finance = '财务经理（演示）'
const manager = '事业部经理（演示）'

interface Case extends VerbAnswers {
  verb: string
  name: string
  by?: string
  /** What happens before, over HTTP. */
  before?: (plan: Plan) => Promise<unknown>
  /** The step at whose task it is pressed, and whose task that is. */
  at?: { step: string; of: string }
  /** What happens after, over HTTP, before the history is read. */
  after?: (plan: Plan) => Promise<unknown>
  /** Steps that are open then. */
  open: readonly string[]
  /** What the history says. */
  told: readonly string[]
}

const returned = { reason: '请再核一遍' }
const addFinance = (plan: Plan) =>
  plan.act('businessUnitManager', budget, 'addSignerParallel', {
    signers: [{ person: 'financeManager' }],
    mode: 'all',
  })

/** Pressed on the page of a task: the budget approval of a plan, where nothing else is said. */
const onTasks: readonly Case[] = [
  {
    verb: '退回上一步',
    name: 'walk again',
    ...returned,
    open: ['审核策划书'],
    told: [`${manager} 退回到“审核策划书”，改好后重新逐级审批`, '请再核一遍'],
  },
  {
    verb: '退回上一步',
    name: 'straight back',
    choose: ['改好后直接回到我这里'],
    ...returned,
    open: ['审核策划书'],
    told: [`${manager} 退回到“审核策划书”，改好后直接回到${manager}`],
  },
  {
    verb: '退回发起人',
    name: 'walk again',
    ...returned,
    open: ['编制市场调研策划书'],
    told: [`${manager} 退回到“编制市场调研策划书”，改好后重新逐级审批`],
  },
  {
    verb: '退回指定步骤',
    name: 'straight back',
    choose: ['编制市场调研策划书', '改好后直接回到我这里'],
    ...returned,
    open: ['编制市场调研策划书'],
    told: [`${manager} 退回到“编制市场调研策划书”，改好后直接回到${manager}`],
  },
  {
    verb: '转办',
    name: 'to one person',
    people: ['交给谁', finance],
    reason: '归财务管',
    after: (plan) => plan.act('financeManager', budget, 'approve'),
    open: ['共同签准'],
    told: [`${manager} 转办给 ${finance}`, '归财务管', `${finance} 对 V1 同意`],
  },
  {
    verb: '委派',
    name: 'comes back',
    people: ['交给谁', finance],
    after: (plan) => plan.act('financeManager', budget, 'approve', { opinion: '金额合理' }),
    open: ['审批调研预算'],
    told: [
      `${manager} 委派 ${finance} 先看、提意见，之后由${manager}决定`,
      `提出意见：同意（供${manager}参考）`,
    ],
  },
  {
    verb: '前加签',
    name: 'two people, all',
    people: ['请谁加签', finance, '技术总监（演示）'],
    choose: ['都要同意'],
    open: ['审批调研预算'],
    told: [`${manager} 请 ${finance}、技术总监（演示） 先审，审完再由${manager}办理`],
  },
  {
    verb: '后加签',
    name: 'two people, any',
    people: ['请谁加签', finance, '技术总监（演示）'],
    choose: ['一人同意即可'],
    reason: '同意，请再把关',
    after: (plan) => plan.act('financeManager', budget, 'approve'),
    open: ['共同签准'],
    told: [`${manager} 同意，并请 ${finance}、技术总监（演示） 接着审`, '同意，请再把关'],
  },
  {
    verb: '并加签',
    name: 'two people, in order',
    people: ['请谁加签', finance, '技术总监（演示）'],
    choose: ['按顺序签'],
    open: ['审批调研预算'],
    told: [`${manager} 请 ${finance}、技术总监（演示） 一起签`],
  },
  {
    verb: '减签',
    name: 'whoever was added',
    before: addFinance,
    open: ['审批调研预算'],
    told: [`${manager} 减去了加签的 ${finance}`],
  },
  {
    verb: '收回',
    name: 'from the page of the own done task',
    by: 'productMarketingManager',
    at: { step: 'SC001_reviewPlan', of: 'productMarketingManager' },
    open: ['审核策划书'],
    told: ['产品市场部经理（演示） 收回了自己的办理，重新办'],
  },
  {
    verb: '跳转',
    name: 'by the administrator',
    by: 'processAdmin',
    choose: ['编制市场调研策划书'],
    reason: '走错了步骤',
    open: ['编制市场调研策划书'],
    told: ['流程管理员（演示） 把流程跳转到“编制市场调研策划书”', '走错了步骤'],
  },
]

/** Pressed on the page of the instance, by its starter. */
const onInstances: readonly Case[] = [
  {
    verb: '撤回',
    name: 'by the starter',
    reason: '地区写错了',
    open: ['编制市场调研策划书'],
    told: ['市场经理（演示） 撤回了流程，回到发起人手中', '地区写错了'],
  },
  {
    verb: '催办',
    name: 'with a word',
    reason: '请今天办理',
    open: ['审批调研预算'],
    told: [`市场经理（演示） 催办，请 ${manager} 尽快办理`],
  },
  {
    verb: '抄送',
    name: 'to one person',
    people: ['抄送给谁', '行政助理（演示）'],
    open: ['审批调研预算'],
    told: ['市场经理（演示） 抄送给 行政助理（演示）'],
  },
  {
    verb: '评论',
    name: 'with a mention',
    people: ['提醒谁看（可不填）', '行政助理（演示）'],
    reason: '附件已更新',
    open: ['审批调研预算'],
    told: ['市场经理（演示） 评论，请 行政助理（演示） 看一下', '附件已更新'],
  },
  {
    verb: '终止',
    name: 'with a reason',
    reason: '项目取消',
    open: [],
    told: ['市场经理（演示） 终止了流程', '项目取消'],
  },
]

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each([
  { width: 'desk', viewport: desk },
  { width: 'phone', viewport: phone },
])('every verb by its button, at $width width', ({ viewport }) => {
  let department: Department
  beforeAll(() => {
    department = new Department(browser, baseUrl(), viewport)
  })
  afterAll(() => department.goHome())

  it.each(onTasks)('$verb on a task: $name', async (one) => {
    const plan = await atBudget(department)
    await one.before?.(plan)
    const { step, of } = one.at ?? { step: budget, of: 'businessUnitManager' }
    const verbs = new VerbDesk(await department.colleague(one.by ?? of))
    await verbs.openTask(await taskOf(plan, step, of))
    await press(verbs, one)
    await one.after?.(plan)
    await isTold(plan, one)
  })

  it.each(onInstances)('$verb on a run: $name', async (one) => {
    const plan = await atBudget(department)
    const verbs = new VerbDesk(await department.colleague('marketManager'))
    await verbs.openInstance(plan.id)
    await press(verbs, one)
    await isTold(plan, one)
  })

  it('同意 and 不同意 are the buttons of the step itself; what they lead to is told', async () => {
    for (const [button, isRefusal] of [
      ['同意', false],
      ['不同意', true],
    ] as const) {
      const plan = await atBudget(department)
      const { page } = await department.colleague('businessUnitManager')
      await page.goto(`/tasks/${await taskOf(plan, budget, 'businessUnitManager')}`)
      await page.getByRole('textbox', { name: /^意见/ }).fill('看过了')
      await page.getByRole('button', { name: button, exact: true }).click()
      if (isRefusal) await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: `已${button}` }).waitFor()
      await isTold(plan, {
        open: [isRefusal ? '编制市场调研策划书' : '共同签准'],
        told: [`事业部经理 ${manager} 对 V1 ${button}`, '看过了'],
      })
    }
  })

  it('转办, 催办, 抄送, 撤回 and 收回 are there in the lists too', async () => {
    const plan = await atBudget(department)
    const starter = new VerbDesk(await department.colleague('marketManager'))
    for (const [verb, answers] of [
      ['催办', {}],
      ['抄送', { people: ['抄送给谁', '行政助理（演示）'] }],
    ] as [string, VerbAnswers][]) {
      const row = await rowOf(starter, 'started', plan.number)
      const dialog = await starter.choose(verb, row)
      await starter.fill(dialog, answers)
      await starter.confirm(dialog, verb)
    }
    const holder = new VerbDesk(await department.colleague('businessUnitManager'))
    const dialog = await holder.choose('转办', await rowOf(holder, 'todo', plan.number))
    await holder.fill(dialog, { people: ['交给谁', finance] })
    await holder.confirm(dialog, '转办')
    const row = await rowOf(starter, 'started', plan.number)
    const withdrawal = await starter.choose('撤回', row)
    await starter.confirm(withdrawal, '撤回')
    await isTold(plan, {
      open: ['编制市场调研策划书'],
      told: [`${manager} 转办给 ${finance}`, '市场经理（演示） 撤回了流程'],
    })
  })

  it('what is refused says why in the menu, without a pointer over it', async () => {
    const plan = await atBudget(department)
    const verbs = new VerbDesk(await department.colleague('businessUnitManager'))
    await verbs.openTask(await taskOf(plan, budget, 'businessUnitManager'))
    const menu = await verbs.openMenu()
    const item = menu.getByRole('menuitem', { name: /跳转/ })
    expect(await item.getAttribute('aria-disabled')).toBe('true')
    expect(await item.innerText()).toContain('只有流程管理员可以这样做')
    expect(await violationsOf(verbs.page)).toEqual([])
    await menu.getByText('查看操作规则').click()
    await verbs.page.getByRole('heading', { level: 1, name: '审批操作规则' }).waitFor()
    expect(await violationsOf(verbs.page)).toEqual([])
    expect(await sidewaysScroll(verbs.page)).toBe(0)
  })

  it('whoever is urged or gets it back reads why first; a copy says when it was read', async () => {
    const plan = await atBudget(department)
    const starter = await department.colleague('marketManager')
    await starter.ask('POST', `/api/instances/${plan.id}/urge`, { opinion: '请今天办理' })
    await starter.ask('POST', `/api/instances/${plan.id}/copy`, { people: ['adminAssistant'] })
    const { page } = await department.colleague('businessUnitManager')
    await page.goto(`/tasks/${await taskOf(plan, budget, 'businessUnitManager')}`)
    const urged = page.getByRole('region', { name: '有人催办' })
    await urged.getByText('请今天办理').waitFor()
    await plan.act('businessUnitManager', budget, 'returnToPrevious', { opinion: '附件不全', then: 'direct' })
    const reviewer = await department.colleague('productMarketingManager')
    await reviewer.page.goto(`/tasks/${await taskOf(plan, 'SC001_reviewPlan', 'productMarketingManager')}`)
    const back = reviewer.page.getByRole('region', { name: '退回到这一步' })
    await back.getByText('附件不全').waitFor()
    await back.getByText(`改好之后，直接回到${manager}。`).waitFor()
    expect(await sidewaysScroll(reviewer.page)).toBe(0)

    await starter.page.goto(`/instances/${plan.id}`)
    const copies = starter.page.getByRole('region', { name: '抄送' })
    await copies.getByText('未读').waitFor()
    const reader = await department.colleague('adminAssistant')
    await reader.page.goto(`/instances/${plan.id}`)
    await reader.page.getByRole('heading', { level: 1 }).waitFor()
    await starter.page.reload()
    await copies.getByText(/^已读/).waitFor()
  })

  it('离职转办: everything of a leaver goes to another from his page', async () => {
    const plan = await atBudget(department)
    const { page, ask } = await department.colleague('processAdmin')
    const { items } = await ask<{ items: { id: string }[] }>('GET', '/api/people?q=businessUnitManager')
    await page.goto(`/organization/people/${items[0]?.id ?? ''}`)
    await page.getByRole('button', { name: '离职转办' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('转给谁').waitFor()
    expect(await violationsOf(page)).toEqual([])
    await dialog.getByLabel('转给谁').fill('财务经理')
    await selectOption(page, finance).click()
    await dialog.getByRole('textbox', { name: '说明' }).fill('调到其他部门')
    await told(page, '已转办', () => dialog.getByRole('button', { name: '离职转办' }).click())
    await isTold(plan, {
      open: ['审批调研预算'],
      told: [`流程管理员（演示） 把 ${manager} 的待办转交给 ${finance}`, '调到其他部门'],
    })
  })

  it('暂存: what is half written is there again after a reload', async () => {
    const plan = await Plan.start(department)
    const { page } = await department.colleague('marketManager')
    await page.goto(`/tasks/${await taskOf(plan, 'SC001_draftPlan', 'marketManager')}`)
    const field = page.getByRole('textbox', { name: '调研背景' })
    await field.fill('写到一半')
    await page.keyboard.press('Tab')
    await page
      .getByText(/已保存/)
      .first()
      .waitFor()
    await page.reload()
    await field.waitFor()
    expect(await field.inputValue()).toBe('写到一半')
  })

  async function press(verbs: VerbDesk, { verb, ...answers }: VerbAnswers & { verb: string }): Promise<void> {
    const dialog = await verbs.choose(verb)
    await verbs.fill(dialog, answers)
    if (viewport === phone) {
      expect(await violationsOf(verbs.page)).toEqual([])
      expect(await sidewaysScroll(verbs.page)).toBe(0)
    }
    await verbs.confirm(dialog, verb)
  }

  /** The open steps and the history, as the starter reads them. */
  async function isTold(plan: Plan, { open, told }: Pick<Case, 'open' | 'told'>): Promise<void> {
    const { page } = await department.colleague('marketManager')
    // The history is the same sentences at every width.
    if (viewport === desk) {
      await page.goto(`/instances/${plan.id}`)
      const history = page.getByRole('region', { name: '办理经过' })
      for (const words of told) await history.getByText(words).first().waitFor()
    }
    const { tasks } = await plan.instance()
    const steps = new Set(tasks.flatMap(({ state, name }) => (state === 'open' ? name : [])))
    expect([...steps]).toEqual(open)
  }
})

async function atBudget(department: Department): Promise<Plan> {
  const plan = await Plan.inReview(department)
  await plan.act('productMarketingManager', 'SC001_reviewPlan', 'approve')
  return plan
}

/** The latest task of a step that somebody holds or has done. */
async function taskOf(plan: Plan, step: string, of: string): Promise<string> {
  const { tasks } = await plan.instance()
  const task = tasks.find(
    ({ elementId, holders }) => elementId === step && holders.some(({ username }) => username === of),
  )
  if (!task) throw new Error(`${of} has no task ${step}`)
  return task.id
}

async function rowOf(verbs: VerbDesk, box: string, number: string) {
  await verbs.page.goto(`/inbox/${box}?q=${number}`)
  const row = verbs.page.locator('main tr, main li').filter({ hasText: number })
  await row.waitFor()
  return row
}
