import type { ExpiredMessage, Locale, Person } from '@canmou/contract'
import type { Actor } from '../../http/actor.ts'
import { readCursor, writeCursor } from '../../http/cursor.ts'
import type { Job } from '../../jobs/job-queue.ts'
import type { Definition } from '../../processes/definitions.ts'
import type { Work } from '../work.ts'
import type { MessageInTransit } from './deliver-message.ts'

/** Ends a message whose time is over though nothing took it; the log keeps what it was, without what it carried. */
export async function expireMessage(work: Work, job: Job, message: MessageInTransit): Promise<void> {
  const { name, correlationKey, expiresAt, instanceId } = message
  await work.database.asSystem((tx) =>
    tx.execute(
      `with spent as (
         delete from jobs where id = $1 and locked_until = $2 returning created_at
       )
       insert into audit_log (person_id, action, subject_type, subject_id, data)
       select $3, 'message.expired', 'message', $4,
              $5::jsonb || jsonb_build_object('sentAt', to_jsonb(created_at))
       from spent`,
      [
        job.id,
        job.lockedUntil,
        message.senderId ?? null,
        String(job.id),
        JSON.stringify({ name, correlationKey, expiresAt, instanceId }),
      ],
    ),
  )
}

interface ExpiredRow {
  id: number
  by: Person | null
  instance: { id: string; number: string; title: string } | null
  data: { name: string; correlationKey: string | number; sentAt: string; expiresAt: string }
}

/**
 * The messages that nothing took in their time, the newest first, with the processes that wait for one of that name: where
 * there is none, the name is wrong, else the key. The database gives them to the 流程管理员 alone. Fails with CURSOR_INVALID.
 */
export async function listExpiredMessages(
  work: Work,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: ExpiredMessage[]; next?: string }> {
  const before = readCursor(cursor, ['serial'])?.[0]
  const rows = await work.database.query<ExpiredRow>(actor.id, expiredStatement, [before ?? null, limit + 1])
  const definitions = rows.length === 0 ? [] : await work.definitions.allInEffect()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ id, by, instance, data: { name, correlationKey, sentAt, expiresAt } }) => ({
      id,
      name,
      correlationKey: String(correlationKey),
      sentAt,
      expiresAt,
      ...(by && { by }),
      ...(instance && { instance }),
      awaitedBy: awaitedBy(definitions, name, actor.locale),
    })),
    ...(rows.length > limit && last && { next: writeCursor([last.id]) }),
  }
}

const expiredStatement = `
  select l.id, l.data,
         (select json_build_object('id', p.id, 'username', p.username, 'name', p.name)
          from people p where p.id = l.person_id) as by,
         (select json_build_object('id', i.id, 'number', i.number, 'title', i.title)
          from instances i where i.id = (l.data ->> 'instanceId')::uuid) as instance
  from audit_log l
  where l.action = 'message.expired' and ($1::bigint is null or l.id < $1)
  order by l.id desc
  limit $2`

const catching: readonly string[] = ['startEvent', 'intermediateCatchEvent', 'boundaryEvent', 'receiveTask']

function awaitedBy(definitions: Definition[], message: string, locale: Locale): string[] {
  return definitions
    .filter(({ process }) =>
      [...process.elements.values()].some(
        ({ type, event }) =>
          event?.kind === 'message' && event.name.text === message && catching.includes(type),
      ),
    )
    .map(({ definition }) => definition.name[locale])
}
