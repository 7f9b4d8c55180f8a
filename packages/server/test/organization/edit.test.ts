import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { installOrganization } from '../../src/organization/install-organization.ts'
import { signIn, useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { Editor, present, today } from './editor.ts'

const app = useApp()
const editor = new Editor(app)
const name = (chinese: string) => ({ 'zh-CN': chinese })

describe('departments', () => {
  it('are made, renamed in three languages or one, moved, and given a manager', async () => {
    const made = await editor.send('POST', 'departments', { name: name('品牌部'), parentId: 'company' })
    expect(made.status).toBe(201)
    const id = present(made.id)
    const first = await editor.department(id)
    expect(first.names).toEqual({ 'zh-CN': '品牌部', 'zh-TW': '品牌部', en: '品牌部' })
    const change = {
      revision: first.revision,
      name: { 'zh-CN': '品牌中心', en: 'Brand Centre' },
      parentId: 'marketing',
      managerPositionId: 'marketManager',
    }
    expect((await editor.send('PATCH', `departments/${id}`, change)).status).toBe(204)
    expect(await editor.department(id)).toMatchObject({
      names: { 'zh-CN': '品牌中心', 'zh-TW': '品牌中心', en: 'Brand Centre' },
      parentId: 'marketing',
      managerPositionId: 'marketManager',
      revision: 2,
    })
  })

  it('cannot be moved below themselves, nor be called like a sister', async () => {
    const { revision } = await editor.department('sales')
    expect(
      await editor.send('PATCH', 'departments/sales', { revision, parentId: 'keyAccounts' }),
    ).toMatchObject({
      code: 'DEPARTMENT_CYCLE',
    })
    expect(
      await editor.send('POST', 'departments', { name: name('销售部'), parentId: 'company' }),
    ).toMatchObject({
      status: 409,
      code: 'NAME_TAKEN',
    })
    expect(await editor.send('POST', 'departments', { name: name('甲'), parentId: 'nowhere' })).toMatchObject(
      {
        code: 'DEPARTMENT_UNKNOWN',
      },
    )
  })

  it('end only once they are empty, and come back', async () => {
    const { revision } = await editor.department('finance')
    expect(await editor.send('PATCH', 'departments/finance', { revision, isEnded: true })).toMatchObject({
      code: 'DEPARTMENT_IN_USE',
    })
    const id = present(
      (await editor.send('POST', 'departments', { name: name('临时项目部'), parentId: 'company' })).id,
    )
    await editor.send('PATCH', `departments/${id}`, { revision: 1, isEnded: true })
    const { items } = await editor.get<{ items: { id: string }[] }>('/api/departments')
    expect(items.map((one) => one.id)).not.toContain(id)
    await editor.send('PATCH', `departments/${id}`, { revision: 2, isEnded: false })
    expect(await editor.department(id)).toMatchObject({ isEnded: false, revision: 3 })
  })

  it('come back only with a manager position that is still there', async () => {
    const made = await editor.send('POST', 'positions', { name: name('展厅主管'), departmentId: 'marketing' })
    const managerPositionId = present(made.id)
    const wish = { name: name('展厅'), parentId: 'company', managerPositionId }
    const id = present((await editor.send('POST', 'departments', wish)).id)
    await editor.send('PATCH', `departments/${id}`, { revision: 1, isEnded: true })
    await editor.send('PATCH', `positions/${managerPositionId}`, { revision: 1, isEnded: true })
    const back = { revision: 2, isEnded: false }
    expect((await editor.send('PATCH', `departments/${id}`, back)).code).toBe('POSITION_UNKNOWN')
    await editor.send('PATCH', `positions/${managerPositionId}`, back)
    expect((await editor.send('PATCH', `departments/${id}`, back)).status).toBe(204)
  })

  it('two administrators who edit the same: the second is told who was first', async () => {
    const { revision } = await editor.department('projects')
    const [first, second] = await Promise.all([
      editor.send('PATCH', 'departments/projects', { revision, name: name('工程项目部') }),
      editor.send('PATCH', 'departments/projects', { revision, name: name('项目管理部') }),
    ])
    expect([first.status, second.status].sort()).toEqual([204, 409])
    const refused = first.status === 409 ? first : second
    expect(refused).toMatchObject({
      code: 'ORGANIZATION_OUTDATED',
      message: expect.stringContaining('流程管理员（演示）') as string,
    })
  })
})

describe('positions', () => {
  it('a group has members, never itself, not through another group either', async () => {
    const make = async (title: string, memberIds: string[]): Promise<string> =>
      present(
        (await editor.send('POST', 'positions', { name: name(title), departmentId: 'company', memberIds }))
          .id,
      )
    const inner = await make('小组甲', ['marketManager'])
    const outer = await make('小组乙', [inner])
    expect(
      await editor.send('PATCH', `positions/${inner}`, { revision: 1, memberIds: [outer] }),
    ).toMatchObject({ code: 'GROUP_CYCLE' })
    const { revision } = await editor.position('marketManager')
    expect(
      await editor.send('PATCH', 'positions/marketManager', { revision, memberIds: ['financeManager'] }),
    ).toMatchObject({ code: 'POSITION_HELD' })
    expect((await editor.appoint(app.idOf('marketManager'), inner)).code).toBe('POSITION_IS_GROUP')
    expect(await editor.send('PATCH', 'positions/marketManager', { revision, isEnded: true })).toMatchObject({
      code: 'POSITION_IN_PROCESS',
    })
  })

  it('a group comes back only with members that are still there', async () => {
    const make = async (title: string, more: object): Promise<string> =>
      present(
        (await editor.send('POST', 'positions', { name: name(title), departmentId: 'company', ...more })).id,
      )
    const member = await make('评审员', {})
    const group = await make('评审组', { memberIds: [member] })
    for (const id of [group, member])
      expect((await editor.send('PATCH', `positions/${id}`, { revision: 1, isEnded: true })).status).toBe(204)
    const back = { revision: 2, isEnded: false }
    expect((await editor.send('PATCH', `positions/${group}`, back)).code).toBe('POSITION_UNKNOWN')
    await editor.send('PATCH', `positions/${member}`, back)
    expect((await editor.send('PATCH', `positions/${group}`, back)).status).toBe(204)
  })

  it('end with those who hold them, unless something relies on them', async () => {
    const id = present(
      (await editor.send('POST', 'positions', { name: name('展会专员'), departmentId: 'marketing' })).id,
    )
    await editor.appoint(app.idOf('financeManager'), id, { from: '2020-01-01' })
    await editor.appoint(app.idOf('adminAssistant'), id, { from: today(30) })
    expect((await editor.send('PATCH', `positions/${id}`, { revision: 1, isEnded: true })).status).toBe(204)
    const page = await editor.positionPage(id)
    expect(page.assignments.map(({ person, state, to }) => [person.username, state, to])).toEqual([
      ['adminAssistant', 'withdrawn', today(29)],
      ['financeManager', 'past', today(-1)],
    ])
    const { revision } = await editor.position('processAdmin')
    expect(await editor.send('PATCH', 'positions/processAdmin', { revision, isEnded: true })).toMatchObject({
      status: 409,
    })
  })
})

describe('people', () => {
  it('are taken in with a password that is told once and works', async () => {
    const { id, password } = await editor.takeIn('newcomer')
    await expect(signIn(app.app, 'newcomer', password)).resolves.toContain('canmou_session=')
    expect(JSON.stringify(await editor.person(id))).not.toContain(password)
    const everything = await app.database.asSystem((tx) =>
      tx.query<{ row: string }>('select l::text as row from audit_log l'),
    )
    expect(everything.some(({ row }) => row.includes(password))).toBe(false)
    const taken = await editor.send('POST', 'people', {
      username: 'NewComer',
      name: '重名（演示）',
      departmentId: 'marketing',
      clearance: 'internal',
      dataScope: 'own',
    })
    expect(taken).toMatchObject({ status: 409, code: 'USERNAME_TAKEN' })
  })

  it('a disabled person is out at once: session and token, and not back in by being enabled', async () => {
    const { id, password } = await editor.takeIn('leaver')
    const cookie = await signIn(app.app, 'leaver', password)
    const token = await app.app.inject({
      method: 'POST',
      url: '/api/me/tokens',
      headers: { cookie },
      payload: { name: 'report' },
    })
    const authorization = `Bearer ${token.json<{ token: string }>().token}`
    const enters = async (headers: Record<string, string>): Promise<number> =>
      (await app.app.inject({ url: '/api/me', headers })).statusCode
    expect([await enters({ cookie }), await enters({ authorization })]).toEqual([200, 200])
    await editor.send('PATCH', `people/${id}`, { revision: 1, isDisabled: true })
    expect([await enters({ cookie }), await enters({ authorization })]).toEqual([401, 401])
    await editor.send('PATCH', `people/${id}`, { revision: 2, isDisabled: false })
    expect([await enters({ cookie }), await enters({ authorization })]).toEqual([401, 401])
    await expect(signIn(app.app, 'leaver', password)).resolves.toContain('canmou_session=')
  })

  it('whoever resets his own password stays where he reads it, and is out everywhere else', async () => {
    const { id, password } = await editor.takeIn('deputyAdmin')
    await editor.appoint(id, 'processAdmin')
    const [here, elsewhere] = [
      await signIn(app.app, 'deputyAdmin', password),
      await signIn(app.app, 'deputyAdmin', password),
    ]
    const enters = async (cookie: string): Promise<number> =>
      (await app.app.inject({ url: '/api/me', headers: { cookie } })).statusCode
    const answer = await app.app.inject({
      method: 'POST',
      url: `/api/organization/people/${id}/password`,
      headers: { cookie: here },
    })
    expect([answer.statusCode, await enters(here), await enters(elsewhere)]).toEqual([200, 200, 401])
    const { password: renewed } = answer.json<{ password: string }>()
    await expect(signIn(app.app, 'deputyAdmin', renewed)).resolves.toContain('canmou_session=')
    const [held] = (await editor.person(id)).assignments
    await editor.send('PATCH', `assignments/${present(held).id}`, { revision: 1, isWithdrawn: true })
  })

  it('a new password ends what the old one opened', async () => {
    const { id, password } = await editor.takeIn('forgetful')
    const cookie = await signIn(app.app, 'forgetful', password)
    const answer = await app.as('processAdmin')({
      method: 'POST',
      url: `/api/organization/people/${id}/password`,
    })
    expect((await app.app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(401)
    await expect(signIn(app.app, 'forgetful', password)).rejects.toThrow('CREDENTIALS_WRONG')
    const fresh = answer.json<{ password: string }>().password
    await expect(signIn(app.app, 'forgetful', fresh)).resolves.toContain('canmou_session=')
  })

  it('clearance and data scope hold from the next request on', async () => {
    const { id, password } = await editor.takeIn('cleared')
    const cookie = await signIn(app.app, 'cleared', password)
    await editor.send('PATCH', `people/${id}`, { revision: 1, clearance: 'confidential', dataScope: 'all' })
    const me = await app.app.inject({ url: '/api/me', headers: { cookie } })
    expect(me.json()).toMatchObject({ clearance: 'confidential' })
    expect(await editor.person(id)).toMatchObject({ clearance: 'confidential', dataScope: 'all' })
  })
})

describe('assignments', () => {
  it('several people hold a position, and one person several, each with its days', async () => {
    const { id } = await editor.takeIn('deputy')
    expect((await editor.appoint(id, 'purchasing')).status).toBe(201)
    expect((await editor.appoint(id, 'adminAssistant', { from: today(7), to: today(20) })).status).toBe(201)
    const { holders } = await editor.position('purchasing')
    expect(holders.map(({ username }) => username).sort()).toEqual(['deputy', 'purchasing'])
    const { assignments } = await editor.person(id)
    expect(assignments.map(({ positionId, state }) => [positionId, state])).toEqual([
      ['purchasing', 'current'],
      ['adminAssistant', 'coming'],
    ])
  })

  it('do not overlap, do not end before they begin, and are withdrawn where they were a mistake', async () => {
    const { id } = await editor.takeIn('mistaken')
    const made = await editor.appoint(id, 'financeManager', { from: '2026-01-01', to: '2026-06-30' })
    expect((await editor.appoint(id, 'financeManager', { from: '2026-06-30' })).code).toBe(
      'ASSIGNMENT_OVERLAPS',
    )
    expect((await editor.appoint(id, 'financeManager', { from: '2026-08-01', to: '2026-07-31' })).code).toBe(
      'ASSIGNMENT_DATES_INVALID',
    )
    const path = `assignments/${present(made.id)}`
    expect((await editor.send('PATCH', path, { revision: 1, isWithdrawn: true })).status).toBe(204)
    expect((await editor.appoint(id, 'financeManager', { from: '2026-01-01' })).status).toBe(201)
    const { assignments } = await editor.person(id)
    expect(assignments.map(({ state }) => state).sort()).toEqual(['current', 'withdrawn'])
  })

  it('one takes over from another without a day between', async () => {
    const { id } = await editor.takeIn('successor')
    const { assignments } = await editor.positionPage('businessUnitManager')
    const [former] = assignments
    const answer = await editor.appoint(id, 'businessUnitManager', {
      replaces: { id: present(former).id, revision: present(former).revision },
    })
    expect(answer.status).toBe(201)
    const page = await editor.positionPage('businessUnitManager')
    expect(page.assignments.map(({ person, from, to }) => [person.username, from, to])).toEqual([
      ['successor', today(), undefined],
      ['businessUnitManager', '2000-01-01', today(-1)],
    ])
  })
})

describe('the last 流程管理员', () => {
  it('can be neither disabled, nor end, nor end in a year without a successor', async () => {
    const id = app.idOf('processAdmin')
    const { revision, assignments } = await editor.person(id)
    const assignment = present(assignments.find(({ positionId }) => positionId === 'processAdmin'))
    const path = `assignments/${assignment.id}`
    expect((await editor.send('PATCH', `people/${id}`, { revision, isDisabled: true })).code).toBe(
      'LAST_PROCESS_ADMIN',
    )
    for (const wish of [{ to: today(-1) }, { to: today(365) }, { isWithdrawn: true }, { from: today(1) }]) {
      const answer = await editor.send('PATCH', path, { revision: assignment.revision, ...wish })
      expect([wish, answer.code]).toEqual([wish, 'LAST_PROCESS_ADMIN'])
    }
    expect((await editor.person(id)).assignments).toEqual(assignments)
  })

  it('of two who give it up in the same instant one keeps it', async () => {
    const second = await editor.takeIn('secondAdmin')
    await editor.appoint(second.id, 'processAdmin', { from: '2020-01-01' })
    const { assignments } = await editor.positionPage('processAdmin')
    const answers = await Promise.all(
      assignments.map(({ id, revision }) =>
        editor.send('PATCH', `assignments/${id}`, { revision, to: today(-1) }),
      ),
    )
    expect(answers.filter(({ status }) => status === 204).length).toBe(1)
    const left = await app.database.asSystem((tx) =>
      tx.query(`select from position_assignments where position_id = 'processAdmin' and valid_to is null`),
    )
    expect(left.length).toBe(1)
    await app.database.asSystem((tx) =>
      tx.execute(`update position_assignments set valid_to = null where position_id = 'processAdmin'`),
    )
  })
})

describe('a restart', () => {
  it('keeps what was edited here, and brings what the catalogue has changed otherwise', async () => {
    const catalogue = await loadCatalogue(catalogueFolder)
    const { revision } = await editor.position('graphicDesigner')
    await editor.send('PATCH', 'positions/graphicDesigner', { revision, name: name('视觉设计师') })
    const positions = catalogue.organization.positions.map((position) => ({
      ...position,
      name: { ...position.name, en: `${position.name.en} (new)` },
    }))
    await installOrganization(app.database, {
      ...catalogue,
      organization: { ...catalogue.organization, positions },
    })
    expect((await editor.position('graphicDesigner')).names['zh-CN']).toBe('视觉设计师')
    expect((await editor.position('generalManager')).names.en).toBe('General Manager (new)')
    expect((await editor.department('projects')).names['zh-CN']).toMatch(/工程项目部|项目管理部/)
  })
})

describe('who may edit', () => {
  it('nobody else, not even the general manager', async () => {
    const answer = await editor.send(
      'PATCH',
      'departments/sales',
      { revision: 1, name: name('甲') },
      'generalManager',
    )
    expect(answer).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  })

  it('the tables themselves erase nothing', async () => {
    for (const table of ['departments', 'positions', 'people', 'position_assignments']) {
      await expect(app.database.asSystem((tx) => tx.execute(`delete from ${table}`))).rejects.toThrow(
        'permission denied',
      )
    }
  })
})
