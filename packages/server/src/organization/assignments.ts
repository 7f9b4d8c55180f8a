import type { AssignmentChange, AssignmentDraft, Labels } from '@canmou/contract'
import { newId } from '../db/new-id.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import type { Work } from '../work/work.ts'
import { changeOrganization, refuseOutdated, type Change } from './change-organization.ts'
import { requirePerson, requirePosition } from './live-entries.ts'

interface AssignmentRow {
  id: string
  personId: string
  personName: string
  positionId: string
  positionName: Labels
  from: string
  to: string | null
  revision: number
}

const assignmentColumns = `a.id, a.person_id as "personId", h.name as "personName", a.position_id as "positionId",
         p.name as "positionName", a.valid_from as "from", a.valid_to as "to", a.revision
  from position_assignments a
  join people h on h.id = a.person_id
  join positions p on p.id = a.position_id`

/**
 * Appoints somebody to a position, from one day to another (both included) or open-ended, and in place of somebody else
 * where it says so. Fails with PERSON_UNKNOWN, POSITION_UNKNOWN, POSITION_IS_GROUP, ASSIGNMENT_DATES_INVALID,
 * ASSIGNMENT_OVERLAPS, ORGANIZATION_OUTDATED or LAST_PROCESS_ADMIN.
 */
export function createAssignment(work: Work, actor: Actor, draft: AssignmentDraft): Promise<string> {
  return changeOrganization(work, actor, async (change) => {
    const { personId, positionId, from, to = null, replaces } = draft
    const person = await requirePerson(change.tx, personId)
    const position = await requirePosition(change.tx, positionId)
    if (position.isGroup) throw new Failure('POSITION_IS_GROUP', { position: position.name })
    if (replaces) await takeOver(change, positionId, replaces, from)
    const row: AssignmentRow = {
      id: newId(),
      personId,
      personName: person.name,
      positionId,
      positionName: position.name,
      from,
      to,
      revision: 1,
    }
    await refuseDates(change, row)
    await change.tx.execute(
      `insert into position_assignments (id, person_id, position_id, valid_from, valid_to)
       values ($1, $2, $3, $4, $5)`,
      [row.id, personId, positionId, from, to],
    )
    await logAssignment(change, 'assignment.created', row, undefined)
    return row.id
  })
}

/**
 * Moves an assignment's first or last day, or withdraws one that was a mistake. Fails with NOT_FOUND,
 * ORGANIZATION_OUTDATED, ASSIGNMENT_DATES_INVALID, ASSIGNMENT_OVERLAPS or LAST_PROCESS_ADMIN.
 */
export function changeAssignment(
  work: Work,
  actor: Actor,
  id: string,
  wish: AssignmentChange,
): Promise<void> {
  return changeOrganization(work, actor, async (change) => {
    const row = await assignmentOf(change, id)
    await refuseOutdated(change, 'assignment', id, wish.revision, row.revision)
    const from = wish.from ?? row.from
    const to = wish.isWithdrawn ? dayBefore(from) : wish.to === undefined ? row.to : wish.to
    const next = { ...row, from, to }
    if (!wish.isWithdrawn) await refuseDates(change, next)
    await move(change, row, next)
  })
}

/** Whoever holds the position, or is to hold it, does so until the day before today. */
export async function endAssignmentsOf(change: Change, positionId: string): Promise<void> {
  const rows = await change.tx.query<AssignmentRow>(
    `select ${assignmentColumns}
     where a.position_id = $1 and (a.valid_to is null or a.valid_to >= $2) and a.valid_to is distinct from a.valid_from - 1
     order by a.id`,
    [positionId, change.today],
  )
  for (const row of rows) await move(change, row, { ...row, to: lastDayBefore(change.today, row.from) })
}

async function assignmentOf({ tx }: Change, id: string): Promise<AssignmentRow> {
  const row = await tx.first<AssignmentRow>(`select ${assignmentColumns} where a.id = $1`, [id])
  if (!row) throw new Failure('NOT_FOUND')
  return row
}

/** The one who is taken over from holds the position until the day before. */
async function takeOver(
  change: Change,
  positionId: string,
  { id, revision }: NonNullable<AssignmentDraft['replaces']>,
  from: string,
): Promise<void> {
  const row = await assignmentOf(change, id)
  if (row.positionId !== positionId) throw new Failure('NOT_FOUND')
  await refuseOutdated(change, 'assignment', id, revision, row.revision)
  const to = lastDayBefore(from, row.from)
  if (row.to === null || row.to > to) await move(change, row, { ...row, to })
}

async function move(change: Change, row: AssignmentRow, next: AssignmentRow): Promise<void> {
  if (next.from === row.from && next.to === row.to) return
  await change.tx.execute(
    `update position_assignments set valid_from = $2, valid_to = $3, revision = revision + 1 where id = $1`,
    [row.id, next.from, next.to],
  )
  await logAssignment(change, 'assignment.changed', next, row)
}

async function refuseDates({ tx }: Change, next: AssignmentRow): Promise<void> {
  if (next.to !== null && next.to < next.from) throw new Failure('ASSIGNMENT_DATES_INVALID')
  const overlap = await tx.first(
    `select from position_assignments
     where person_id = $1 and position_id = $2 and id <> $3
       and valid_to is distinct from valid_from - 1
       and valid_from <= coalesce($5::date, 'infinity')
       and coalesce(valid_to, 'infinity') >= $4::date`,
    [next.personId, next.positionId, next.id, next.from, next.to],
  )
  if (overlap)
    throw new Failure('ASSIGNMENT_OVERLAPS', { person: next.personName, position: next.positionName })
}

async function logAssignment(
  { log }: Change,
  action: 'assignment.created' | 'assignment.changed',
  next: AssignmentRow,
  before: AssignmentRow | undefined,
): Promise<void> {
  const { id, personId, personName, positionId } = next
  await log({
    action,
    type: 'assignment',
    id,
    name: personName,
    personId,
    positionId,
    ...(before && { before: { from: before.from, to: before.to } }),
    after: { from: next.from, to: next.to },
  })
}

/** The day before `day`, but never earlier than the one before `from`: that is how an assignment nobody held is written. */
const lastDayBefore = (day: string, from: string): string => dayBefore(day < from ? from : day)

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
