import type { TaskDetail } from '@canmou/contract'
import type { Transaction } from '../db/database.ts'
import { elementName, type Definition } from '../processes/definitions.ts'
import type { Actor } from '../http/actor.ts'
import type { Entry } from './entries.ts'
import type { Directory } from './directory.ts'
import { presentPerson } from './present.ts'

type NoticeEntry = Extract<Entry, { type: 'verb' | 'reminderSent' | 'escalated' }>

interface NoticeRow {
  at: string
  personId: string | null
  entry: NoticeEntry
}

/** What was done with an open task before its holder came: that he was reminded, that it was escalated, why it is open again. */
export async function noticesOf(
  tx: Transaction,
  task: { id: string; state: string },
  definition: Definition,
  directory: Directory,
  { locale }: Actor,
): Promise<Pick<TaskDetail, 'urged' | 'returned' | 'escalated'>> {
  if (task.state !== 'open') return {}
  const rows = await tx.query<NoticeRow>(noticeStatement, [task.id])
  const notices: Pick<TaskDetail, 'urged' | 'returned' | 'escalated'> = {}
  const people = (usernames: string[]) => usernames.map((one) => presentPerson(directory, one))
  for (const { at, personId, entry } of rows) {
    if (entry.type === 'escalated') {
      notices.escalated ??= { at, to: people(entry.to), from: people(entry.from) }
      continue
    }
    if (entry.type === 'reminderSent') {
      notices.urged ??= { at }
      continue
    }
    const said = {
      person: presentPerson(directory, personId ?? ''),
      at,
      ...(entry.reason !== undefined && { opinion: entry.reason }),
    }
    if (entry.verb === 'urge') notices.urged ??= said
    else
      notices.returned ??= {
        ...said,
        taskName: elementName(definition, entry.elementId, locale),
        then: entry.then ?? 'again',
      }
  }
  return notices
}

/** The newest first: reminders and escalations since the task is there, and the return by the very step that made it. */
const noticeStatement = `
  select s.at, s.person_id as "personId", e as entry
  from tasks t
  join steps s on s.instance_id = t.instance_id and s.at >= t.created_at
  cross join lateral jsonb_array_elements(s.entries) as e
  where t.id = $1
    and (e ->> 'type' = 'reminderSent' and e -> 'taskIds' ? t.id::text
         or e ->> 'type' = 'escalated' and e ->> 'taskId' = t.id::text
         or e ->> 'type' = 'verb'
            and (e ->> 'verb' = 'urge'
                 or (s.at = t.created_at and e ->> 'verb' in ('returnToPrevious', 'returnToStarter', 'returnToStep')
                     and e -> 'to' ? t.element_id)))
  order by s.version desc`
