import type { Labels, NameDraft } from '@canmou/contract'
import { recordAct } from '../audit/audit-log.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import type { Work } from '../work/work.ts'
import { localDay } from './local-day.ts'
import { lockOrganization } from './organization-lock.ts'

export type SubjectType = 'department' | 'position' | 'person' | 'assignment'
/** What an entry was, or is, by field; a list of ids as an array. */
export type Facts = Record<string, string | number | boolean | null | string[]>

/** What a change of the organisation is logged as: only the fields that differ. */
export interface LoggedChange {
  action: string
  type: SubjectType
  id: string
  /** How the entry was called then. */
  name: Labels | string
  personId?: string
  positionId?: string
  before?: Facts
  after?: Facts
}

/** One change of the organisation, being made: its transaction, its day, and the log beside it. */
export interface Change {
  tx: Transaction
  actor: Actor
  /** The moment, and the company's day. */
  now: Date
  today: string
  log: (change: LoggedChange) => Promise<void>
}

/**
 * Changes the organisation on behalf of a 流程管理员 (domain.md §3 GOV-3): one at a time, all or nothing, with the log in
 * the same transaction, and never so that nobody is left to do it. It holds for new tasks from the commit on. Fails with
 * FORBIDDEN, LAST_PROCESS_ADMIN, and with what `make` fails with.
 */
export async function changeOrganization<Result>(
  work: Work,
  actor: Actor,
  make: (change: Change) => Promise<Result>,
): Promise<Result> {
  const now = work.now()
  const today = localDay(now)
  const concerned = new Set<string>()
  const result = await work.database.as(actor.id, async (tx) => {
    await lockOrganization(tx)
    // Somebody may have lost the position while waiting for the lock.
    const may = await tx.first<{ may: boolean }>('select current_is_process_admin() as may')
    if (!may?.may) throw new Failure('FORBIDDEN')
    const log = async (change: LoggedChange): Promise<void> => {
      if (change.personId !== undefined) concerned.add(change.personId)
      await logChange(tx, actor, change)
    }
    const made = await make({ tx, actor, now, today, log })
    await refuseWithoutAdministrator(tx, today)
    return made
  })
  await work.directory.reload()
  work.wakeJobs()
  work.announce([...concerned])
  return result
}

async function logChange(tx: Transaction, actor: Actor, change: LoggedChange): Promise<void> {
  const { action, type, id, before = {}, after: _, ...subject } = change
  const after = change.before ? (change.after ?? {}) : filledIn(change.after ?? {})
  const changed = differing(before, after)
  const only = (facts: Facts): Facts =>
    Object.fromEntries(changed.flatMap((field) => (field in facts ? [[field, facts[field] ?? null]] : [])))
  await recordAct(tx, {
    personId: actor.id,
    action,
    subjectType: type,
    subjectId: id,
    data: { ...subject, before: only(before), after: only(after) },
  })
}

/** The fields that are not as they were; none where something was saved as it was, which changes and logs nothing. */
export function differing(before: Facts, after: Facts): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields].filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

/** Of something new, what is empty or not the case says nothing. */
const filledIn = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  )

/** On every day from today on, somebody who may sign in must hold the position. */
async function refuseWithoutAdministrator(tx: Transaction, today: string): Promise<void> {
  const gap = await tx.first(
    `with administration as (
       select a.valid_from, a.valid_to
       from position_assignments a
       join people p on p.id = a.person_id and p.disabled_at is null
       where a.position_id = 'processAdmin'
     )
     select from (select $1::date as day
                  union select valid_to + 1 from administration where valid_to >= $1::date) days
     where not exists (select from administration
                       where valid_from <= day and (valid_to is null or valid_to >= day))
     limit 1`,
    [today],
  )
  if (gap) throw new Failure('LAST_PROCESS_ADMIN')
}

/** An entry that was changed since its editor read it. Fails with ORGANIZATION_OUTDATED, which names who did it. */
export async function refuseOutdated(
  { tx }: Change,
  type: SubjectType,
  id: string,
  known: number,
  is: number,
): Promise<void> {
  if (known === is) return
  const last = await tx.first<{ name: string }>(
    `select p.name
     from audit_log l
     join people p on p.id = l.person_id
     where l.subject_type = $1 and l.subject_id = $2
       and l.subject_type in ('department', 'position', 'person', 'assignment')
     order by l.id desc
     limit 1`,
    [type, id],
  )
  throw new Failure('ORGANIZATION_OUTDATED', {
    person: last?.name ?? { 'zh-CN': '别人', 'zh-TW': '別人', en: 'Somebody' },
  })
}

/** The name in every language: zh-CN where a language has none of its own. */
export function namesOf(draft: NameDraft): Labels {
  const chinese = draft['zh-CN'].trim()
  return {
    'zh-CN': chinese,
    'zh-TW': draft['zh-TW']?.trim() || chinese,
    en: draft.en?.trim() || chinese,
  }
}

/** A name as fields of the log. */
export const nameFacts = (names: Labels): Facts =>
  Object.fromEntries(Object.entries(names).map(([locale, name]) => [`name.${locale}`, name]))
