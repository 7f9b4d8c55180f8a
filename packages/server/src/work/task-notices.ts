import type { TaskDetail } from '@canmou/contract'
import type { Transaction } from '../db/database.ts'
import { elementName, type Definition } from '../processes/definitions.ts'
import type { Actor } from '../http/actor.ts'
import type { Entry } from './entries.ts'
import type { Directory } from './directory.ts'
import { presentPerson } from './present.ts'

type VerbEntry = Extract<Entry, { type: 'verb' }>

interface NoticeRow {
  at: string
  personId: string | null
  entry: VerbEntry
}

/** What was done with an open task before its holder came: that it was urged, and why it is open again. */
export async function noticesOf(
  tx: Transaction,
  task: { id: string; state: string },
  definition: Definition,
  directory: Directory,
  { locale }: Actor,
): Promise<Pick<TaskDetail, 'urged' | 'returned'>> {
  if (task.state !== 'open') return {}
  const rows = await tx.query<NoticeRow>(noticeStatement, [task.id])
  const urge = rows.find(({ entry }) => entry.verb === 'urge')
  const back = rows.find(({ entry }) => entry.verb !== 'urge')
  return {
    ...(urge && { urged: noticeOf(urge, directory) }),
    ...(back && {
      returned: {
        ...noticeOf(back, directory),
        taskName: elementName(definition, back.entry.elementId, locale),
        then: back.entry.then ?? 'again',
      },
    }),
  }
}

const noticeOf = ({ at, personId, entry }: NoticeRow, directory: Directory) => ({
  person: presentPerson(directory, personId ?? ''),
  at,
  ...(entry.reason !== undefined && { opinion: entry.reason }),
})

/** The newest first: reminders since the task is there, and the return by the very step that made it. */
const noticeStatement = `
  select s.at, s.person_id as "personId", e as entry
  from tasks t
  join steps s on s.instance_id = t.instance_id and s.at >= t.created_at
  cross join lateral jsonb_array_elements(s.entries) as e
  where t.id = $1 and e ->> 'type' = 'verb'
    and (e ->> 'verb' = 'urge'
         or (s.at = t.created_at and e ->> 'verb' in ('returnToPrevious', 'returnToStarter', 'returnToStep')
             and e -> 'to' ? t.element_id))
  order by s.version desc`
