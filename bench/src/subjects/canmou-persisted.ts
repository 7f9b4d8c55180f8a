import type { TaskActionDone } from '@canmou/contract'
import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { v7 as uuid } from 'uuid'
import { loadCatalogue } from '../../../packages/server/src/catalogue/load-catalogue.ts'
import { openPool, type Database } from '../../../packages/server/src/db/database.ts'
import type { OpenDatabase } from '../../../packages/server/src/db/embedded/open-database.ts'
import { migrate } from '../../../packages/server/src/db/migrate.ts'
import { FileStore } from '../../../packages/server/src/files/file-store.ts'
import type { Actor } from '../../../packages/server/src/http/actor.ts'
import type { Context } from '../../../packages/server/src/http/context.ts'
import { installCatalogue } from '../../../packages/server/src/install-catalogue.ts'
import { actOnTask } from '../../../packages/server/src/work/act-on-task.ts'
import { startInstance } from '../../../packages/server/src/work/start-instance.ts'
import { openWork, type Work } from '../../../packages/server/src/work/work.ts'
import type { Subject } from '../measure.ts'
import { nineActions } from './approval.ts'

const processId = 'BEN-001'
const signatories = [
  'productMarketingManager',
  'technicalDirector',
  'generalManager',
  'keyAccountDeptManager',
]

/**
 * The program's own way of doing a verb, without HTTP: the tasks, who may do them, the history and the command log are
 * written with the state.
 */
export async function openCanmouPersisted(opened: OpenDatabase): Promise<Subject> {
  const { carryOne, close } = await openApproval(opened)
  return { name: 'Canmou, saved', carry: carryOne, close }
}

/** The program on a fresh database, with the approval process in effect. */
export interface Approval {
  context: Context
  /** By user name. */
  actors: ReadonlyMap<string, Actor>
  /** Carries one instance to its end; resolves to the number of human actions done. */
  carryOne: () => Promise<number>
  close: () => Promise<void>
}

export async function openApproval(opened: Pick<OpenDatabase, 'adminUrl' | 'appUrl'>): Promise<Approval> {
  await migrate(opened.adminUrl)
  const database = openPool(opened.appUrl, { max: 16 })
  const catalogue = await loadCatalogue(fileURLToPath(new URL('../../../catalogue', import.meta.url)))
  await installCatalogue(database, catalogue)
  await installApproval(database)
  const context: Context = {
    database,
    catalogue,
    files: new FileStore('/nonexistent'),
    events: new EventEmitter(),
    now: () => new Date(),
  }
  const work = openWork(context)
  const actors = await demoActors(database)
  return { context, actors, carryOne: () => carry(work, actors), close: () => database.close() }
}

async function carry(work: Work, actors: ReadonlyMap<string, Actor>): Promise<number> {
  const starter = actorOf(actors, 'marketManager')
  const started = await startInstance(work, { processId, actorId: starter.id, starterId: starter.id })
  let answer = ''
  for (const { decision } of nineActions) {
    const [task] = (await work.instances.get(started.id))?.tasks ?? []
    if (!task) throw new Error('no task is open')
    const opinion = decision === 'reject' ? { opinion: '请补充' } : {}
    const actor = actorOf(actors, task.positionId ?? '')
    answer = await actOnTask(work, actor, task.id, { verb: decision ?? 'submit', ...opinion }, undefined)
  }
  // The answers are texts for a client: only the last one is read.
  const { status } = (JSON.parse(answer) as TaskActionDone).instance
  if (status !== 'completed') throw new Error(`the instance is ${status}`)
  return nineActions.length
}

function actorOf(actors: ReadonlyMap<string, Actor>, username: string): Actor {
  const actor = actors.get(username)
  if (!actor) throw new Error(`there is no ${username}`)
  return actor
}

async function demoActors(database: Database): Promise<Map<string, Actor>> {
  const rows = await database.asSystem((tx) =>
    tx.query<{ id: string; username: string; name: string; departmentId: string }>(
      'select id, username, name, department_id as "departmentId" from people',
    ),
  )
  return new Map(
    rows.map((row) => [
      row.username,
      { ...row, clearance: 'confidential', locale: 'zh-CN', positions: [row.username] },
    ]),
  )
}

/** The same drawing that the others carry, as a process in effect. */
async function installApproval(database: Database): Promise<void> {
  const xml = await readFile(new URL('../../drawings/approval-saved.bpmn', import.meta.url), 'utf8')
  const name = { 'zh-CN': '审批', 'zh-TW': '審批', en: 'Approval' }
  const definition = {
    id: processId,
    processId: 'approval',
    name,
    description: name,
    departmentId: 'marketing',
    ownerPosition: 'marketManager',
    starterPositions: ['marketManager'],
    starts: ['manual'],
    recordKinds: [],
    settings: [{ id: 'signatories', name, type: 'positions', default: signatories }],
    labels: {},
  }
  await database.asSystem(async (tx) => {
    await tx.execute(
      `insert into processes (id, name, description, department_id, starter_positions)
       values ($1, $2, $2, $3, '{marketManager}')`,
      [processId, JSON.stringify(name), definition.departmentId],
    )
    await tx.execute(
      `insert into process_versions (id, process_id, version, status, xml, definition, sha256, signed_by, effective_at)
       values ($1, $2, 1, 'inEffect', $3, $4, '\\x00', 'installation', now())`,
      [uuid(), processId, xml, JSON.stringify(definition)],
    )
  })
}
