import type {
  InitialPassword,
  Organization,
  OrganizationDepartment,
  OrganizationPosition,
  PersonDetail,
  PersonDraft,
  PositionDetail,
} from '@canmou/contract'
import type { TestApp } from '../app.ts'

export interface Answer {
  status: number
  code?: string
  id?: string
}

/** The 流程管理员 of a test, who edits over HTTP. */
export class Editor {
  private readonly app: TestApp

  constructor(app: TestApp) {
    this.app = app
  }

  async send(method: 'POST' | 'PATCH', path: string, payload: object, by = 'processAdmin'): Promise<Answer> {
    const answer = await this.app.as(by)({ method, url: `/api/organization/${path}`, payload })
    const body = answer.body === '' ? {} : answer.json<{ code?: string; id?: string }>()
    return { status: answer.statusCode, ...body }
  }

  async get<Body>(url: string, by = 'processAdmin'): Promise<Body> {
    const answer = await this.app.as(by)({ method: 'GET', url })
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`)
    return answer.json<Body>()
  }

  async department(id: string): Promise<OrganizationDepartment> {
    const { departments } = await this.get<Organization>('/api/organization')
    return present(departments.find((one) => one.id === id))
  }

  async position(id: string): Promise<OrganizationPosition> {
    const { positions } = await this.get<Organization>('/api/organization')
    return present(positions.find((one) => one.id === id))
  }

  positionPage(id: string): Promise<PositionDetail> {
    return this.get(`/api/organization/positions/${id}`)
  }

  person(id: string): Promise<PersonDetail> {
    return this.get(`/api/organization/people/${id}`)
  }

  async takeIn(username: string, more: Partial<PersonDraft> = {}): Promise<InitialPassword> {
    const payload = {
      username,
      name: `${username}（演示）`,
      departmentId: 'marketing',
      clearance: 'internal',
      dataScope: 'own',
      ...more,
    }
    const answer = await this.app.as('processAdmin')({
      method: 'POST',
      url: '/api/organization/people',
      payload,
    })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json<InitialPassword>()
  }

  appoint(personId: string, positionId: string, more: object = {}): Promise<Answer> {
    return this.send('POST', 'assignments', { personId, positionId, from: today(), ...more })
  }
}

export function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is none')
  return value
}

/** The company's day, some days from now. */
export function today(days = 0): string {
  const shanghai = Date.now() + 8 * 3_600_000 + days * 86_400_000
  return new Date(shanghai).toISOString().slice(0, 10)
}
