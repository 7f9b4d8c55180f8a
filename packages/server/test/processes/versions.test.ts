import type {
  DrawingCheck,
  InstanceDiagram,
  ProcessDetail,
  ProcessVersion,
  RecordDetail,
  VersionDetail,
} from '@canmou/contract'
import { v7 as uuid } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { Work } from '../work/approval.ts'

const app = useApp()
const work = new Work(app)
const managers = [
  'generalManager',
  'technicalDirector',
  'keyAccountDeptManager',
  'projectDeptManager',
  'productMarketingManager',
]

interface Answer<Body> {
  status: number
  body: Body
}

async function send<Body>(
  by: string,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  url: string,
  payload?: object,
): Promise<Answer<Body>> {
  const answer = await app.as(by)({ method, url, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json<Body>() }
}

const codeOf = ({ body }: Answer<unknown>): string => (body as { code: string }).code

/** The drawing of a process with its first step under another name. */
async function renamed(process: string, name: string): Promise<string> {
  const { body } = await send<ProcessDetail>('processAdmin', 'GET', `/api/processes/${process}`)
  return body.xml.replace(/(<bpmn:userTask id="[^"]+" name=")[^"]+/, `$1${name}`)
}

const handIn = (by: string, process: string, xml: string, note = '第一步改名。') =>
  send<ProcessVersion>(by, 'POST', `/api/processes/${process}/versions`, { xml, note })

const putForReview = (by: string, process: string, version: number) =>
  send<{ instanceId: string }>(by, 'POST', `/api/processes/${process}/versions/${version}/review`)

async function statusOf(process: string, version: number): Promise<string> {
  const { body } = await send<VersionDetail>(
    'marketManager',
    'GET',
    `/api/processes/${process}/versions/${version}`,
  )
  return body.status
}

const reviewForm = { changeNote: '第一步改名。', reason: '与岗位说明一致。' }

async function signAll(review: string): Promise<void> {
  for (const by of managers) await work.act(by, review, 'GOV001_jointReview', 'approve')
}

async function findingsIn(review: string): Promise<unknown> {
  const { records } = await work.instance('processAdmin', review)
  const { body } = await send<RecordDetail>('processAdmin', 'GET', `/api/records/${records[0]?.id ?? ''}`)
  return body.data['findings']
}

beforeAll(async () => {
  await app.database.asSystem(async (tx) => {
    // A second administrator, for what happens in the same instant, and a position that nobody holds.
    await tx.execute(
      `insert into position_assignments (id, person_id, position_id) values ($1, $2, 'processAdmin')`,
      [uuid(), app.idOf('graphicDesigner')],
    )
    await tx.execute(
      `update position_assignments set valid_to = current_date - 1 where position_id = 'adminAssistant'`,
    )
  })
})

describe('a version of a process (domain.md §3 GOV-2)', () => {
  it('cannot be started before all five have signed it; then new instances run it, and running ones stay on theirs', async () => {
    const { id: running } = await work.start('marketManager', 'SC-001')
    const xml = await renamed('SC-001', '起草调研策划书')
    const { body: made } = await handIn('processAdmin', 'SC-001', xml)
    expect(made).toMatchObject({ version: 2, status: 'draft', note: '第一步改名。' })
    const { body } = await putForReview('processAdmin', 'SC-001', 2)
    const review = body.instanceId
    await work.act('processAdmin', review, 'GOV001_submitVersion', 'submit', { data: reviewForm })
    expect((await work.instance('generalManager', review)).reviews).toEqual({
      processId: 'SC-001',
      version: 2,
    })
    for (const by of managers) {
      expect((await work.start('marketManager', 'SC-001')).processVersion).toBe(1)
      expect(await statusOf('SC-001', 2)).toBe('inReview')
      await work.act(by, review, 'GOV001_jointReview', 'approve')
    }
    expect([await statusOf('SC-001', 1), await statusOf('SC-001', 2)]).toEqual(['retired', 'inEffect'])
    const { id: fresh } = await work.start('marketManager', 'SC-001')
    const versions = []
    for (const id of [running, fresh]) {
      const instance = await work.instance('marketManager', id)
      const diagram = await send<InstanceDiagram>('marketManager', 'GET', `/api/instances/${id}/diagram`)
      versions.push([
        instance.processVersion,
        instance.tasks[0]?.name,
        diagram.body.xml.includes('起草调研策划书'),
        // What was renamed is called by its translation no more.
        diagram.body.names['SC001_draftPlan'],
        diagram.body.names['SC001_reviewPlan'],
      ])
    }
    expect(versions).toEqual([
      [1, '编制市场调研策划书', false, '编制市场调研策划书', '审核策划书'],
      [2, '起草调研策划书', true, undefined, '审核策划书'],
    ])
    await send('marketManager', 'PATCH', '/api/me', { locale: 'en' })
    const english = await send<ProcessDetail>('marketManager', 'GET', '/api/processes/SC-001')
    await send('marketManager', 'PATCH', '/api/me', { locale: 'zh-CN' })
    expect(english.body.names['SC001_reviewPlan']).toBe('Review the plan')
  })

  it('that is the only one of its process keeps it from being started at all', async () => {
    const xml = await renamed('SC-006', '提出需求')
    await app.database.asSystem((tx) =>
      tx.execute(`update process_versions set status = 'retired' where process_id = 'SC-006'`),
    )
    await handIn('processAdmin', 'SC-006', xml)
    const start = () => send('keyAccountDeptManager', 'POST', '/api/instances', { process: 'SC-006' })
    expect(codeOf(await start())).toBe('PROCESS_NOT_IN_EFFECT')
    const { body } = await putForReview('processAdmin', 'SC-006', 2)
    await work.act('processAdmin', body.instanceId, 'GOV001_submitVersion', 'submit', { data: reviewForm })
    expect(codeOf(await start())).toBe('PROCESS_NOT_IN_EFFECT')
    await signAll(body.instanceId)
    expect((await start()).status).toBe(201)
  })

  it('becomes a draft again with one refusal, keeps what was said, is changed, reviewed anew and in effect', async () => {
    const xml = await renamed('SC-003', '商讨')
    await handIn('processAdmin', 'SC-003', xml)
    const { body } = await putForReview('processAdmin', 'SC-003', 2)
    const review = body.instanceId
    await work.act('processAdmin', review, 'GOV001_submitVersion', 'submit', { data: reviewForm })
    expect(
      codeOf(await send('processAdmin', 'PUT', '/api/processes/SC-003/versions/2', { xml, note: '改' })),
    ).toBe('VERSION_NOT_DRAFT')
    await work.act('generalManager', review, 'GOV001_jointReview', 'approve', { opinion: '同意。' })
    await work.act('projectDeptManager', review, 'GOV001_jointReview', 'reject', { opinion: '名称不清。' })
    expect(await statusOf('SC-003', 2)).toBe('draft')

    const changed = xml.replace('商讨', '共同商讨新产品推广')
    const put = await send<ProcessVersion>('processAdmin', 'PUT', '/api/processes/SC-003/versions/2', {
      xml: changed,
      note: '名称写全。',
    })
    expect(put.body).toMatchObject({ version: 2, status: 'draft', note: '名称写全。', reviewId: review })
    // Asked for a review again, it is in its review already.
    expect((await putForReview('processAdmin', 'SC-003', 2)).body).toEqual({ instanceId: review })
    await work.act('processAdmin', review, 'GOV001_reviseVersion', 'submit', {
      data: { ...reviewForm, revisionNote: '名称已写全。' },
    })
    expect(await statusOf('SC-003', 2)).toBe('inReview')
    const { id: taskId } = await work.openTask('generalManager', review, 'GOV001_jointReview')
    const { opinions } = await work.task('generalManager', taskId)
    expect(opinions.map(({ opinion }) => opinion)).toEqual(expect.arrayContaining(['同意。', '名称不清。']))
    await signAll(review)
    expect(await statusOf('SC-003', 2)).toBe('inEffect')
    const { id } = await work
      .start('marketManager', 'SC-003')
      .catch(() => work.start('productMarketingManager', 'SC-003'))
    const diagram = await send<InstanceDiagram>(
      'productMarketingManager',
      'GET',
      `/api/instances/${id}/diagram`,
    )
    expect(diagram.body.xml).toContain('共同商讨新产品推广')
  })

  it('is refused with each error and the way to it, and nothing is kept', async () => {
    const { body } = await send<ProcessDetail>('processAdmin', 'GET', '/api/processes/SC-002')
    const wrong = body.xml.replace('formId="MRQ"', 'formId="XXX"')
    const refused = await handIn('processAdmin', 'SC-002', wrong)
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({
      code: 'VERSION_UNSOUND',
      details: [{ path: '/xml', keyword: 'FORM_UNKNOWN', elementId: expect.any(String) }],
    })
    const { body: list } = await send<{ items: ProcessVersion[] }>(
      'marketManager',
      'GET',
      '/api/processes/SC-002/versions',
    )
    expect(list.items.map(({ version }) => version)).toEqual([1])
    expect(codeOf(await handIn('marketManager', 'SC-002', body.xml))).toBe('FORBIDDEN')
    expect(codeOf(await handIn('processAdmin', 'SC-002', body.xml))).toBe('VERSION_SAME')
  })

  it('is refused where the rights of a step do not fit its form and its document', async () => {
    const { body } = await send<ProcessDetail>('processAdmin', 'GET', '/api/processes/SC-001')
    const budget = /(<bpmn:userTask id="SC001_approveBudget"[^]*?)<canmou:task ([^>]*?) \/>/
    const saying = (inside: string, attributes = '') =>
      body.xml.replace(budget, `$1<canmou:task $2 ${attributes}>${inside}</canmou:task>`)
    const field = (name: string, access: string) => `<canmou:field name="${name}" access="${access}" />`
    const found = async (xml: string): Promise<string[]> => {
      const check = await send<DrawingCheck>('processAdmin', 'POST', '/api/processes/SC-001/check', { xml })
      return check.body.findings.flatMap(({ code, elementId, elementName, message, severity }) =>
        severity === 'error' ? `${code} ${elementId} ${elementName} ${message.split('：').at(-1) ?? ''}` : [],
      )
    }
    const place = 'SC001_approveBudget 审批调研预算'
    expect(await found(saying(field('budget', 'hidden')))).toEqual([`FIELD_UNKNOWN ${place} budget`])
    expect(await found(saying(field('budgetTotal', 'write')))).toEqual([
      `FIELD_PROGRAM_FILLED ${place} budgetTotal`,
    ])
    expect(await found(saying('', 'otherFields="hidden"'))).toEqual([
      `FIELD_IN_TITLE ${place} researchType`,
      `FIELD_IN_TITLE ${place} period`,
    ])
    // What may be corrected for the process, and the kind that is decided on, are asked the same.
    const property = /(id="SC001_reviewPlan"[^]*?name="editable" value=")researchType"/
    const review = 'SC001_reviewPlan 审核策划书'
    const corrects = (names: string) => body.xml.replace(property, `$1${names}"`)
    expect(await found(corrects('researchType, researchTyp'))).toEqual([
      `FIELD_UNKNOWN ${review} researchTyp`,
    ])
    expect(await found(corrects('budgetTotal'))).toEqual([`FIELD_PROGRAM_FILLED ${review} budgetTotal`])
    const ofNoKind = body.xml.replace(
      /(id="SC001_reviewPlan"[^]*?name="record" value=")MRP"([^]*?)<zeebe:property name="editable"[^>]*>/,
      '$1MRPP"$2',
    )
    expect(await found(ofNoKind)).toEqual([`KIND_UNKNOWN ${review} MRPP`])
    for (const [locale, sentence] of [
      ['en', 'Neither the form nor the document of this step has this field: researchTyp'],
      ['zh-TW', '這一步的表單和文件裡沒有這個欄位：researchTyp'],
      ['zh-CN', '这一步的表单和文档里没有这个字段：researchTyp'],
    ] as const) {
      await app.as('processAdmin')({ method: 'PATCH', url: '/api/me', payload: { locale } })
      const refused = await handIn('processAdmin', 'SC-001', corrects('researchTyp'))
      expect(refused.body).toMatchObject({
        code: 'VERSION_UNSOUND',
        details: [{ keyword: 'FIELD_UNKNOWN', elementId: 'SC001_reviewPlan', message: sentence }],
      })
    }
    const beside = saying(field('method', 'write')).replace(
      /(id="SC001_approveBudget"[^]*?)<zeebe:userTask \/>/,
      '$1<zeebe:userTask /><zeebe:formDefinition formId="PCC" />',
    )
    expect(await found(beside)).toEqual([`FIELD_BESIDE_FORM ${place} method`])
    const nowhere = saying(field('method', 'read')).replace(
      /(id="SC001_approveBudget"[^]*?)<zeebe:property name="record" value="MRP" \/>/,
      '$1',
    )
    expect(await found(nowhere)).toEqual([`FIELDS_NOWHERE ${place} SC001_approveBudget`])
    const xml = saying(field('budgetItems', 'hidden') + field('method', 'write'))
    expect(await found(xml)).toEqual([])
    expect(codeOf(await handIn('processAdmin', 'SC-001', saying(field('budget', 'hidden'))))).toBe(
      'VERSION_UNSOUND',
    )
  })

  it('may ask for a file and for a hand signature', async () => {
    const { body } = await send<ProcessDetail>('processAdmin', 'GET', '/api/processes/SC-001')
    const xml = body.xml.replace(
      '<canmou:task decision="approve-reject"',
      '$& attachment="required" signature="required"',
    )
    const check = await send<DrawingCheck>('processAdmin', 'POST', '/api/processes/SC-001/check', { xml })
    expect(check.body.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('the review of a version', () => {
  it('begins with what the check found, and hears of a drawing that replaces the reviewed one', async () => {
    const sound = await renamed('SC-002', '准备材料')
    const vacant = sound.replace('candidateGroups="marketManager"', 'candidateGroups="adminAssistant"')
    await handIn('processAdmin', 'SC-002', vacant)
    const { body } = await putForReview('processAdmin', 'SC-002', 2)
    const review = body.instanceId
    const found = await findingsIn(review)
    expect(found).toEqual([
      { severity: 'warning', element: '准备材料', message: expect.stringContaining('准备材料') },
    ])
    await work.act('processAdmin', review, 'GOV001_submitVersion', 'submit', { data: reviewForm })
    expect(await findingsIn(review)).toEqual(found)
    await work.act('generalManager', review, 'GOV001_jointReview', 'reject', { opinion: '岗位无人。' })
    await send('processAdmin', 'PUT', '/api/processes/SC-002/versions/2', { xml: sound, note: '改回。' })
    await app.app.jobs.runDue()
    await work.act('processAdmin', review, 'GOV001_reviseVersion', 'submit', {
      data: { ...reviewForm, revisionNote: '改回市场经理。' },
    })
    expect(await findingsIn(review)).toEqual([])
  })

  it('ended by its administrator leaves a draft, which is put before the five once more', async () => {
    await handIn('processAdmin', 'SC-010', await renamed('SC-010', '提交申请'))
    const first = await putForReview('processAdmin', 'SC-010', 2)
    const cancelled = await send(
      'processAdmin',
      'POST',
      `/api/instances/${first.body.instanceId}/terminate`,
      {
        opinion: '暂不修改。',
      },
    )
    expect(cancelled.status).toBe(200)
    expect(await statusOf('SC-010', 2)).toBe('draft')
    const second = await putForReview('processAdmin', 'SC-010', 2)
    expect(second.status).toBe(201)
    expect(second.body.instanceId).not.toBe(first.body.instanceId)
  })
})

describe('two administrators in the same instant', () => {
  it('who hand in different drawings get a version each, and who hand in the same one get one', async () => {
    const drawings = [await renamed('SC-009', '甲'), await renamed('SC-009', '乙')]
    const different = await Promise.all([
      handIn('processAdmin', 'SC-009', drawings[0] ?? ''),
      handIn('graphicDesigner', 'SC-009', drawings[1] ?? ''),
    ])
    expect(different.map(({ body }) => body.version).sort()).toEqual([2, 3])
    const third = await renamed('SC-009', '丙')
    const same = await Promise.all([
      handIn('processAdmin', 'SC-009', third),
      handIn('graphicDesigner', 'SC-009', third),
    ])
    expect(same.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('who put one version before the five get one review; of two versions of a process one is reviewed', async () => {
    const once = await Promise.all([
      putForReview('processAdmin', 'SC-009', 2),
      putForReview('graphicDesigner', 'SC-009', 2),
    ])
    expect(new Set(once.map(({ body }) => body.instanceId)).size).toBe(1)
    expect(codeOf(await putForReview('processAdmin', 'SC-009', 3))).toBe('VERSION_IN_REVIEW')

    await handIn('processAdmin', 'SC-008', await renamed('SC-008', '甲'))
    await handIn('graphicDesigner', 'SC-008', await renamed('SC-008', '乙'))
    const two = await Promise.all([
      putForReview('processAdmin', 'SC-008', 2),
      putForReview('graphicDesigner', 'SC-008', 3),
    ])
    expect(two.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(codeOf(two.find(({ status }) => status === 409) ?? two[0])).toBe('VERSION_IN_REVIEW')
  })
})
