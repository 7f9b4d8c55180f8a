import type { InitialPassword, PersonChange, PersonDraft } from '@canmou/contract'
import { newId } from '../db/new-id.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { hashOf } from '../identity/authentication.ts'
import { newPassword } from '../identity/new-password.ts'
import type { Work } from '../work/work.ts'
import { changeOrganization, differing, refuseOutdated, type Facts } from './change-organization.ts'
import { levelOf, rankOf } from './levels.ts'
import { requireDepartment } from './live-entries.ts'
import { loseClearance } from './lost-rights.ts'
import { soundsOf } from './name-sounds.ts'

interface PersonFacts {
  name: string
  departmentId: string
  clearance: number
  dataScope: string
  isDisabled: boolean
}

/**
 * Takes somebody in, with a password that is told once. Fails with USERNAME_TAKEN or DEPARTMENT_UNKNOWN.
 */
export async function createPerson(work: Work, actor: Actor, draft: PersonDraft): Promise<InitialPassword> {
  const id = newId()
  const { password, hash } = await newPassword()
  await changeOrganization(work, actor, async ({ tx, log }) => {
    const { username, departmentId, dataScope } = draft
    const name = draft.name.trim()
    const clearance = rankOf(draft.clearance)
    await requireDepartment(tx, departmentId)
    const made = await tx.execute(
      `insert into people (id, username, name, pinyin, department_id, clearance, data_scope)
       select $1, $2, $3, $4, $5, $6, $7
       where not exists (select from people where lower(username) = lower($2))`,
      [id, username, name, soundsOf(name), departmentId, clearance, dataScope],
    )
    if (made === 0) throw new Failure('USERNAME_TAKEN', { username })
    await tx.execute('select set_password($1, $2)', [id, hash])
    const after = { username, ...factsOf({ name, departmentId, clearance, dataScope, isDisabled: false }) }
    await log({ action: 'person.created', type: 'person', id, name, personId: id, after })
  })
  return { id, password }
}

/**
 * Changes who somebody is and what may be seen; a disabled person is signed out everywhere at once and holds nothing. Fails
 * with NOT_FOUND, ORGANIZATION_OUTDATED, DEPARTMENT_UNKNOWN or LAST_PROCESS_ADMIN.
 */
export function changePerson(work: Work, actor: Actor, id: string, wish: PersonChange): Promise<void> {
  return changeOrganization(work, actor, async (change) => {
    const { tx, log } = change
    const row = await tx.first<PersonFacts & { revision: number }>(
      `select name, department_id as "departmentId", clearance, data_scope as "dataScope",
              disabled_at is not null as "isDisabled", revision
       from people where id = $1`,
      [id],
    )
    if (!row) throw new Failure('NOT_FOUND')
    await refuseOutdated(change, 'person', id, wish.revision, row.revision)
    const next: PersonFacts = {
      name: wish.name?.trim() ?? row.name,
      departmentId: wish.departmentId ?? row.departmentId,
      clearance: wish.clearance === undefined ? row.clearance : rankOf(wish.clearance),
      dataScope: wish.dataScope ?? row.dataScope,
      isDisabled: wish.isDisabled ?? row.isDisabled,
    }
    if (differing(factsOf(row), factsOf(next)).length === 0) return
    if (!next.isDisabled) await requireDepartment(tx, next.departmentId)
    // First, as long as an administrator who leaves is one; and when somebody comes back too, for a sign-in of the very
    // instant of disabling would wake up again.
    if (next.isDisabled !== row.isDisabled) await tx.execute('select end_access($1)', [id])
    await tx.execute(
      `update people
       set name = $2, pinyin = $3, department_id = $4, clearance = $5, data_scope = $6, revision = revision + 1,
           disabled_at = case when $7 then coalesce(disabled_at, now()) end
       where id = $1`,
      [
        id,
        next.name,
        soundsOf(next.name),
        next.departmentId,
        next.clearance,
        next.dataScope,
        next.isDisabled,
      ],
    )
    if (next.clearance < row.clearance) await loseClearance(change, id)
    await log({
      action: 'person.changed',
      type: 'person',
      id,
      name: next.name,
      personId: id,
      before: factsOf(row),
      after: factsOf(next),
    })
  })
}

/**
 * Gives somebody a new password, told once; who is signed in with the old one no longer is. Whoever does so for himself
 * keeps `session`, in which it is told: signed out of it, he could not read it and nobody could let him in again. Fails
 * with NOT_FOUND.
 */
export async function resetPassword(
  work: Work,
  actor: Actor,
  id: string,
  session: string | undefined,
): Promise<InitialPassword> {
  const { password, hash } = await newPassword()
  await changeOrganization(work, actor, async ({ tx, log }) => {
    const row = await tx.first<{ name: string }>('select name from people where id = $1', [id])
    if (!row) throw new Failure('NOT_FOUND')
    await tx.execute('select set_password($1, $2)', [id, hash])
    if (id === actor.id) await endOwnAccess(tx, id, session)
    else await tx.execute('select end_access($1)', [id])
    await log({ action: 'person.passwordReset', type: 'person', id, name: row.name, personId: id })
  })
  return { id, password }
}

/** Tokens and sessions of the actor, but for the one given. */
async function endOwnAccess(tx: Transaction, id: string, session: string | undefined): Promise<void> {
  const kept = session === undefined ? null : hashOf(session)
  await tx.execute('delete from sessions where person_id = $1 and id_hash is distinct from $2', [id, kept])
  await tx.execute('delete from api_tokens where person_id = $1', [id])
}

const factsOf = ({ name, departmentId, clearance, dataScope, isDisabled }: PersonFacts): Facts => ({
  name,
  departmentId,
  clearance: levelOf(clearance),
  dataScope,
  isDisabled,
})
