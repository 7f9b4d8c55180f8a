import type { SurveyDetail } from '@canmou/contract'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from '../records/make-record.ts'
import { good, outcomeOf, questionnaire, Respondent, SurveyDesk } from './survey.ts'

const server = useApp()
const desk = new SurveyDesk(server)
const catalogue = await loadCatalogue(catalogueFolder)

describe('a questionnaire in design', () => {
  it('begins with the handbook’s scores and the questions of its document', async () => {
    const recordId = await makeRecord(server.database, catalogue, {
      kind: 'SSF',
      ownerId: server.idOf('marketManager'),
      data: {
        instruction: '请按实际感受填写',
        questions: [
          { no: 1, text: '是否愿意推荐?', type: 'single', options: '愿意;不愿意；说不准', required: true },
        ],
      },
    })
    const survey = await desk.create({ purpose: 'satisfaction', recordId, isBlank: false })
    expect(survey.recordId).toBe(recordId)
    expect(survey.definition.instruction).toBe('请按实际感受填写')
    expect(
      survey.definition.questions.map(({ type, text, dimension, options }) => [
        type,
        text,
        dimension ?? options,
      ]),
    ).toEqual([
      ['score', '产品质量', 'quality'],
      ['score', '交付', 'delivery'],
      ['score', '服务', 'service'],
      ['score', '价格', 'price'],
      ['score', '总体', 'overall'],
      ['text', '意见/投诉', undefined],
      ['single', '是否愿意推荐?', ['愿意', '不愿意', '说不准']],
    ])
    expect(outcomeOf(await server.as('marketManager')({ url: `/api/surveys/${survey.id}` }))).toBe('accepted')
  })

  it('is saved unfinished, is refused by its revision where a colleague was faster, and is published complete only', async () => {
    const draft = await desk.create()
    const half = await desk.save(draft, {
      questions: [{ id: 'q1', type: 'single', text: '', required: true, options: ['一'] }],
    })
    expect(await desk.save(draft, questionnaire, 409)).toMatchObject({ code: 'SURVEY_OUTDATED' })
    expect(await desk.publish(half, 422)).toMatchObject({
      code: 'SURVEY_INVALID',
      details: [{ path: '/questions/0/text' }, { path: '/questions/0/options' }],
    })
  })

  it('can be thrown away, until it is published', async () => {
    const draft = await desk.create()
    await desk.ask('DELETE', `/${draft.id}`, undefined, 204)
    await desk.ask('GET', `/${draft.id}`, undefined, 404)
    const published = await desk.published()
    expect(await desk.ask('DELETE', `/${published.id}`, undefined, 409)).toMatchObject({
      code: 'SURVEY_PUBLISHED',
    })
  })
})

describe('a published questionnaire', () => {
  it('is frozen under a hash: neither the server nor its role in the database changes it', async () => {
    const survey = await desk.published()
    expect(survey).toMatchObject({
      status: 'published',
      publishedHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await desk.save(survey, questionnaire, 409)).toMatchObject({ code: 'SURVEY_PUBLISHED' })
    expect(await desk.publish(survey, 409)).toMatchObject({ code: 'SURVEY_PUBLISHED' })
    const change = server.database.query(
      server.idOf('marketManager'),
      `update surveys set title = '别的' where id = $1`,
      [survey.id],
    )
    await expect(change).rejects.toMatchObject({ code: 'CM010' })
    const owner = new pg.Client({ connectionString: server.adminUrl })
    await owner.connect()
    await expect(
      owner.query(`update surveys set definition = '{"questions":[]}' where id = $1`, [survey.id]),
    ).rejects.toMatchObject({ code: 'CM010' })
    await owner.end()
  })

  it('published twice in the same instant is published once', async () => {
    const draft = await desk.save(await desk.create(), questionnaire)
    const publish = () =>
      server.as('marketManager')({
        method: 'POST',
        url: `/api/surveys/${draft.id}/publish`,
        payload: { revision: draft.revision },
      })
    const outcomes = (await Promise.all([publish(), publish(), publish()])).map(outcomeOf)
    expect(outcomes.toSorted()).toEqual(['SURVEY_PUBLISHED', 'SURVEY_PUBLISHED', 'accepted'])
  })

  it('is corrected by its next version, which takes over the links and closes it', async () => {
    const first = await desk.published({ title: '有错字的问卷' })
    const [used, unused] = await desk.invite(first, '段甲', '段乙')
    await new Respondent(server, used?.path).send(good)
    const drafts = await Promise.all([
      desk.ask<SurveyDetail>('POST', `/${first.id}/versions`),
      desk.ask<SurveyDetail>('POST', `/${first.id}/versions`),
    ])
    expect(drafts[0]?.id).toBe(drafts[1]?.id)
    const [draft] = drafts
    if (!draft) throw new Error('no draft')
    expect(draft).toMatchObject({ version: 2, status: 'draft', title: '有错字的问卷' })
    const stale = await new Respondent(server, first.openLinkPath).hash()

    const corrected = await desk.publish(await desk.save({ ...draft, title: '改正的问卷' }, questionnaire))
    expect(corrected.openLinkPath).toBe(first.openLinkPath)
    const visitor = new Respondent(server, first.openLinkPath)
    expect((await visitor.open()).json()).toMatchObject({ state: 'open', title: '改正的问卷' })
    expect(outcomeOf(await visitor.send(good, undefined, stale))).toBe('SURVEY_CHANGED')
    expect(outcomeOf(await visitor.send(good))).toBe('accepted')
    expect(outcomeOf(await new Respondent(server, unused?.path).send(good))).toBe('accepted')
    expect(outcomeOf(await new Respondent(server, used?.path).send(good))).toBe('SURVEY_ANSWERED')
    expect(await desk.ask('GET', `/${first.id}`)).toMatchObject({ status: 'closed', answerCount: 1 })
    expect(await desk.ask('GET', `/${corrected.id}`)).toMatchObject({ answerCount: 2, invitationCount: 1 })
    expect(await desk.ask('POST', `/${first.id}/reopen`, undefined, 409)).toMatchObject({
      code: 'SURVEY_SUPERSEDED',
    })
    expect(await desk.ask('GET', `/${corrected.id}/summary`)).toEqual({
      sampleCount: 3,
      responseRate: 100,
      scoreSummary: [{ dimension: 'quality', average: 5, lowest: 5 }],
    })
  })
})
