import { describe, expect, it } from 'vitest'
import type { OrganizationChange } from '@canmou/contract'
import { signIn, useApp } from '../app.ts'
import { Editor, present } from './editor.ts'

const app = useApp()
const editor = new Editor(app)
const name = (chinese: string) => ({ 'zh-CN': chinese })

const changes = (): Promise<{ items: OrganizationChange[]; next?: string }> =>
  editor.get('/api/organization/changes')

describe('the log', () => {
  it('says who changed what, from what to what, in the reader’s language, page by page', async () => {
    const admin = await signIn(app.app, 'processAdmin')
    const ask = async (url: string) =>
      (await app.app.inject({ url, headers: { cookie: admin } })).json<{
        items: OrganizationChange[]
        next?: string
      }>()
    await editor.takeIn('earlier')
    const { id } = await editor.takeIn('logged')
    await editor.send('PATCH', `people/${id}`, { revision: 1, departmentId: 'finance', clearance: 'secret' })
    const first = await ask('/api/organization/changes?limit=2')
    expect(first.items[0]).toMatchObject({
      action: 'person.changed',
      by: { username: 'processAdmin' },
      subject: { personId: id, name: 'logged（演示）' },
      fields: [
        { field: 'departmentId', before: '市场部', after: '财务部' },
        { field: 'clearance', before: 'internal', after: 'secret' },
      ],
    })
    const second = await ask(`/api/organization/changes?limit=2&cursor=${present(first.next)}`)
    expect(second.items[0]?.id).toBeLessThan(present(first.items[1]).id)
  })

  it('is the 流程管理员’s alone: the database gives nobody else a line of it', async () => {
    const asked = async (username: string): Promise<number> => {
      const rows = await app.database.query(app.idOf(username), 'select from audit_log')
      return rows.length
    }
    const { items } = await changes()
    expect(items.length).toBeGreaterThan(0)
    expect(await asked('generalManager')).toBe(0)
    const all = await app.database.query<{ action: string }>(
      app.idOf('processAdmin'),
      'select distinct action from audit_log',
    )
    expect(all.map(({ action }) => action)).not.toContain('session.started')
  })

  it('has nothing of what was saved as it was, and the next editor is not held up by it', async () => {
    const before = (await changes()).items[0]?.id
    const { revision, names } = await editor.department('finance')
    const position = await editor.position('financeManager')
    const person = await editor.person(app.idOf('financeManager'))
    const assignment = present(person.assignments[0])
    const asItIs = {
      'departments/finance': { revision, name: names, parentId: 'company' },
      'positions/financeManager': {
        revision: position.revision,
        name: position.names,
        departmentId: 'finance',
      },
      [`people/${person.id}`]: {
        revision: person.revision,
        name: ` ${person.name} `,
        clearance: person.clearance,
      },
      [`assignments/${assignment.id}`]: { revision: assignment.revision, from: assignment.from },
    }
    for (const [path, wish] of Object.entries(asItIs))
      for (let click = 1; click <= 2; click++)
        expect([path, (await editor.send('PATCH', path, wish)).status]).toEqual([path, 204])
    expect((await changes()).items[0]?.id).toBe(before)
  })

  it('tells that somebody’s tasks were handed to another', async () => {
    const leaving = app.idOf('graphicDesigner')
    const answer = await app.as('processAdmin')({
      method: 'POST',
      url: `/api/people/${leaving}/hand-over`,
      payload: { to: 'marketManager' },
    })
    expect(answer.statusCode).toBe(200)
    const [last] = (await changes()).items
    expect(last).toMatchObject({
      action: 'person.handedOver',
      by: { username: 'processAdmin' },
      subject: { personId: leaving, name: '公司美工（演示）' },
      fields: [
        { field: 'handedTo', after: '市场经理（演示）' },
        { field: 'handedTasks', after: '0' },
      ],
    })
    // As it was logged when it said less about itself.
    await app.database.asSystem((tx) =>
      tx.execute(
        `insert into audit_log (person_id, action, subject_type, subject_id, data)
         values ($1, 'person.handedOver', 'person', $2, '{"to": "marketManager", "instances": 1}')`,
        [leaving, leaving],
      ),
    )
    expect((await changes()).items[0]).toMatchObject({
      subject: { personId: leaving, name: '公司美工（演示）' },
      fields: [],
    })
  })

  it('has nothing of what was refused', async () => {
    const before = (await changes()).items[0]?.id
    await editor.send('PATCH', `people/${app.idOf('marketManager')}`, { revision: 99, name: '改名' })
    await editor.send('POST', 'departments', { name: name('销售部'), parentId: 'company' })
    expect((await changes()).items[0]?.id).toBe(before)
  })
})
