import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'
import { author, drawnProcesses } from './drawn-process.ts'

// The rules of a step about who holds it, with the positions and people of the database (docs/guide/verbs.md).
const app = useApp()
const work = new Work(app)
/** The 市场部 belongs to the company: above its 市场经理 stands the 产品市场部经理. */
const superior = 'productMarketingManager'
const director = 'technicalDirector'

const { begin } = drawnProcesses(app, work, 'PLC')

/** Open steps with who is asked. */
const asked = async (id: string): Promise<string[]> =>
  (await work.instance(author, id)).tasks.flatMap(({ state, elementId, holders }) =>
    state === 'open' ? `${elementId}: ${holders.map(({ username }) => username).join(' ')}` : [],
  )

/** What the history says that a rule decided: the step, how, and why. */
const decidedByRule = async (id: string): Promise<(string | undefined)[][]> =>
  (await work.instance(author, id)).timeline.flatMap(({ type, elementId, decisionLabel, byRule }) =>
    type === 'autoDecided' ? [[elementId, decisionLabel, byRule?.reason]] : [],
  )

describe('a position that nobody holds', () => {
  const why = '岗位无人任职，按流程规定办理'
  beforeAll(async () => {
    await app.database.asSystem((tx) =>
      tx.execute(
        "update position_assignments set valid_to = valid_from - 1 where position_id = 'financeManager'",
      ),
    )
  })
  const vacant = (rule: string): string => `user B group=financeManager ${rule}\nS > A > B > C > E`

  it('is passed over where the step says so', async () => {
    const id = await begin(vacant('c:vacant=pass'))
    await work.act(author, id, 'A', 'approve')
    expect(await asked(id)).toEqual([`C: ${author}`])
    expect(await decidedByRule(id)).toEqual([['B', '同意', why]])
  })

  it('refuses where the step says so', async () => {
    const id = await begin(vacant('c:vacant=refuse'))
    await work.act(author, id, 'A', 'approve')
    expect(await decidedByRule(id)).toEqual([['B', '不同意', why]])
  })

  it('is taken by whom the step names', async () => {
    const id = await begin(vacant(`c:vacant=named c:vacantTo=${director}`))
    await work.act(author, id, 'A', 'approve')
    expect(await asked(id)).toEqual([`B: ${director}`])
    await work.act(director, id, 'B', 'approve')
    expect(await asked(id)).toEqual([`C: ${author}`])
  })

  it.each(['c:vacant=administrator', ''])('goes to the 流程管理员 (%s)', async (rule) => {
    const id = await begin(vacant(rule))
    await work.act(author, id, 'A', 'approve')
    expect(await asked(id)).toEqual(['B: processAdmin'])
    await work.act('processAdmin', id, 'B', 'approve')
    expect(await asked(id)).toEqual([`C: ${author}`])
  })

  it.each([
    ['refuse', 'void'],
    ['pass', 'inEffect'],
  ])('leaves the record as a person’s decision would (%s: %s)', async (rule, status) => {
    const record =
      '<zeebe:property name="record" value="MRP" /><zeebe:property name="takesEffect" value="onApprove" />'
    const id = await begin(
      `user A form=MRP out:MRP_id="=recordId"\nuser B group=financeManager c:decision=approve-reject c:vacant=${rule}\nS > A > B > E`,
      (xml) =>
        xml.replace(/(id="B"[^]*?<zeebe:userTask \/>)/, `$1<zeebe:properties>${record}</zeebe:properties>`),
    )
    await work.act(author, id, 'A', 'submit', { data: completePlan() })
    const ended = await work.instance(author, id)
    expect([ended.status, ended.records]).toMatchObject(['completed', [{ kind: 'MRP', status, version: 1 }]])
  })

  it('stands in the signature block of the version it decided on, as decided by rule and signed by nobody', async () => {
    const record = '<zeebe:property name="record" value="MRP" />'
    const steps = ['B', 'C', 'D'] as const
    const id = await begin(
      [
        'user A form=MRP out:MRP_id="=recordId"',
        'user B group=financeManager c:decision=approve-reject c:words=sign c:vacant=pass',
        'user C c:decision=approve-reject c:starterApproves=skip',
        `user D group=${director} c:decision=approve-reject`,
        'user F c:decision=none',
        'S > A > B > C > D > F > E',
      ].join('\n'),
      (xml) =>
        steps.reduce(
          (text, step) =>
            text.replace(
              new RegExp(`(id="${step}"[^]*?<zeebe:userTask />)`),
              `$1<zeebe:properties>${record}</zeebe:properties>`,
            ),
          xml,
        ),
    )
    await work.act(author, id, 'A', 'submit', { data: completePlan() })
    const { id: taskId } = await work.openTask(director, id, 'D')
    const byRule = [
      {
        elementId: 'B',
        positionName: '财务经理',
        decision: 'approve',
        decisionLabel: '签准',
        byRule: { rule: 'vacant', reason: why },
        recordVersion: 1,
      },
      {
        elementId: 'C',
        decision: 'approve',
        byRule: { rule: 'starter', reason: '办理人就是发起人，按流程规定办理' },
        recordVersion: 1,
      },
    ]
    const { opinions } = await work.task(director, taskId)
    expect(opinions.filter(({ decision }) => decision !== 'submit')).toMatchObject(byRule)
    expect(opinions.map(({ person, taskId: done }) => [person?.username, done !== undefined])).toEqual([
      [author, true],
      [undefined, false],
      [undefined, false],
    ])
    // The document's own page reads them from the history.
    const { timeline, records } = await work.instance(author, id)
    const recordId = records[0]?.id
    expect(timeline.filter(({ type }) => type === 'autoDecided')).toMatchObject(
      byRule.map((one) => ({ ...one, recordId })),
    )
  })

  it('is no rule for a position that is held', async () => {
    const id = await begin(`user B group=${director} c:vacant=pass\nS > A > B > C > E`)
    await work.act(author, id, 'A', 'approve')
    expect(await asked(id)).toEqual([`B: ${director}`])
    expect(await decidedByRule(id)).toEqual([])
  })
})

