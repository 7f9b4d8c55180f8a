import type { ProcessDetail } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { Work } from '../work/approval.ts'
import { author, drawnProcesses } from '../work/drawn-process.ts'
import { installSteps } from '../work/steps-in-a-row.ts'

// What a process page says of each step, so that nobody has to read the drawing's XML.
const app = useApp()
const { install } = drawnProcesses(app, new Work(app), 'RUL')

const stepsOf = async (id: string): Promise<ProcessDetail['steps']> => {
  const answer = await app.as(author)({ method: 'GET', url: `/api/processes/${id}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<ProcessDetail>().steps
}

/** By step: its rules as they are read. */
async function rulesOf(drawing: string): Promise<Record<string, string[]>> {
  const steps = await stepsOf(await install(drawing))
  return Object.fromEntries(
    steps.map(({ elementId, rules }) => [elementId, rules.map(({ name, text }) => `${name}：${text}`)]),
  )
}

describe('the rules of a step', () => {
  it.each([
    ['c:mode=all group=production,technology', ['几个人怎么签：会签：每个人都要同意；有一人不同意即结束']],
    [
      'c:mode=all c:refusal=waits group=production,technology',
      ['几个人怎么签：会签：每个人都要同意；等所有人都表态'],
    ],
    ['c:mode=any group=production,technology', ['几个人怎么签：或签：一人同意即可']],
    [
      'c:mode=inOrder group=production,technology',
      ['几个人怎么签：依次：按顺序一个一个签；有一人不同意即结束'],
    ],
    [
      'c:mode=vote c:threshold=60% group=production,technology',
      ['几个人怎么签：票签：同意的达到 60% 就通过；有一人不同意即结束'],
    ],
    ['c:attachment=required', ['附件：必须上传']],
    ['c:signature=required', ['签名：必须手写签名']],
    ['c:batch=allowed', ['批量办理：可以和其他任务一起办理']],
    [
      'c:limit=P2D c:reminders=1 c:remindBefore=PT4H c:onLimit=escalate c:escalateTo=generalManager',
      ['时限：2 个工作日（按工作日历）', '提醒：到期前 4 小时提醒一次', '逾期后：升级给 公司总经理'],
    ],
    ['c:limit="=howLong"', ['时限：到达时按所填数据确定', '逾期后：标为逾期，继续等待办理']],
    ['c:vacant=pass', ['岗位无人：按规则自动通过']],
    ['c:vacant=named c:vacantTo=generalManager', ['岗位无人：交给 公司总经理']],
    ['c:starterApproves=superior', ['办理人就是发起人：交给他的上级']],
    ['c:samePerson=skipEver', ['同一人再次审批：本轮同意过的，按规则自动通过']],
    ['c:afterReturn=direct', ['退回之后：改好后直接回到这一步']],
    ['c:opinion=required', ['意见：必须填写']],
  ])('%s', async (attributes, expected) => {
    const { A = [] } = await rulesOf(`user A ${attributes}\nS > A > E`)
    const ordinary = '意见：不同意时必须填写'
    expect(A.filter((one) => one !== ordinary)).toEqual(expected)
    expect(A.includes(ordinary)).toBe(!attributes.includes('opinion=required'))
  })

  it('name the fields that a step does not show and those that it lets be written', async () => {
    const fields = { budgetItems: 'hidden', method: 'write' }
    const canmou = `<canmou:task decision="approve-reject">${Object.entries(fields)
      .map(([name, access]) => `<canmou:field name="${name}" access="${access}" />`)
      .join('')}</canmou:task>`
    const id = await installSteps(app, [
      { id: 'write', by: author, form: 'MRP', outputs: { MRP_id: '=recordId' } },
      { id: 'decide', by: author, properties: { record: 'MRP' }, canmou },
      {
        id: 'all',
        by: author,
        properties: { record: 'MRP' },
        canmou:
          '<canmou:task decision="approve-reject" otherFields="hidden"><canmou:field name="method" access="read" /></canmou:task>',
      },
    ])
    const steps = await stepsOf(id)
    const fieldsOf = (step: string) =>
      steps
        .find(({ elementId }) => elementId === step)
        ?.rules.flatMap(({ rule, text }) =>
          rule === 'hidden' || rule === 'written' ? `${rule}: ${text}` : [],
        )
    expect(fieldsOf('write')).toEqual([])
    expect(fieldsOf('decide')).toEqual(['hidden: 预算明细、预算合计', 'written: 调研方案'])
    expect(fieldsOf('all')).toEqual(['hidden: 除 调研方案 外全部'])
  })

  it('are said in the reader’s language, of every process that is shipped', async () => {
    const { items } = (await app.as(author)({ method: 'GET', url: '/api/processes' })).json<{
      items: { id: string }[]
    }>()
    const shipped = items.filter(({ id }) => !id.startsWith('RUL-') && !id.startsWith('ROW-'))
    let told = 0
    const speak = (locale: string) => app.as(author)({ method: 'PATCH', url: '/api/me', payload: { locale } })
    for (const { id } of shipped) {
      const chinese = await stepsOf(id)
      await speak('en')
      const english = await stepsOf(id)
      await speak('zh-CN')
      const texts = english.flatMap(({ rules }) => rules.map(({ name, text }) => `${name}: ${text}`))
      expect(texts.filter((text) => /\p{Script=Han}|\{/u.test(text))).toEqual([])
      expect(chinese.flatMap(({ rules }) => rules.map(({ rule }) => rule))).toHaveLength(texts.length)
      told += texts.length
    }
    expect(told).toBeGreaterThan(20)
  })
})
