import type { AnswersReceived, SurveyResponse, SurveyResults } from '@canmou/contract'
import { v4 as uuid } from 'uuid'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { good, outcomeOf, questionnaire, Respondent, SurveyDesk } from './survey.ts'

let now = new Date('2026-11-25T08:00:00Z')
const server = useApp({ now: () => now })
const desk = new SurveyDesk(server)

const counted = async (id: string): Promise<number> =>
  (await desk.ask<{ answerCount: number }>('GET', `/${id}`)).answerCount

describe('whoever has a link', () => {
  it('answers without an account, and is thanked', async () => {
    const survey = await desk.published()
    const visitor = new Respondent(server, survey.openLinkPath)
    const page = await visitor.open()
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.json()).toEqual({
      state: 'open',
      title: '线路调研',
      definition: questionnaire,
      hash: survey.publishedHash,
    })
    expect((await visitor.send(good)).json()).toEqual({
      receivedAt: now.toISOString(),
      thanks: '感谢您的支持',
    })
  })

  it('with a link that nobody handed out is told so, whatever it looks like', async () => {
    const stranger = new Respondent(server, `/s/${'A'.repeat(43)}`)
    expect(outcomeOf(await stranger.open())).toBe('NOT_FOUND')
    expect(outcomeOf(await stranger.send(good))).toBe('NOT_FOUND')
    expect(outcomeOf(await new Respondent(server, '/s/short').open())).toBe('REQUEST_INVALID')
  })

  it.each([
    ['a required question left out', { q1: '地铁' }, ['/q3']],
    ['an option that does not exist', { ...good, q1: '高铁' }, ['/q1']],
    ['an option twice', { ...good, q2: ['轴温监测', '轴温监测'] }, ['/q2']],
    ['one option where a list is due', { ...good, q2: '轴温监测' }, ['/q2']],
    ['a score out of range', { ...good, q3: 6 }, ['/q3']],
    ['half a score', { ...good, q3: 4.5 }, ['/q3']],
    ['a score as text', { ...good, q3: '5' }, ['/q3']],
    ['a number as text', { q1: '地铁', q3: 1, q4: 7 }, ['/q4']],
    ['too long a text', { q1: '地铁', q3: 1, q4: '长'.repeat(5001) }, ['/q4']],
    ['a question that is not asked', { ...good, q9: 'x' }, ['/q9']],
    ['an answer to a note', { ...good, q7: 'x' }, ['/q7']],
    ['a hidden question', { ...good, q4: '不该有' }, ['/q4']],
    ['a question hidden by an option with quotes and braces', { ...good, q5: 'L3' }, ['/q5']],
    ['a required question that its condition shows', { q1: '地铁', q3: 1 }, ['/q4']],
    ['a condition on one of several options', { ...good, q2: ['视频监控'] }, ['/q6']],
    ['only blanks where text is required', { q1: '地铁', q3: 1, q4: '   ' }, ['/q4']],
  ])('is refused %s', async (_, answers, paths) => {
    const visitor = new Respondent(server, (await desk.published()).openLinkPath)
    const answer = await visitor.send(answers)
    expect(outcomeOf(answer)).toBe('SURVEY_ANSWERS_INVALID')
    expect(answer.json<{ details: { path: string }[] }>().details.map(({ path }) => path)).toEqual(paths)
  })

  it('answers a question that its condition shows, with quotes and braces in the option', async () => {
    const visitor = new Respondent(server, (await desk.published()).openLinkPath)
    const answers = { q1: `轻轨'{q3}"`, q2: ['视频监控', '轴温监测'], q3: 1, q4: '噪声', q5: 'L3', q6: 'V2' }
    expect(outcomeOf(await visitor.send(answers))).toBe('accepted')
  })

  it('sends again after a lost connection and is counted once', async () => {
    const survey = await desk.published()
    const visitor = new Respondent(server, survey.openLinkPath)
    const key = uuid()
    const sent = await Promise.all([visitor.send(good, key), visitor.send(good, key)])
    sent.push(await visitor.send(good, key))
    expect(sent.map(outcomeOf)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await counted(survey.id)).toBe(1)
    await desk.ask('POST', `/${survey.id}/close`)
    expect(outcomeOf(await visitor.send(good, key))).toBe('accepted')
    expect(outcomeOf(await visitor.send(good))).toBe('SURVEY_CLOSED')
  })

  it('with a personal link answers once, however many clicks come in the same instant', async () => {
    const survey = await desk.published()
    const [link] = await desk.invite(survey, '广州地铁 李工')
    const visitor = new Respondent(server, link?.path)
    const hash = await visitor.hash()
    const sent = await Promise.all(Array.from({ length: 12 }, () => visitor.send(good, uuid(), hash)))
    const outcomes = sent.map(outcomeOf)
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'SURVEY_ANSWERED')).toHaveLength(11)
    expect(await counted(survey.id)).toBe(1)
    expect((await visitor.open()).json()).toEqual({ state: 'answered', title: '线路调研' })
    const page = await desk.ask<{ items: SurveyResponse[] }>('GET', `/${survey.id}/responses`)
    expect(page.items).toMatchObject([
      { channel: 'personalLink', respondent: '广州地铁 李工', answers: good },
    ])
  })

  it('takes the last place of a quota alone, and is told when none is left', async () => {
    const survey = await desk.published()
    await desk.ask('PATCH', `/${survey.id}/collection`, { quota: 5 })
    const visitor = new Respondent(server, survey.openLinkPath)
    const hash = await visitor.hash()
    const sent = await Promise.all(Array.from({ length: 50 }, () => visitor.send(good, uuid(), hash)))
    const outcomes = sent.map(outcomeOf)
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(5)
    expect(outcomes.filter((outcome) => outcome === 'SURVEY_FULL')).toHaveLength(45)
    expect(await counted(survey.id)).toBe(5)
    expect((await visitor.open()).json()).toMatchObject({ state: 'full' })
  })

  it('comes too late after the closing date, or once the survey was closed', async () => {
    const survey = await desk.published()
    const visitor = new Respondent(server, survey.openLinkPath)
    await desk.ask('PATCH', `/${survey.id}/collection`, { closesAt: '2026-11-26T00:00:00Z' })
    const hash = await visitor.hash()
    now = new Date('2026-11-26T00:00:00Z')
    expect((await visitor.open()).json()).toEqual({ state: 'closed', title: '线路调研' })
    expect(outcomeOf(await visitor.send(good, uuid(), hash))).toBe('SURVEY_CLOSED')
    await desk.ask('POST', `/${survey.id}/reopen`)
    expect(outcomeOf(await visitor.send(good))).toBe('accepted')
    await desk.ask('POST', `/${survey.id}/close`)
    expect(outcomeOf(await visitor.send(good, uuid(), hash))).toBe('SURVEY_CLOSED')
  })

  it('cannot use a link that was switched off or taken back', async () => {
    const survey = await desk.published()
    const [link] = await desk.invite(survey, '张工')
    await desk.ask('PATCH', `/${survey.id}/collection`, { hasOpenLink: false })
    expect(outcomeOf(await new Respondent(server, survey.openLinkPath).open())).toBe('NOT_FOUND')
    const again = await desk.ask<typeof survey>('PATCH', `/${survey.id}/collection`, { hasOpenLink: true })
    expect(again.openLinkPath).not.toBe(survey.openLinkPath)
    expect(outcomeOf(await new Respondent(server, again.openLinkPath).send(good))).toBe('accepted')
    await desk.ask('DELETE', `/${survey.id}/invitations/${link?.id}`, undefined, 204)
    expect(outcomeOf(await new Respondent(server, link?.path).open())).toBe('NOT_FOUND')
  })
})