describe('an approver who began it himself', () => {
  const own = (rule: string): string =>
    `user A c:decision=none\nuser B ${rule}\nuser C group=${director}\nS > A > B > C > E`

  it.each(['c:starterApproves=self', ''])('approves (%s)', async (rule) => {
    const id = await begin(own(rule))
    await work.act(author, id, 'A', 'submit')
    expect(await asked(id)).toEqual([`B: ${author}`])
    await work.act(author, id, 'B', 'approve')
    expect(await asked(id)).toEqual([`C: ${director}`])
  })

  it('is not asked where the step says skip', async () => {
    const id = await begin(own('c:starterApproves=skip'))
    await work.act(author, id, 'A', 'submit')
    expect(await asked(id)).toEqual([`C: ${director}`])
    expect(await decidedByRule(id)).toEqual([['B', '同意', '办理人就是发起人，按流程规定办理']])
  })

  it('has his superior asked where the step says so', async () => {
    const id = await begin(own('c:starterApproves=superior'))
    await work.act(author, id, 'A', 'submit')
    expect(await asked(id)).toEqual([`B: ${superior}`])
    await work.act(superior, id, 'B', 'approve')
    expect(await asked(id)).toEqual([`C: ${director}`])
  })
})

describe('somebody who has approved already', () => {
  const why = '同一人已经同意过，按流程规定办理'
  const twice = (rule: string): string =>
    `user A c:decision=none\nuser B group=${director}\nuser C group=${director} ${rule}\nuser D group=generalManager\nS > A > B > C > D > E`
  const apart = (rule: string): string =>
    `user A c:decision=none\nuser B group=${director}\nuser C group=generalManager\nuser D group=${director} ${rule}\nuser F\nS > A > B > C > D > F > E`

  it.each(['c:samePerson=ask', ''])('is asked again (%s)', async (rule) => {
    const id = await begin(twice(rule))
    await work.act(author, id, 'A', 'submit')
    await work.act(director, id, 'B', 'approve')
    expect(await asked(id)).toEqual([`C: ${director}`])
  })

  it('is not asked twice running where the step says skipConsecutive, and is where another came between', async () => {
    const id = await begin(twice('c:samePerson=skipConsecutive'))
    await work.act(author, id, 'A', 'submit')
    await work.act(director, id, 'B', 'approve')
    expect(await asked(id)).toEqual(['D: generalManager'])
    expect(await decidedByRule(id)).toEqual([['C', '同意', why]])
    const other = await begin(apart('c:samePerson=skipConsecutive'))
    await work.act(author, other, 'A', 'submit')
    await work.act(director, other, 'B', 'approve')
    await work.act('generalManager', other, 'C', 'approve')
    expect(await asked(other)).toEqual([`D: ${director}`])
  })

  it('is asked once in a round where the step says skipEver, and anew after a return', async () => {
    const id = await begin(apart('c:samePerson=skipEver'))
    await work.act(author, id, 'A', 'submit')
    await work.act(director, id, 'B', 'approve')
    await work.act('generalManager', id, 'C', 'approve')
    expect(await asked(id)).toEqual([`F: ${author}`])
    expect(await decidedByRule(id)).toEqual([['D', '同意', why]])
    await work.act(author, id, 'F', 'returnToStarter', { opinion: '请修改' })
    await work.act(author, id, 'A', 'submit')
    expect(await asked(id)).toEqual([`B: ${director}`])
  })
})
