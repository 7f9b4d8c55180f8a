import type { SurveyDetail, SurveyFigures, SurveyResponse, SurveySummary } from '@canmou/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { resultsOf } from '../../src/surveys/results.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from '../records/make-record.ts'
import { good, Respondent, SurveyDesk } from './survey.ts'

const server = useApp()
const catalogue = await loadCatalogue(catalogueFolder)
const designer = new SurveyDesk(server)
const outsider = new SurveyDesk(server, 'production')
const granted = new SurveyDesk(server, 'keyAccountManager1')
let survey: SurveyDetail

/** A survey for a document that only its owner and one account manager may know of, answered twice. */
beforeAll(async () => {
  const ownerId = server.idOf('marketManager')
  const customers = await Promise.all(
    ['甲', '乙', '丙', '丁'].map((title) =>
      makeRecord(server.database, catalogue, { kind: 'ORG', title, ownerId, isShared: true }),
    ),
  )
  const planNo = await makeRecord(server.database, catalogue, { kind: 'SSP', ownerId, data: { customers } })
  const recordId = await makeRecord(server.database, catalogue, {
    kind: 'SSF',
    ownerId,
    needToKnow: true,
    data: { planNo },
  })
  await server.database.asSystem((tx) =>
    tx.execute(`insert into record_grants (record_id, person_id, reason) values ($1, $2, 'granted')`, [
      recordId,
      server.idOf('keyAccountManager1'),
    ]),
  )
  survey = await designer.published({ purpose: 'satisfaction', recordId })
  await new Respondent(server, survey.openLinkPath).send({ ...good, q3: 4 })
  await granted.ask(
    'POST',
    `/${survey.id}/responses`,
    { answers: { ...good, q3: 3 }, customerId: customers[0] },
    201,
  )
})

const answers = (desk: SurveyDesk) => desk.ask<{ items: SurveyResponse[] }>('GET', `/${survey.id}/responses`)
const listed = async (desk: SurveyDesk) =>
  (await desk.ask<{ items: SurveySummary[] }>('GET', `?recordId=${survey.recordId}`)).items.map(
    ({ id }) => id,
  )

describe('the answers of a survey', () => {
  it('are seen by whoever sees its document, and by nobody else', async () => {
    expect((await answers(designer)).items).toHaveLength(2)
    expect((await answers(granted)).items).toHaveLength(2)
    expect(await listed(granted)).toEqual([survey.id])
    expect(await listed(outsider)).toEqual([])
    for (const page of ['', '/responses', '/results', '/summary']) {
      expect(await outsider.ask('GET', `/${survey.id}${page}`, undefined, 404)).toMatchObject({
        code: 'NOT_FOUND',
      })
    }
  })

  it('are not read by the system, nor without saying on whose behalf', async () => {
    const count = 'select id from survey_responses'
    expect(await server.database.asSystem((tx) => tx.query(count))).toEqual([])
    expect(await server.database.call(count)).toEqual([])
    expect(await server.database.query(server.idOf('marketManager'), count)).toHaveLength(2)
  })

  it('are written through the functions alone', async () => {
    for (const statement of [
      'delete from survey_responses',
      `update survey_responses set answers = '{}'`,
      'insert into survey_responses (id) values (gen_random_uuid())',
      'update survey_invitations set used_at = null',
      'select * from survey_link_secret',
    ]) {
      await expect(server.database.query(server.idOf('marketManager'), statement)).rejects.toMatchObject({
        code: '42501',
      })
    }
  })

  it('are summed up for a report as far as its writer sees them, by the customers that the plan names', async () => {
    const figures: SurveyFigures = {
      sampleCount: 2,
      responseRate: 25,
      scoreSummary: [{ dimension: 'quality', average: 3.5, lowest: 3 }],
    }
    expect(await designer.ask('GET', `/${survey.id}/summary`)).toEqual(figures)
    // He sees the questionnaire, not the plan: to him nobody knows who was to be asked.
    expect(await resultsOf(server.database, server.idOf('keyAccountManager1'), survey.id)).toEqual({
      ...figures,
      responseRate: null,
    })
    expect(await resultsOf(server.database, server.idOf('production'), survey.id)).toEqual({
      sampleCount: 0,
      responseRate: null,
      scoreSummary: [],
    })
  })

  it('keep a colleague who only typed some in to those, where the document is not his to see', async () => {
    await server.database.asSystem((tx) =>
      tx.execute(`update record_grants set valid_until = now() where record_id = $1 and person_id = $2`, [
        survey.recordId,
        server.idOf('keyAccountManager1'),
      ]),
    )
    const seen = await server.database.query<{ collectedBy: string }>(
      server.idOf('keyAccountManager1'),
      'select collected_by as "collectedBy" from survey_responses',
    )
    expect(seen).toEqual([{ collectedBy: server.idOf('keyAccountManager1') }])
  })
})

describe('a survey', () => {
  it('is changed, published, closed and handed out by its own people alone', async () => {
    const shared = await makeRecord(server.database, catalogue, {
      kind: 'MRQ',
      ownerId: server.idOf('marketManager'),
      isShared: true,
    })
    const draft = await designer.create({ recordId: shared })
    const reader = new SurveyDesk(server, 'keyAccountManager2')
    expect((await reader.ask<SurveyDetail>('GET', `/${draft.id}`)).can.manage).toBe(false)
    for (const [method, path, payload] of [
      ['PUT', '', { title: '改名', definition: { questions: [] }, revision: 1 }],
      ['POST', '/publish', { revision: 1 }],
      ['POST', '/close', undefined],
      ['PATCH', '/collection', { quota: 1 }],
      ['POST', '/versions', undefined],
      ['GET', '/invitations', undefined],
      ['POST', '/invitations', { invitations: [{ label: '甲' }] }],
      ['DELETE', '', undefined],
    ] as const) {
      expect(await reader.ask(method, `/${draft.id}${path}`, payload, 403)).toMatchObject({
        code: 'SURVEY_NOT_YOURS',
      })
    }
  })

  it('of a level above one’s clearance can neither be made nor seen', async () => {
    expect(
      await granted.ask('POST', '', { purpose: 'research', title: '机密调研', level: 'confidential' }, 403),
    ).toMatchObject({ code: 'CLEARANCE_TOO_LOW' })
  })
})