describe('the results', () => {
  it('are counted by the database, with what was typed in at the customer’s', async () => {
    const survey = await desk.published()
    const customer = await server.database.asSystem((tx) =>
      tx.first<{ id: string }>(`select id from records where kind = 'ORG' limit 1`),
    )
    const typedIn = { answers: { ...good, q2: ['轴温监测'], q3: 2 }, respondent: '王主任' }
    await desk.ask<AnswersReceived>(
      'POST',
      `/${survey.id}/responses`,
      { ...typedIn, ...(customer && { customerId: customer.id }) },
      201,
    )
    await desk.ask('POST', `/${survey.id}/responses`, { answers: { q1: '地铁', q3: 1, q4: '噪声大' } }, 201)
    const results = await desk.ask<SurveyResults>('GET', `/${survey.id}/results`)
    expect(results).toMatchObject({ answerCount: 2, byChannel: [{ channel: 'typedIn', count: 2 }] })
    expect(results.questions.map(({ question, answered }) => [question, answered])).toEqual([
      ['q1', 2],
      ['q2', 1],
      ['q3', 2],
      ['q4', 1],
      ['q5', 0],
      ['q6', 0],
    ])
    expect(results.questions[0]?.counts).toEqual([{ value: '地铁', count: 2 }])
    expect(results.questions[2]).toMatchObject({ average: 1.5, lowest: 1 })
    expect(results.questions[3]?.texts).toEqual(['噪声大'])
    expect(
      await desk.ask('POST', `/${survey.id}/responses`, { answers: good, customerId: uuid() }, 400),
    ).toMatchObject({ code: 'REQUEST_INVALID', details: [{ path: '/customerId' }] })
  })

  it('say how many of the personal links were answered', async () => {
    const survey = await desk.published()
    const [link] = await desk.invite(survey, '甲', '乙', '丙')
    await new Respondent(server, link?.path).send(good)
    expect(await desk.ask('GET', `/${survey.id}/results`)).toMatchObject({ invited: 3, responseRate: 33.33 })
  })
})
