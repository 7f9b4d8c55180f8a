import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from '../records/make-record.ts'
import { attachFiles } from '../scenarios/attach-files.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'
import { installSteps } from './steps-in-a-row.ts'

const app = useApp()
const work = new Work(app)

/** SC-006 up to the step in which the purchasing department sends the material to a printing house. */
async function beforePrinting(): Promise<string> {
  const { id } = await work.start('keyAccountDeptManager', 'SC-006')
  const act = async (by: string, step: string, data: Record<string, unknown>, verb: 'submit' | 'approve') => {
    const task = await work.openTask(by, id, `SC006_${step}`)
    await work.act(by, id, `SC006_${step}`, verb, { data: await attachFiles(app, task.id, by, data) })
  }
  const request = { materialType: 'poster', format: 'A1', content: '产品性能', requiredDate: '2027-01-15' }
  await act('keyAccountDeptManager', 'submitNeed', { ...request, needPrinting: true }, 'submit')
  await act('productMarketingManager', 'assignDesign', { reviewDepts: ['finance'] }, 'approve')
  const requestNo = await recordOf(id, 'PMR')
  const material = { requestNo, needDesigner: false, draftFiles: ['@FILE:draft.pdf'] }
  await act('marketManager', 'designMaterial', material, 'submit')
  const review = { dept: 'finance', reviewer: 'financeManager', conclusion: 'noComments' }
  await act('financeManager', 'reviewDesign', review, 'submit')
  const final = { ...material, improvementNote: '定稿', finalFiles: ['@FILE:final.pdf'] }
  await act('marketManager', 'improveMaterial', final, 'submit')
  const materialNo = await recordOf(id, 'PMT')
  const wanted = { itemName: '海报', spec: 'A1', quantity: 20, unit: '张', requiredDate: '2027-01-15' }
  await act('marketManager', 'fillRequisition', { ...wanted, materialNo }, 'submit')
  return id
}

async function recordOf(id: string, kind: string): Promise<string> {
  const { records } = await work.instance('marketManager', id)
  return records.find((record) => record.kind === kind)?.id ?? ''
}

async function takeBack(by: string, id: string, elementId: string): Promise<void> {
  const { tasks } = await work.instance(by, id)
  const done = tasks.find((task) => task.elementId === elementId && task.state === 'done')
  const url = `/api/tasks/${done?.id ?? ''}/takeBack`
  const answer = await app.as(by)({ method: 'POST', url, payload: {} })
  expect(answer.json()).not.toHaveProperty('code')
}

async function stageOf(id: string): Promise<unknown> {
  const url = `/api/records/${await recordOf(id, 'PUR')}`
  const answer = await app.as('marketManager')({ method: 'GET', url })
  return answer.json<{ data: Record<string, unknown> }>().data['printStage']
}

describe('a step that fills in a few fields of a document', () => {
  it('asks for the fields that the document needs from this step on, and gives it a new version', async () => {
    const id = await beforePrinting()
    const { id: taskId } = await work.openTask('purchasing', id, 'SC006_sendToPrinter')
    for (const payload of [{}, { data: { submittedDate: '2027-01-08' } }]) {
      const refused = await app.as('purchasing')({
        method: 'POST',
        url: `/api/tasks/${taskId}/submit`,
        payload,
      })
      expect(refused.statusCode).toBe(422)
      const { code, details } = refused.json<{ code: string; details: { path: string }[] }>()
      expect(code).toBe('RECORD_INVALID')
      expect(details.map(({ path }) => path)).toContain('/printingHouse')
    }
    const printingHouse = await makeRecord(app.database, await loadCatalogue(catalogueFolder), {
      kind: 'ORG',
      title: '印刷厂（演示）',
      ownerId: app.idOf('purchasing'),
    })
    await work.act('purchasing', id, 'SC006_sendToPrinter', 'submit', {
      data: { submittedDate: '2027-01-08', printingHouse },
    })
    const { records } = await work.instance('marketManager', id)
    expect(records.find(({ kind }) => kind === 'PUR')?.version).toBe(2)
  })

  it('asks, taken back, for no more than the first time', async () => {
    const id = await beforePrinting()
    const printingHouse = await makeRecord(app.database, await loadCatalogue(catalogueFolder), {
      kind: 'ORG',
      title: '印刷厂（演示）',
      ownerId: app.idOf('purchasing'),
    })
    const data = { submittedDate: '2027-01-08', printingHouse }
    await work.act('purchasing', id, 'SC006_sendToPrinter', 'submit', { data })
    await takeBack('purchasing', id, 'SC006_sendToPrinter')
    await work.act('purchasing', id, 'SC006_sendToPrinter', 'submit', { data })
    expect(await stageOf(id)).toBe('printing')
  })

  it('empties a field, and refuses that where the document needs it', async () => {
    const process = await installSteps(app, [
      {
        id: 'write',
        by: 'marketManager',
        form: 'MRP',
        outputs: { MRP_id: '=recordId', regions: '=regions' },
      },
      {
        id: 'complete',
        by: 'productMarketingManager',
        properties: { record: 'MRP', editable: 'regions,method' },
        canmou: '<canmou:task decision="none" />',
        outputs: { regions: '=regions' },
      },
      { id: 'read', by: 'marketManager', properties: { record: 'MRP' } },
    ])
    const { id } = await work.start('marketManager', process)
    await work.act('marketManager', id, 'write', 'submit', { data: { ...completePlan(), regions: '西南' } })
    const refused = await app.as('productMarketingManager')({
      method: 'POST',
      url: `/api/tasks/${(await work.openTask('productMarketingManager', id, 'complete')).id}/submit`,
      payload: { data: { regions: '华东', method: null } },
    })
    expect(refused.json()).toMatchObject({ code: 'RECORD_INVALID', details: [{ path: '/method' }] })
    await work.act('productMarketingManager', id, 'complete', 'submit', { data: { regions: null } })
    const { record, previous } = await work.task(
      'marketManager',
      (await work.openTask('marketManager', id, 'read')).id,
    )
    expect(record?.version).toBe(2)
    expect(record?.data).not.toHaveProperty('regions')
    expect(previous?.data).toMatchObject({ regions: '西南' })
  })
})

describe('a document whose next step has a stage of its own', () => {
  it('is written anew by its author, who is not asked for what only that step knows', async () => {
    const id = await beforePrinting()
    expect(await stageOf(id)).toBe('sending')
    await takeBack('marketManager', id, 'SC006_fillRequisition')
    const { id: again } = await work.openTask('marketManager', id, 'SC006_fillRequisition')
    const { record } = await work.task('marketManager', again)
    expect(record?.data).toMatchObject({ itemName: '海报', printStage: null })
    // The draft as it stands: what the author wrote is still there.
    const submitted = await app.as('marketManager')({
      method: 'POST',
      url: `/api/tasks/${again}/submit`,
      payload: {},
    })
    expect(submitted.json()).not.toHaveProperty('code')
    expect(await stageOf(id)).toBe('sending')
  })
})
