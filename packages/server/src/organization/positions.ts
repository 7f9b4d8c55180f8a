import type { Labels, PositionChange, PositionDraft } from '@canmou/contract'
import { newId } from '../db/new-id.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import type { Work } from '../work/work.ts'
import { endAssignmentsOf } from './assignments.ts'
import {
  changeOrganization,
  differing,
  nameFacts,
  namesOf,
  refuseOutdated,
  type Facts,
} from './change-organization.ts'
import { requireDepartment, requirePosition } from './live-entries.ts'
import { processesWith } from './step-holders.ts'

interface PositionFacts {
  departmentId: string | null
  memberIds: string[]
  name: Labels
  isEnded: boolean
}

/** The position that the program itself relies on: who edits all this, and who gets what nobody else can do. */
const administrators = 'processAdmin'

/** Fails with DEPARTMENT_UNKNOWN, POSITION_UNKNOWN or NAME_TAKEN. */
export function createPosition(work: Work, actor: Actor, draft: PositionDraft): Promise<string> {
  return changeOrganization(work, actor, async ({ tx, log }) => {
    const id = newId()
    const { departmentId, memberIds = [] } = draft
    const name = namesOf(draft.name)
    await requireDepartment(tx, departmentId)
    await refuseTakenName(tx, id, departmentId, name)
    for (const member of memberIds) await requirePosition(tx, member)
    await tx.execute(
      `insert into positions (id, department_id, name, member_position_ids, sort, edited_at)
       select $1, $2, $3, $4, coalesce(max(sort), 0) + 1, now() from positions`,
      [id, departmentId, JSON.stringify(name), memberIds],
    )
    const after = factsOf({ departmentId, memberIds, name, isEnded: false })
    await log({ action: 'position.created', type: 'position', id, name, positionId: id, after })
    return id
  })
}

/**
 * Renames, moves, ends or brings back a position, or changes the members of a group. Who holds it when it ends does so until
 * the day before. Fails with NOT_FOUND, ORGANIZATION_OUTDATED, DEPARTMENT_UNKNOWN, POSITION_UNKNOWN, NAME_TAKEN, GROUP_CYCLE,
 * POSITION_HELD, POSITION_IN_USE, POSITION_IN_PROCESS or LAST_PROCESS_ADMIN.
 */
export async function changePosition(
  work: Work,
  actor: Actor,
  id: string,
  wish: PositionChange,
): Promise<void> {
  const processes = wish.isEnded ? processesWith(await work.definitions.allInEffect(), id) : []
  return changeOrganization(work, actor, async (change) => {
    const { tx, log } = change
    const row = await tx.first<PositionFacts & { revision: number }>(
      `select department_id as "departmentId", member_position_ids as "memberIds", name,
              ended_at is not null as "isEnded", revision
       from positions where id = $1`,
      [id],
    )
    if (!row) throw new Failure('NOT_FOUND')
    await refuseOutdated(change, 'position', id, wish.revision, row.revision)
    const next = {
      departmentId: wish.departmentId ?? row.departmentId,
      memberIds: wish.memberIds ?? row.memberIds,
      name: wish.name ? namesOf(wish.name) : row.name,
      isEnded: wish.isEnded ?? row.isEnded,
    }
    if (differing(factsOf(row), factsOf(next)).length === 0) return
    if (!next.isEnded) {
      if (next.departmentId !== null) await requireDepartment(tx, next.departmentId)
      await refuseTakenName(tx, id, next.departmentId, next.name)
    }
    const isBack = row.isEnded && !next.isEnded
    if (wish.memberIds || isBack) await refuseMembers(tx, id, next.memberIds, change.today)
    if (next.isEnded && !row.isEnded) await endPosition(change, id, processes)
    await tx.execute(
      `update positions
       set department_id = $2, member_position_ids = $3, name = $4, edited_at = now(), revision = revision + 1,
           ended_at = case when $5 then coalesce(ended_at, now()) end
       where id = $1`,
      [id, next.departmentId, next.memberIds, JSON.stringify(next.name), next.isEnded],
    )
    await log({
      action: 'position.changed',
      type: 'position',
      id,
      name: next.name,
      positionId: id,
      before: factsOf(row),
      after: factsOf(next),
    })
  })
}

const factsOf = ({ name, departmentId, memberIds, isEnded }: PositionFacts): Facts => ({
  ...nameFacts(name),
  departmentId,
  memberIds,
  isEnded,
})

async function refuseTakenName(
  tx: Transaction,
  id: string,
  departmentId: string | null,
  name: Labels,
): Promise<void> {
  const taken = await tx.first(
    `select from positions
     where id <> $1 and department_id is not distinct from $2 and name ->> 'zh-CN' = $3 and ended_at is null`,
    [id, departmentId, name['zh-CN']],
  )
  if (taken) throw new Failure('NAME_TAKEN', { name: name['zh-CN'] })
}

/** A group's members are live, none leads back to the group, and nobody holds the group itself. */
async function refuseMembers(tx: Transaction, id: string, members: string[], today: string): Promise<void> {
  if (members.length === 0) return
  for (const member of members) await requirePosition(tx, member)
  const circle = await tx.first(
    `with recursive below as (
       select unnest($2::text[]) as id
       union
       select unnest(p.member_position_ids) from below b join positions p on p.id = b.id
     )
     select from below where id = $1`,
    [id, members],
  )
  if (circle) throw new Failure('GROUP_CYCLE')
  const held = await tx.first(
    `select from position_assignments
     where position_id = $1 and valid_to is distinct from valid_from - 1 and (valid_to is null or valid_to >= $2)`,
    [id, today],
  )
  if (held || id === administrators) throw new Failure('POSITION_HELD')
}

async function endPosition(
  change: Parameters<typeof endAssignmentsOf>[0],
  id: string,
  processes: string[],
): Promise<void> {
  if (id === administrators) throw new Failure('LAST_PROCESS_ADMIN')
  const [process] = processes
  if (process !== undefined) throw new Failure('POSITION_IN_PROCESS', { process })
  const user = await change.tx.first<{ name: Labels }>(
    `select name from departments where manager_position_id = $1 and ended_at is null
     union all
     select name from positions where $1 = any (member_position_ids) and ended_at is null
     limit 1`,
    [id],
  )
  if (user) throw new Failure('POSITION_IN_USE', { name: user.name })
  await endAssignmentsOf(change, id)
}
