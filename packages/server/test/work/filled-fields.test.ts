import type { RecordDetail, RecordVersion } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from '../records/make-record.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'

const app = useApp()
const work = new Work(app)

async function read<Answer>(by: string, url: string): Promise<Answer> {
  const answer = await app.as(by)({ method: 'GET', url })
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return answer.json<Answer>()
}

async function recordOf(by: string, instanceId: string, kind: string): Promise<string> {
  const { records } = await work.instance(by, instanceId)
  return records.find((record) => record.kind === kind)?.id ?? ''
}

const record = (by: string, id: string): Promise<RecordDetail> => read(by, `/api/records/${id}`)
const firstVersion = (by: string, id: string): Promise<RecordVersion> =>
  read(by, `/api/records/${id}/versions/1`)

/** SC-010 with its request handed in. */
async function requestedService(): Promise<{ id: string; request: string }> {
  const customer = await makeRecord(app.database, await loadCatalogue(catalogueFolder), {
    kind: 'ORG',
    title: '地铁公司（演示）',
    ownerId: app.idOf('keyAccountDeptManager'),
  })
  const { id } = await work.start('keyAccountDeptManager', 'SC-010')
  await work.act('keyAccountDeptManager', id, 'SC010_submitRequest', 'submit', {
    data: {
      serviceType: 'afterSales',
      requestSource: 'customer',
      customer,
      inWarranty: true,
      contact: '设备科',
      phone: '000-0000',
      needDescription: '终端离线，请到场处理。',
      expectedDate: '2026-11-27',
      urgency: 'urgent',
      faultPhenomenon: '终端无数据上传。',
    },
  })
  return { id, request: await recordOf('keyAccountDeptManager', id, 'TSR') }
}

/** The two who assess it, and the engineer who is sent. */
async function assessed(id: string): Promise<void> {
  for (const by of ['productMarketingManager', 'technicalDirector']) {
    await work.act(by, id, 'SC010_reviewRequest', 'approve', {
      data: { assessedWorkload: 2, proposedEngineer: 'afterSalesEngineer' },
    })
  }
  await work.act('productMarketingManager', id, 'SC010_assignEngineer', 'submit', {
    data: { assignee: 'afterSalesEngineer', workload: 1.5 },
  })
}

describe('what the program fills in', () => {
  it('is shown in the document as the steps give it, up to the one that puts it into effect, and never in what was signed', async () => {
    const { id, request } = await requestedService()
    const signed = await firstVersion('keyAccountDeptManager', request)
    await assessed(id)
    const shown = await record('keyAccountDeptManager', request)
    expect(shown).toMatchObject({ version: 1, status: 'inEffect' })
    expect(shown.data).toMatchObject({ workload: 1.5, assignee: 'afterSalesEngineer' })
    expect(shown.data['proposals']).toHaveLength(2)
    const version = await firstVersion('keyAccountDeptManager', request)
    expect(version).toEqual(signed)
    expect(version.data).not.toHaveProperty('workload')
  })

  it('is shown to whoever decides next', async () => {
    const id = await work.start('marketManager', 'SC-001').then((started) => started.id)
    await work.act('marketManager', id, 'SC001_draftPlan', 'submit', {
      data: { ...completePlan(), researchType: 'annual' },
    })
    await work.act('productMarketingManager', id, 'SC001_reviewPlan', 'approve', { opinion: '预算可行。' })
    const { id: taskId } = await work.openTask('businessUnitManager', id, 'SC001_approveBudget')
    const task = await work.task('businessUnitManager', taskId)
    expect(task.record?.data).toMatchObject({ revisionOpinion: '预算可行。' })
    expect((await firstVersion('marketManager', task.record?.id ?? '')).data).not.toHaveProperty(
      'revisionOpinion',
    )
  })

  it('goes into the next version, which starts from what was shown', async () => {
    const { id } = await work.start('marketManager', 'SC-001')
    const data = { ...completePlan(), researchType: 'routine' }
    await work.act('marketManager', id, 'SC001_draftPlan', 'submit', { data })
    await work.act('productMarketingManager', id, 'SC001_reviewPlan', 'reject', { opinion: '请补充竞品。' })
    const plan = await recordOf('marketManager', id, 'MRP')
    expect((await record('marketManager', plan)).data).toMatchObject({ revisionOpinion: '请补充竞品。' })
    await work.act('marketManager', id, 'SC001_draftPlan', 'submit', { data })
    const second = await read<RecordVersion>('marketManager', `/api/records/${plan}/versions/2`)
    expect(second.data).toMatchObject({ revisionOpinion: '请补充竞品。' })
  })
})

describe('a rule that asks for more from the second version on', () => {
  it('is quiet at the first, and refuses the second without it', async () => {
    const { id } = await requestedService()
    await assessed(id)
    const draft = {
      requestNo: await recordOf('afterSalesEngineer', id, 'TSR'),
      preliminaryDiagnosis: '电源模块故障。',
      measures: '更换电源模块并复测。',
      personnel: ['afterSalesEngineer'],
      planStart: '2026-11-26T00:30:00+08:00',
      planEnd: '2026-11-26T03:30:00+08:00',
      riskNote: '天窗点内作业。',
    }
    await work.act('afterSalesEngineer', id, 'SC010_draftPretreatment', 'submit', { data: draft })
    await work.act('productMarketingManager', id, 'SC010_reviewPretreatment', 'reject', {
      opinion: '请补充。',
    })
    const { id: taskId } = await work.openTask('afterSalesEngineer', id, 'SC010_draftPretreatment')
    const refused = await app.as('afterSalesEngineer')({
      method: 'POST',
      url: `/api/tasks/${taskId}/submit`,
      payload: { data: draft },
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.json<{ details: { path: string; keyword: string }[] }>().details).toMatchObject([
      { path: '/revisionReason', keyword: 'check' },
    ])
    await work.act('afterSalesEngineer', id, 'SC010_draftPretreatment', 'submit', {
      data: { ...draft, revisionReason: '补充安全措施。' },
    })
  })
})
