import type { InstanceDetail, RecordDetail, TaskSummary } from '@canmou/contract'
import type { Department } from './department.ts'
import { ownResearch } from './own-research.ts'
import { completePlan, Plan } from './plan.ts'
import { quickPlay } from './quick-play.ts'
import { redraw } from './redraw-process.ts'
import { scenarioNamed } from './scenarios.ts'

/** The research plan of the pictures, in the words of an office. */
const annualPlan = {
  ...completePlan('annual'),
  period: { start: '2026-12-01', end: '2027-01-15' },
  regions: '华东、华中',
  background: '了解华东区域轨道状态监测产品的需求变化，为明年的推广计划提供依据。',
  researchPlan: '十二月上旬准备问卷与名单，中旬走访重点客户，一月上旬汇总分析。',
  contentDetail: '竞争对手的报价与性能；重点客户明年的采购计划与对现有产品的意见。',
  method: '问卷与走访相结合，每家客户不少于两个部门。',
  schedule: [
    { stage: '准备问卷与名单', start: '2026-12-01', end: '2026-12-08', owner: 'marketManager' },
    { stage: '走访重点客户', start: '2026-12-09', end: '2026-12-25', owner: 'keyAccountManager1' },
    { stage: '汇总与分析', start: '2027-01-04', end: '2027-01-15', owner: 'marketManager' },
  ],
  budgetItems: [
    { item: '差旅', note: '走访六家客户', amount: 2_400_000 },
    { item: '问卷印刷', note: '200 份', amount: 180_000 },
    { item: '礼品', amount: 320_000 },
  ],
  expectedOutput: '市场调研报告一份，附客户需求清单。',
}

const revisedPlan = {
  ...annualPlan,
  regions: '华东、华中、西南',
  background: '了解华东、西南区域轨道状态监测产品的需求变化，为明年的推广计划提供依据。',
  contentDetail: '竞争对手（附名单）的报价与性能；重点客户明年的采购计划与对现有产品的意见。',
  budgetItems: [
    { item: '差旅', note: '走访八家客户', amount: 3_000_000 },
    { item: '问卷印刷', note: '200 份', amount: 180_000 },
    { item: '外协访谈', note: '西南区域', amount: 600_000 },
  ],
}

/** What the department is doing while its picture is taken. */
export interface PictureData {
  /** Being written. */
  draft: Plan
  /** Its second version is being reviewed. */
  revised: Plan
  /** Two of four have signed. */
  signing: Plan
  /** A review that is signed by hand. */
  byHand: Plan
  /** A step with three documents. */
  severalTask: string
}

export async function makePictureData(department: Department): Promise<PictureData> {
  const revised = await Plan.inReview(department, annualPlan)
  await revised.act('productMarketingManager', 'SC001_reviewPlan', 'reject', {
    opinion: '请补充竞争对手名单，并把西南区域一并纳入。',
  })
  await revised.act('marketManager', 'SC001_draftPlan', 'submit', { data: revisedPlan })

  const routine = {
    ...annualPlan,
    researchType: 'routine',
    period: { start: '2026-12-07', end: '2026-12-18' },
  }
  const signing = await Plan.inReview(department, routine)
  await signing.act('productMarketingManager', 'SC001_reviewPlan', 'approve', {
    opinion: '方案可行，审核通过。',
  })
  await signing.act('businessUnitManager', 'SC001_approveBudget', 'approve', { opinion: '预算合理，同意。' })
  await signing.act('keyAccountDeptManager', 'SC001_jointSign', 'approve')
  await signing.act('technicalDirector', 'SC001_jointSign', 'approve', {
    opinion: '同意，注意收集性能数据。',
  })

  const special = await Plan.inReview(department, { ...annualPlan, researchType: 'majorTopic' })
  await special.act('productMarketingManager', 'SC001_reviewPlan', 'approve')

  const { ask } = await department.colleague('productMarketingManager')
  await ask('POST', '/api/instances', { process: 'SC-003' })

  const draft = await Plan.start(department)
  const author = await department.colleague('marketManager')
  const [summary] = (await draft.instance()).records
  const { id, draftRevision } = await author.ask<RecordDetail>('GET', `/api/records/${summary?.id}`)
  await author.ask('PUT', `/api/records/${id}/draft`, {
    data: { ...annualPlan, researchType: 'monthly', period: { start: '2026-12-01', end: '2026-12-31' } },
    revision: draftRevision,
  })
  await summarizedTrainings(department)
  await away(department)
  return {
    draft,
    revised,
    signing,
    byHand: await signedByHand(department),
    severalTask: await several(department),
  }
}

/** Two trainings whose summaries wait to be read: decided on together. */
async function summarizedTrainings(department: Department): Promise<void> {
  const { start, steps } = scenarioNamed('SC-008', 'straight')
  const { ask } = await department.colleague(start.by)
  for (let made = 0; made < 2; made++) {
    const { id } = await ask<InstanceDetail>('POST', '/api/instances', { process: 'SC-008' })
    await quickPlay(department, id, steps.slice(0, -1))
  }
}

/** Somebody is on leave from tomorrow on. */
async function away(department: Department): Promise<void> {
  const { ask } = await department.colleague('keyAccountDeptManager')
  const dayIn = (days: number): string =>
    new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
  await ask('POST', '/api/substitutions', {
    substitute: 'keyAccountManager1',
    from: dayIn(1),
    to: dayIn(6),
    reason: '出差拜访客户，流程请代为办理。',
  })
}

async function signedByHand(department: Department): Promise<Plan> {
  const restore = await redraw(department, 'SC-001', { SC001_reviewPlan: 'signature="required"' })
  const period = { start: '2026-12-14', end: '2026-12-25' }
  const plan = await Plan.inReview(department, { ...annualPlan, researchType: 'routine', period })
  await restore()
  return plan
}

async function several(department: Department): Promise<string> {
  const { id, planNo } = await ownResearch(department)
  const { ask } = await department.colleague('marketManager')
  const { tasks } = await ask<InstanceDetail>('GET', `/api/instances/${id}`)
  const isOpen = ({ state, elementId }: TaskSummary) => state === 'open' && elementId === 'SC002_ownResearch'
  const task = tasks.find(isOpen)?.id ?? ''
  const sheets = [
    { infoCategory: 'specialTopic', specialTopic: '检修规程的修订', source: '行业年会' },
    { infoCategory: 'customerNeed', customerNeed: '希望把数据接入线网平台。', source: '客户走访' },
  ]
  for (let made = 0; made < sheets.length; made++) await ask('POST', `/api/tasks/${task}/documents`)
  const { documents = [] } = await ask<{ documents?: { id: string }[] }>('GET', `/api/tasks/${task}`)
  for (const [place, sheet] of sheets.entries()) {
    const recordId = documents[place]?.id
    const { draftRevision } = await ask<RecordDetail>('GET', `/api/records/${recordId}`)
    const data = { planNo, collector: 'marketManager', collectDate: '2026-12-10', ...sheet }
    await ask('PUT', `/api/records/${recordId}/draft`, { data, revision: draftRevision })
  }
  return task
}
