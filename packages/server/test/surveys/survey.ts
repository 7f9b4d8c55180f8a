import type {
  PublicSurvey,
  SurveyCreation,
  SurveyDefinition,
  SurveyDetail,
  SurveyInvitation,
} from '@canmou/contract'
import { v4 as uuid } from 'uuid'
import type { LightMyRequestResponse } from 'fastify'
import type { TestApp } from '../app.ts'

/** Two choices, a score that counts as quality, a remark that is asked for only where the score is low. */
export const questionnaire: SurveyDefinition = {
  instruction: '请如实填写',
  thanks: '感谢您的支持',
  questions: [
    { id: 'q1', type: 'single', text: '线路类型', required: true, options: ['地铁', `轻轨'{q3}"`] },
    { id: 'q2', type: 'multiple', text: '使用的产品', required: false, options: ['轴温监测', '视频监控'] },
    { id: 'q3', type: 'score', text: '产品质量', required: true, dimension: 'quality' },
    {
      id: 'q4',
      type: 'text',
      text: '哪里不满意?',
      required: true,
      isLong: true,
      showIf: { question: 'q3', equals: 1 },
    },
    {
      id: 'q5',
      type: 'text',
      text: '轻轨编号',
      required: false,
      showIf: { question: 'q1', equals: `轻轨'{q3}"` },
    },
    {
      id: 'q6',
      type: 'text',
      text: '摄像机型号',
      required: true,
      showIf: { question: 'q2', equals: '视频监控' },
    },
    { id: 'q7', type: 'note', text: '谢谢', required: false },
  ],
}
export const good = { q1: '地铁', q3: 5 }

/** The steps of a survey over HTTP; each fails where the server answers otherwise than expected. */
export class SurveyDesk {
  private readonly server: TestApp
  readonly by: string
  constructor(server: TestApp, by = 'marketManager') {
    this.server = server
    this.by = by
  }

  async ask<Answer>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object,
    expected = 200,
  ): Promise<Answer> {
    const answer = await this.server.as(this.by)({
      method,
      url: `/api/surveys${path}`,
      ...(payload && { payload }),
      headers: { 'idempotency-key': uuid() },
    })
    if (answer.statusCode !== expected) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
    return answer.body === '' ? (undefined as Answer) : answer.json<Answer>()
  }

  create(creation: Partial<SurveyCreation> = {}): Promise<SurveyDetail> {
    return this.ask('POST', '', { purpose: 'research', title: '线路调研', isBlank: true, ...creation }, 201)
  }

  save(
    { id, title, revision }: SurveyDetail,
    definition: SurveyDefinition,
    expected = 200,
  ): Promise<SurveyDetail> {
    return this.ask('PUT', `/${id}`, { title, definition, revision }, expected)
  }

  publish({ id, revision }: SurveyDetail, expected = 200): Promise<SurveyDetail> {
    return this.ask('POST', `/${id}/publish`, { revision }, expected)
  }

  async published(creation: Partial<SurveyCreation> = {}, definition = questionnaire): Promise<SurveyDetail> {
    return this.publish(await this.save(await this.create(creation), definition))
  }

  async invite({ id }: SurveyDetail, ...labels: string[]): Promise<SurveyInvitation[]> {
    const invitations = labels.map((label) => ({ label }))
    const page = await this.ask<{ items: SurveyInvitation[] }>(
      'POST',
      `/${id}/invitations`,
      { invitations },
      201,
    )
    return page.items
  }
}

/** Somebody without an account who follows a link. */
export class Respondent {
  private readonly server: TestApp
  private readonly url: string
  constructor(server: TestApp, linkPath: string | undefined) {
    if (linkPath === undefined) throw new Error('There is no link')
    this.server = server
    this.url = `/api/public/surveys/${linkPath.slice('/s/'.length)}`
  }

  open(): Promise<LightMyRequestResponse> {
    return this.server.app.inject({ method: 'GET', url: this.url })
  }

  async hash(): Promise<string> {
    return (await this.open()).json<PublicSurvey>().hash ?? '0'.repeat(64)
  }

  async send(answers: object, key: string = uuid(), hash?: string): Promise<LightMyRequestResponse> {
    return this.server.app.inject({
      method: 'POST',
      url: `${this.url}/answers`,
      headers: { 'idempotency-key': key },
      payload: { hash: hash ?? (await this.hash()), answers },
    })
  }
}

/** The code of a refused request, or `accepted`. */
export const outcomeOf = (answer: LightMyRequestResponse): string =>
  answer.statusCode < 300 ? 'accepted' : answer.json<{ code: string }>().code
