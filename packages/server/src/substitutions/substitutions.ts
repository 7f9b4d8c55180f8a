import type { Labels, Person, Substitution, SubstitutionRequest } from '@canmou/contract'
import { newId } from '../db/new-id.ts'
import { recordAct } from '../audit/audit-log.ts'
import type { Transaction } from '../db/database.ts'
import { isProcessAdmin, type Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { dropJobs, renewJob, type Job } from '../jobs/job-queue.ts'
import { localDay, startOfDay } from '../organization/local-day.ts'
import { lockOrganization } from '../organization/organization-lock.ts'
import type { Directory, DirectoryPerson } from '../work/directory.ts'
import type { Work } from '../work/work.ts'

const dayMs = 86_400_000
const longestDays = 366

interface Row {
  id: string
  person: Person
  substitute: Person
  from: string
  until: string
  processes: { id: string; name: Labels }[] | null
  reason: string
  createdBy: Person
  createdAt: string
}

/**
 * Who stands in for whom: what concerns the asker, or all of it for the 流程管理员; what holds now first, then what is planned,
 * then what is over. Row-level security decides what is seen.
 */
export async function listSubstitutions(work: Work, actor: Actor): Promise<Substitution[]> {
  const rows = await work.database.query<Row>(actor.id, listStatement)
  const now = work.now()
  return rows
    .map((row) => present(row, actor, now))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

const order: Substitution['state'][] = ['running', 'planned', 'over']

const person = (column: string): string => `
  (select json_build_object('id', p.id, 'username', p.username, 'name', p.name) from people p where p.id = ${column})`

const listStatement = `
  select s.id, ${person('s.person_id')} as person, ${person('s.substitute_id')} as substitute, s.valid_from as "from",
         s.valid_to as until, s.reason, ${person('s.created_by')} as "createdBy", s.created_at as "createdAt",
         (select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.sort, p.id)
          from processes p where p.id = any (s.process_ids)) as processes
  from substitutions s
  order by s.valid_to desc, s.id desc
  limit 200`

function present({ from, until, processes, ...row }: Row, actor: Actor, now: Date): Substitution {
  const [start, end] = [new Date(from), new Date(until)]
  const state = now < start ? 'planned' : now < end ? 'running' : 'over'
  return {
    ...row,
    from: localDay(start),
    // The first moment that it holds no more belongs to the next day.
    to: localDay(new Date(Math.max(end.getTime() - 1, start.getTime()))),
    state,
    ...(processes && { processes: processes.map(({ id, name }) => ({ id, name: name[actor.locale] })) }),
    mayEnd: state !== 'over' && (row.person.id === actor.id || isProcessAdmin(actor)),
  }
}

/**
 * Names who acts in somebody's place (代理), from the first day to the last; it holds for tasks that are open already too.
 * Fails with FORBIDDEN (another's place, and not the 流程管理员), NO_SUCH_PERSON, SUBSTITUTE_ONESELF, SUBSTITUTION_PERIOD,
 * PROCESS_UNKNOWN, SUBSTITUTION_OVERLAPS or SUBSTITUTE_IS_AWAY.
 */
export async function addSubstitution(
  work: Work,
  actor: Actor,
  request: SubstitutionRequest,
): Promise<Substitution[]> {
  const directory = await work.directory.reload()
  const person = personOf(directory, request.person ?? actor.username)
  if (person.id !== actor.id && !isProcessAdmin(actor)) throw new Failure('FORBIDDEN')
  const substitute = personOf(directory, request.substitute)
  if (substitute.id === person.id) throw new Failure('SUBSTITUTE_ONESELF')
  const { from, until } = periodOf(request, work.now())
  const processIds = request.processes?.length ? [...new Set(request.processes)] : null
  await work.database.as(actor.id, async (tx) => {
    await lockOrganization(tx)
    await refuseUnknown(tx, processIds)
    await refuseTaken(tx, person, substitute, { from, until }, processIds)
    const id = newId()
    await tx.execute(
      `insert into substitutions (id, person_id, substitute_id, valid_from, valid_to, process_ids, reason, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, person.id, substitute.id, from, until, processIds, request.reason?.trim() ?? '', actor.id],
    )
    await hintAt(tx, id, [person.id, substitute.id], { from, until })
    await recordAct(tx, {
      personId: actor.id,
      action: 'substitution.created',
      subjectType: 'substitution',
      subjectId: id,
      data: { person: person.username, substitute: substitute.username, from, until, processIds },
    })
  })
  await changed(work, person.id, substitute.id)
  return listSubstitutions(work, actor)
}

/** Ends it now; ending it twice is as ending it once. Fails with NOT_FOUND or FORBIDDEN. */
export async function endSubstitution(work: Work, actor: Actor, id: string): Promise<Substitution[]> {
  const ended = await work.database.as(actor.id, async (tx) => {
    const found = await tx.first<{ personId: string; substituteId: string }>(
      'select person_id as "personId", substitute_id as "substituteId" from substitutions where id = $1',
      [id],
    )
    if (!found) throw new Failure('NOT_FOUND')
    if (found.personId !== actor.id && !isProcessAdmin(actor)) throw new Failure('FORBIDDEN')
    const done = await tx.execute(
      // What was only planned has held for no moment.
      `update substitutions set valid_to = greatest(valid_from, now()) where id = $1 and valid_to > greatest(valid_from, now())`,
      [id],
    )
    if (done > 0) {
      await dropJobs(tx, Object.values(turnsOf(id)))
      await recordAct(tx, {
        personId: actor.id,
        action: 'substitution.ended',
        subjectType: 'substitution',
        subjectId: id,
      })
    }
    return found
  })
  await changed(work, ended.personId, ended.substituteId)
  return listSubstitutions(work, actor)
}

/**
 * Nothing is written when a period begins or ends (docs/decisions/0013-substitutes-are-asked-for.md), so a job tells the open
 * pages of both at those two moments.
 */
async function hintAt(
  tx: Transaction,
  id: string,
  people: string[],
  { from, until }: { from: Date; until: Date },
): Promise<void> {
  const turns = turnsOf(id)
  const kind = 'substitutionTurns'
  await renewJob(tx, { kind, key: turns.from, payload: { people }, runAt: from })
  await renewJob(tx, { kind, key: turns.to, payload: { people }, runAt: until })
}

/** Keys of the jobs for its first moment and for the first one that it holds no more. */
const turnsOf = (id: string) => ({ from: `substitution:${id}:from`, to: `substitution:${id}:to` })

/** A period begins or ends: what both see has changed. */
export async function hintTurn(work: Work, { payload }: Job): Promise<void> {
  const { people } = payload as { people: string[] }
  await changed(work, ...people)
}

/** Steps are decided by the new list from now on, and the pages of both show it. */
async function changed(work: Work, ...people: string[]): Promise<void> {
  await work.directory.reload()
  work.announce(people)
}

function personOf(directory: Directory, username: string): DirectoryPerson {
  const found = directory.person(username)
  if (!found || found.isDisabled) throw new Failure('NO_SUCH_PERSON', { person: username })
  return found
}

/** From the beginning of the first day, or now, to the end of the last, by the company's clock: nothing holds backwards. */
function periodOf({ from, to }: SubstitutionRequest, now: Date): { from: Date; until: Date } {
  const start = startOfDay(from)
  const until = new Date(startOfDay(to).getTime() + dayMs)
  const days = (until.getTime() - start.getTime()) / dayMs
  if (days < 1 || days > longestDays || until <= now) throw new Failure('SUBSTITUTION_PERIOD')
  return { from: start < now ? now : start, until }
}

async function refuseUnknown(tx: Transaction, processIds: string[] | null): Promise<void> {
  if (processIds === null) return
  const rows = await tx.query<{ id: string }>('select id from processes where id = any ($1)', [processIds])
  const unknown = processIds.find((id) => !rows.some((row) => row.id === id))
  if (unknown !== undefined) throw new Failure('PROCESS_UNKNOWN', { process: unknown })
}

/**
 * The same two people once at a time for the same processes; and nobody who has named a substitute himself, for what is put
 * before one's substitute does not go on to his.
 */
async function refuseTaken(
  tx: Transaction,
  { id: personId }: DirectoryPerson,
  substitute: DirectoryPerson,
  { from, until }: { from: Date; until: Date },
  processIds: string[] | null,
): Promise<void> {
  const taken = await tx.first<{ from: string; until: string }>(
    `select valid_from as "from", valid_to as until
     from substitutions
     where person_id = $1 and substitute_id = $2 and valid_from < $4 and $3 < valid_to
       and (process_ids is null or $5::text[] is null or process_ids && $5::text[])
     limit 1`,
    [personId, substitute.id, from, until, processIds],
  )
  if (taken)
    throw new Failure('SUBSTITUTION_OVERLAPS', {
      person: substitute.name,
      from: localDay(new Date(taken.from)),
      to: localDay(new Date(new Date(taken.until).getTime() - 1)),
    })
  const away = await tx.first<{ away: boolean }>('select is_away($1, $2, $3) as away', [
    substitute.id,
    from,
    until,
  ])
  if (away?.away) throw new Failure('SUBSTITUTE_IS_AWAY', { person: substitute.name })
}
