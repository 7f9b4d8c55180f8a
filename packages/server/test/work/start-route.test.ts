import type { Failure, InstanceDetail, ProcessSummary } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { Work } from './approval.ts'

const app = useApp()
const work = new Work(app)
const start = (by: string, data?: Record<string, unknown>) =>
  app.as(by)({
    method: 'POST',
    url: '/api/instances',
    payload: { process: 'technicalService', ...(data && { data }) },
  })

describe('技术服务申请, one entry that leads to two processes', () => {
  it('is said with each process that it leads to, in words', async () => {
    const answer = await app.as('keyAccountDeptManager')({ method: 'GET', url: '/api/processes' })
    const routes = answer
      .json<{ items: ProcessSummary[] }>()
      .items.flatMap(({ id, startRoute }) => (startRoute ? [[id, startRoute] as const] : []))
    expect(Object.fromEntries(routes)).toMatchObject({
      'SC-008': { id: 'technicalService', fieldName: '服务类型', value: 'training', valueName: '培训' },
      'SC-010': { name: '技术服务申请', value: 'afterSales', valueName: '售后服务' },
    })
  })

  it.each([
    ['training', 'SC-008', 'SC008_submitRequest'],
    ['afterSales', 'SC-010', 'SC010_submitRequest'],
  ])('begins by %s the process %s, whose form has the choice already', async (serviceType, process, step) => {
    const answer = await start('keyAccountDeptManager', { serviceType })
    expect(answer.statusCode).toBe(201)
    const instance = answer.json<InstanceDetail>()
    expect(instance.processId).toBe(process)
    const { id } = await work.openTask('keyAccountDeptManager', instance.id, step)
    const { record } = await work.task('keyAccountDeptManager', id)
    expect(record).toMatchObject({ kind: 'TSR', data: { serviceType } })
  })

  it.each([[undefined], [{}], [{ serviceType: 'advice' }]])('is refused with %j', async (data) => {
    const answer = await start('keyAccountDeptManager', data)
    expect(answer.statusCode).toBe(422)
    expect(answer.json<Failure>()).toMatchObject({
      code: 'RECORD_INVALID',
      details: [{ path: '/serviceType', message: expect.stringContaining('服务类型') }],
    })
  })

  it('is not for everybody', async () => {
    expect((await start('purchasing', { serviceType: 'training' })).json<Failure>().code).toBe(
      'PROCESS_NOT_YOURS',
    )
  })
})
