import type { InstanceDetail } from '@canmou/contract'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'
import { installProcess } from './install-process.ts'

const app = useApp()
const work = new Work(app)

const flow = (id: string, from: string, to: string): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`
const task = (id: string, groups: string, rule: string, form = ''): string =>
  `<bpmn:userTask id="${id}" name="${id}"><bpmn:extensionElements>${form}<zeebe:assignmentDefinition candidateGroups="${groups}" />${rule}</bpmn:extensionElements></bpmn:userTask>`
const decide = (rule = ''): string => `<canmou:task decision="approve-reject" ${rule} />`

/** A plan is written while others have tasks of their own: two groups, a position of one rank, one with a rule. */
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    xmlns:canmou="http://canmou.org/schema/bpmn/1.0" id="LEVEL_definitions" targetNamespace="http://canmou.org/test">
  <bpmn:process id="LEVEL" isExecutable="true">
    <bpmn:startEvent id="LEVEL_start" /><bpmn:parallelGateway id="LEVEL_fork" />
    ${task('LEVEL_write', 'marketManager', '', '<zeebe:formDefinition formId="MRP" />')}
    ${task('LEVEL_mixed', 'financeManager,keyAccountManager', decide())}
    ${task('LEVEL_vacated', 'keyAccountManager', decide())}
    ${task('LEVEL_passed', 'graphicDesigner', decide('vacant="pass"'))}
    <bpmn:parallelGateway id="LEVEL_join" /><bpmn:endEvent id="LEVEL_end" />
    ${flow('f0', 'LEVEL_start', 'LEVEL_fork')}
    ${['write', 'mixed', 'vacated', 'passed'].map((one) => flow(`a_${one}`, 'LEVEL_fork', `LEVEL_${one}`) + flow(`b_${one}`, `LEVEL_${one}`, 'LEVEL_join')).join('')}
    ${flow('f9', 'LEVEL_join', 'LEVEL_end')}
  </bpmn:process>
</bpmn:definitions>`

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: app.adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function raised(): Promise<InstanceDetail> {
  const { id } = await work.start('marketManager', 'LEVEL-001')
  const before = await work.instance('keyAccountManager1', id)
  expect(openAt(before, 'LEVEL_vacated')).toEqual([
    'keyAccountManager1',
    'keyAccountManager2',
    'keyAccountManager3',
  ])
  await work.act('marketManager', id, 'LEVEL_write', 'submit', {
    data: { ...completePlan(), researchType: 'routine' },
    level: 'secret',
  })
  return work.instance('marketManager', id)
}

const openAt = ({ tasks }: InstanceDetail, elementId: string): string[] =>
  tasks
    .filter((one) => one.state === 'open' && one.elementId === elementId)
    .flatMap(({ holders }) => holders.map(({ username }) => username))
    .sort()

describe('an instance whose level rises', () => {
  beforeAll(() => installProcess(app.database, { id: 'LEVEL-001', bpmnId: 'LEVEL', name: '密级', xml }))

  it('is out of sight at once for whoever is not cleared, and its tasks stay with those who are', async () => {
    const after = await raised()
    expect(after.level).toBe('secret')
    expect(openAt(after, 'LEVEL_mixed')).toEqual(['financeManager'])
    const lost = app.as('keyAccountManager1')
    expect((await lost({ method: 'GET', url: `/api/instances/${after.id}` })).statusCode).toBe(404)
    const inbox = (await lost({ method: 'GET', url: '/api/tasks' })).json<{
      items: { instance: { id: string } }[]
    }>()
    expect(inbox.items.filter(({ instance }) => instance.id === after.id)).toEqual([])
    const stale = after.tasks.find(({ elementId }) => elementId === 'LEVEL_mixed')
    const pressed = await lost({ method: 'POST', url: `/api/tasks/${stale?.id ?? ''}/approve`, payload: {} })
    expect(pressed.json<{ code: string }>().code).toBe('NOT_FOUND')
    const rows = await app.database.asSystem((tx) =>
      tx.query(
        `select c.task_id
         from task_candidates c
         join people p on p.id = c.person_id
         where c.instance_id = $1 and p.clearance < 2`,
        [after.id],
      ),
    )
    expect(rows).toEqual([])
  })

  it('gives a task that nobody may do any more to whoever raised it, where no administrator is cleared', async () => {
    const after = await raised()
    expect(openAt(after, 'LEVEL_vacated')).toEqual(['marketManager'])
    expect(after.timeline.filter(({ type }) => type === 'incident')).toHaveLength(2)
  })

  it('follows the rule that the drawing has for a vacant position', async () => {
    const after = await raised()
    expect(openAt(after, 'LEVEL_passed')).toEqual([])
    expect(after.timeline.filter(({ type }) => type === 'autoDecided')).toMatchObject([
      { elementId: 'LEVEL_passed' },
    ])
  })

  it('puts it before the administrator who is cleared, and goes on to its end', async () => {
    await asOwner(`update people set clearance = 2 where username = 'processAdmin'`)
    const after = await raised()
    expect(openAt(after, 'LEVEL_vacated')).toEqual(['processAdmin'])
    await work.act('processAdmin', after.id, 'LEVEL_vacated', 'approve')
    await work.act('financeManager', after.id, 'LEVEL_mixed', 'approve')
    expect((await work.instance('marketManager', after.id)).status).toBe('completed')
  })
})
