import type { InstanceDetail } from '@canmou/contract'
import type { Department } from './department.ts'
import { Plan } from './plan.ts'
import { quickPlay } from './quick-play.ts'
import { scenarioNamed, type ScenarioStep } from './scenarios.ts'

/** SC-002 at the research that the 市场经理 does himself, a step that may make several documents. */
export async function ownResearch(department: Department): Promise<{ id: string; planNo: string }> {
  const planNo = await Plan.inEffect(department)
  const { ask } = await department.colleague('marketManager')
  const { id } = await ask<InstanceDetail>('POST', '/api/instances', { process: 'SC-002' })
  const { steps } = scenarioNamed('SC-002', 'without-training-report-refused-once')
  const isBefore = ({ task }: ScenarioStep) =>
    task === 'SC002_prepareMaterials' || task === 'SC002_assignResearch'
  const before = steps.filter(isBefore).map((step) => ({ ...step, data: { ...step.data, planNo } }))
  await quickPlay(department, id, before)
  return { id, planNo }
}
