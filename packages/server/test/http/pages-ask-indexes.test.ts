import pg from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { useApp } from '../app.ts'
import { Work } from '../work/approval.ts'

// What a page reads of one task, instance or record must not grow with all that there are. Under row-level security that is
// easily lost: a condition that the planner does not take for harmless is asked after the policy, of every row.
const app = useApp()
const work = new Work(app)
const by = 'generalManager'
const growing = new Set([
  'attachments',
  'copies',
  'instance_links',
  'instance_participants',
  'instances',
  'jobs',
  'record_grants',
  'record_links',
  'record_versions',
  'records',
  'signatures',
  'signed_versions',
  'steps',
  'task_candidates',
  'tasks',
])

let plan = ''
let task = ''
let record = ''

beforeAll(async () => {
  plan = await work.planBeforeSignature()
  const { tasks, records } = await work.instance(by, plan)
  record = records[0]?.id ?? ''
  task = tasks.find(({ holders }) => holders.some(({ username }) => username === by))?.id ?? ''
  if (!task || !record) throw new Error('a task and its record were expected')
})

interface Statement {
  text: string
  values: unknown[]
}

/** The statements that a page reads by. */
async function statementsOf(url: string): Promise<Statement[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  const answer = await app.as(by)({ method: 'GET', url })
  const asked = query.mock.calls.flatMap(([asking]: unknown[]): Statement[] => {
    const { text, values = [] } = (typeof asking === 'object' ? asking : {}) as Partial<Statement>
    return text !== undefined && /^\s*(?:select|with)\b/.test(text) ? [{ text, values }] : []
  })
  query.mockRestore()
  expect(answer.statusCode, answer.body).toBe(200)
  return asked
}

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Cond'?: string
  'Recheck Cond'?: string
  Plans?: PlanNode[]
}
type PlanRow = { 'QUERY PLAN': { Plan: PlanNode }[] }

/** The tables that a statement reads as a whole, though an index would be preferred wherever it can be asked. */
const wholeTables = ({ text, values }: Statement): Promise<string[]> =>
  app.database.as(app.idOf(by), async (tx) => {
    await tx.execute('set local enable_seqscan = off')
    const rows = await tx.query<PlanRow>(`explain (format json) ${text}`, values)
    return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => readAsAWhole(Plan)))
  })

function readAsAWhole(node: PlanNode): string[] {
  const table = node['Relation Name']
  const isAsked = node['Index Cond'] !== undefined || node['Recheck Cond'] !== undefined
  const own =
    table !== undefined && growing.has(table) && !isAsked ? [`${node['Node Type']} on ${table}`] : []
  return [...own, ...(node.Plans ?? []).flatMap(readAsAWhole)]
}

describe('the page of', () => {
  it.each([
    ['a task', () => `/api/tasks/${task}`],
    ['what can be done with a task', () => `/api/tasks/${task}/verbs`],
    ['the files with an opinion', () => `/api/tasks/${task}/attachments`],
    ['an instance', () => `/api/instances/${plan}`],
    ['the drawing of an instance', () => `/api/instances/${plan}/diagram`],
    ['what comes next in an instance', () => `/api/instances/${plan}/expected`],
    ['a record', () => `/api/records/${record}`],
    ['the versions of a record', () => `/api/records/${record}/versions`],
  ])('%s asks indexes', async (_, url) => {
    const statements = await statementsOf(url())
    expect(statements.length).toBeGreaterThan(1)
    const found = await Promise.all(
      statements.map(async (statement) => ({ ...statement, scans: await wholeTables(statement) })),
    )
    expect(found.filter(({ scans }) => scans.length > 0)).toEqual([])
  })
})
