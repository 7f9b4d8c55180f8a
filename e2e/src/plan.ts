import type { InstanceDetail, TaskActionDone, TaskSummary } from '@canmou/contract'
import type { Static } from 'typebox'
import type { Department } from './department.ts'
import { draftOf, playableScenarios } from './scenarios.ts'
import { waitFor } from './wait-for.ts'

/** A complete 市场调研策划书, as the scenarios of SC-001 submit it. */
export function completePlan(researchType = 'routine'): Record<string, unknown> {
  const [scenario] = playableScenarios('SC-001')
  if (!scenario) throw new Error('SC-001 has no scenario that people can play')
  return { ...draftOf(scenario), researchType }
}

/** What happens before a journey begins, over HTTP: an instance of SC-001, moved on by whoever is to act. */
export class Plan {
  readonly #department: Department
  readonly id: string
  readonly number: string

  private constructor(department: Department, { id, number }: InstanceDetail) {
    this.#department = department
    this.id = id
    this.number = number
  }

  static async start(department: Department): Promise<Plan> {
    const { ask } = await department.colleague('marketManager')
    return new Plan(department, await ask('POST', '/api/instances', { process: 'SC-001' }))
  }

  /** Submitted, and before the product marketing manager. */
  static async inReview(department: Department, data = completePlan()): Promise<Plan> {
    const plan = await Plan.start(department)
    await plan.act('marketManager', 'SC001_draftPlan', 'submit', { data })
    return plan
  }

  /** Reviewed and within budget: before the four who sign. */
  static async beforeSignature(department: Department): Promise<Plan> {
    const plan = await Plan.inReview(department)
    await plan.act('productMarketingManager', 'SC001_reviewPlan', 'approve')
    await plan.act('businessUnitManager', 'SC001_approveBudget', 'approve', { opinion: '预算合理，同意。' })
    return plan
  }

  /** Signed by all four, and handed over to SC-002; with the id of that instance. */
  static async handedOver(department: Department): Promise<{ source: Plan; next: string }> {
    const source = await Plan.beforeSignature(department)
    for (const by of [
      'productMarketingManager',
      'technicalDirector',
      'generalManager',
      'keyAccountDeptManager',
    ])
      await source.act(by, 'SC001_jointSign', 'approve')
    const next = async () =>
      (await source.instance()).chain.find(({ distance }) => distance === 1)?.instance.id
    return { source, next: await waitFor(next) }
  }

  /** The id of a plan in effect: one that another journey has left, or a new one. */
  static async inEffect(department: Department): Promise<string> {
    const { ask } = await department.colleague('marketManager')
    const { items } = await ask<{ items: { id: string }[] }>(
      'GET',
      '/api/records?kind=MRP&status=inEffect&limit=1',
    )
    if (items[0]) return items[0].id
    const { source } = await Plan.handedOver(department)
    return (await source.instance()).records[0]?.id ?? ''
  }

  async instance(as = 'marketManager'): Promise<InstanceDetail> {
    const { ask } = await this.#department.colleague(as)
    return ask('GET', `/api/instances/${this.id}`)
  }

  /** The id of somebody's open task. */
  async task(by: string, elementId: string): Promise<string> {
    const { tasks } = await this.instance(by)
    const isWanted = (task: TaskSummary) =>
      task.state === 'open' &&
      task.elementId === elementId &&
      task.holders.some(({ username }) => username === by)
    const task = tasks.find(isWanted)
    if (!task) throw new Error(`${by} has no open ${elementId} in ${this.number}`)
    return task.id
  }

  async act(
    by: string,
    elementId: string,
    verb: string,
    body: object = {},
  ): Promise<Static<typeof TaskActionDone>> {
    const { ask } = await this.#department.colleague(by)
    return ask('POST', `/api/tasks/${await this.task(by, elementId)}/${verb}`, body)
  }
}
