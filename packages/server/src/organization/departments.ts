import type { DepartmentChange, DepartmentDraft, Labels } from '@canmou/contract'
import { newId } from '../db/new-id.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import type { Work } from '../work/work.ts'
import {
  changeOrganization,
  differing,
  nameFacts,
  namesOf,
  refuseOutdated,
  type Facts,
} from './change-organization.ts'
import { requireDepartment, requirePosition } from './live-entries.ts'

interface DepartmentRow {
  parentId: string | null
  managerPositionId: string | null
  name: Labels
  isEnded: boolean
  revision: number
}

/** Fails with DEPARTMENT_UNKNOWN, POSITION_UNKNOWN or NAME_TAKEN. */
export function createDepartment(work: Work, actor: Actor, draft: DepartmentDraft): Promise<string> {
  return changeOrganization(work, actor, async ({ tx, log }) => {
    const id = newId()
    const { parentId = null, managerPositionId = null } = draft
    const name = namesOf(draft.name)
    await refuseUnknown(tx, parentId, managerPositionId)
    await refuseTakenName(tx, id, parentId, name)
    await tx.execute(
      `insert into departments (id, parent_id, name, manager_position_id, sort, edited_at)
       select $1, $2, $3, $4, coalesce(max(sort), 0) + 1, now() from departments`,
      [id, parentId, JSON.stringify(name), managerPositionId],
    )
    await log({
      action: 'department.created',
      type: 'department',
      id,
      name,
      after: factsOf({ parentId, managerPositionId, name, isEnded: false }),
    })
    return id
  })
}

/**
 * Renames, moves, ends or brings back a department, or gives it another manager. Fails with NOT_FOUND,
 * ORGANIZATION_OUTDATED, DEPARTMENT_UNKNOWN, POSITION_UNKNOWN, NAME_TAKEN, DEPARTMENT_CYCLE or DEPARTMENT_IN_USE.
 */
export function changeDepartment(
  work: Work,
  actor: Actor,
  id: string,
  wish: DepartmentChange,
): Promise<void> {
  return changeOrganization(work, actor, async (change) => {
    const { tx, log } = change
    const row = await tx.first<DepartmentRow>(
      `select parent_id as "parentId", manager_position_id as "managerPositionId", name,
              ended_at is not null as "isEnded", revision
       from departments where id = $1`,
      [id],
    )
    if (!row) throw new Failure('NOT_FOUND')
    await refuseOutdated(change, 'department', id, wish.revision, row.revision)
    const next = {
      parentId: wish.parentId === undefined ? row.parentId : wish.parentId,
      managerPositionId:
        wish.managerPositionId === undefined ? row.managerPositionId : wish.managerPositionId,
      name: wish.name ? namesOf(wish.name) : row.name,
      isEnded: wish.isEnded ?? row.isEnded,
    }
    if (differing(factsOf(row), factsOf(next)).length === 0) return
    if (!next.isEnded) {
      await refuseUnknown(tx, next.parentId, next.managerPositionId)
      await refuseTakenName(tx, id, next.parentId, next.name)
    }
    await refuseCircle(tx, id, next.parentId)
    if (next.isEnded && !row.isEnded) await refuseInUse(tx, id)
    await tx.execute(
      `update departments
       set parent_id = $2, manager_position_id = $3, name = $4, edited_at = now(), revision = revision + 1,
           ended_at = case when $5 then coalesce(ended_at, now()) end
       where id = $1`,
      [id, next.parentId, next.managerPositionId, JSON.stringify(next.name), next.isEnded],
    )
    await log({
      action: 'department.changed',
      type: 'department',
      id,
      name: next.name,
      before: factsOf(row),
      after: factsOf(next),
    })
  })
}

const factsOf = ({ name, parentId, managerPositionId, isEnded }: Omit<DepartmentRow, 'revision'>): Facts => ({
  ...nameFacts(name),
  parentId,
  managerPositionId,
  isEnded,
})

async function refuseUnknown(
  tx: Transaction,
  parentId: string | null,
  managerPositionId: string | null,
): Promise<void> {
  if (parentId !== null) await requireDepartment(tx, parentId)
  if (managerPositionId !== null) await requirePosition(tx, managerPositionId)
}

async function refuseTakenName(
  tx: Transaction,
  id: string,
  parentId: string | null,
  name: Labels,
): Promise<void> {
  const taken = await tx.first(
    `select from departments
     where id <> $1 and parent_id is not distinct from $2 and name ->> 'zh-CN' = $3 and ended_at is null`,
    [id, parentId, name['zh-CN']],
  )
  if (taken) throw new Failure('NAME_TAKEN', { name: name['zh-CN'] })
}

async function refuseCircle(tx: Transaction, id: string, parentId: string | null): Promise<void> {
  const circle = await tx.first(
    `with recursive above as (
       select $2::text as id
       union
       select d.parent_id from above a join departments d on d.id = a.id
     )
     select from above where id = $1`,
    [id, parentId],
  )
  if (circle) throw new Failure('DEPARTMENT_CYCLE')
}

async function refuseInUse(tx: Transaction, id: string): Promise<void> {
  const used = await tx.first(
    `select where exists (select from departments where parent_id = $1 and ended_at is null)
               or exists (select from positions where department_id = $1 and ended_at is null)
               or exists (select from people where department_id = $1 and disabled_at is null)`,
    [id],
  )
  if (used) throw new Failure('DEPARTMENT_IN_USE')
}
