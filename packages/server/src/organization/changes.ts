import type { Labels, Locale, OrganizationChange, Person } from '@canmou/contract'
import type { Actor } from '../http/actor.ts'
import { readCursor, writeCursor } from '../http/cursor.ts'
import type { Directory } from '../work/directory.ts'
import type { Work } from '../work/work.ts'
import type { Facts } from './change-organization.ts'

interface ChangeRow {
  id: number
  at: string
  by: Person | null
  action: OrganizationChange['action']
  subjectType: 'department' | 'position' | 'person' | 'assignment'
  subjectId: string
  /** 转办 (work/hand-over-person.ts) wrote less about itself at first; the log keeps what was written. */
  data: {
    name?: Labels | string
    personId?: string
    positionId?: string
    before?: Facts
    after?: Facts
  }
}

/**
 * What was changed in the organisation, the newest first: who, when, what, before → after (domain.md §3 GOV-3). The
 * database gives it to the 流程管理员 alone. Fails with CURSOR_INVALID.
 */
export async function listChanges(
  work: Work,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: OrganizationChange[]; next?: string }> {
  const after = readCursor(cursor, ['serial'])?.[0]
  const directory = await work.directory.current()
  const rows = await work.database.query<ChangeRow>(actor.id, changeStatement, [after ?? null, limit + 1])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => present(row, directory, actor.locale)),
    ...(rows.length > limit && last && { next: writeCursor([last.id]) }),
  }
}

const changeStatement = `
  select l.id, l.at, l.action, l.subject_type as "subjectType", l.subject_id as "subjectId", l.data,
         (select json_build_object('id', p.id, 'username', p.username, 'name', p.name)
          from people p where p.id = l.person_id) as by
  from audit_log l
  where l.subject_type in ('department', 'position', 'person', 'assignment')
    and ($1::bigint is null or l.id < $1)
  order by l.id desc
  limit $2`

function present(row: ChangeRow, directory: Directory, locale: Locale): OrganizationChange {
  const { by } = row
  const { before = {}, after = {} } = row.data
  const fields = fieldOrder.filter((field) => field in before || field in after)
  return {
    id: row.id,
    at: row.at,
    ...(by && { by }),
    action: row.action,
    subject: subjectOf(row, directory, locale),
    fields: fields.map((field) => {
      const was = inWords(directory, locale, field, before[field])
      const is = inWords(directory, locale, field, after[field])
      return { field, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }
    }),
  }
}

/** jsonb keeps no order of its own. */
const fieldOrder = [
  'username',
  'name',
  'name.zh-CN',
  'name.zh-TW',
  'name.en',
  'departmentId',
  'parentId',
  'managerPositionId',
  'memberIds',
  'clearance',
  'dataScope',
  'from',
  'to',
  'isDisabled',
  'isEnded',
  'handedTo',
  'handedTasks',
]

function subjectOf(
  { subjectType, subjectId, data }: ChangeRow,
  directory: Directory,
  locale: Locale,
): OrganizationChange['subject'] {
  const { name: called = directory.person(subjectId)?.name ?? subjectId, positionId } = data
  const name = typeof called === 'string' ? called : called[locale]
  const personId = subjectType === 'person' ? subjectId : data.personId
  if (subjectType === 'department') return { name, departmentId: subjectId }
  const position = positionId === undefined ? undefined : directory.positionName(positionId)?.[locale]
  return {
    name: subjectType === 'assignment' && position !== undefined ? `${name} · ${position}` : name,
    ...(personId !== undefined && { personId }),
    ...(positionId !== undefined && { positionId }),
  }
}

/** Departments, positions and people by their names; everything else as it is kept. */
function inWords(
  directory: Directory,
  locale: Locale,
  field: string,
  value: Facts[string] | undefined,
): string | undefined {
  if (value === null || value === undefined) return undefined
  const asDepartment = field === 'departmentId' || field === 'parentId'
  const asPosition = field === 'managerPositionId' || field === 'memberIds'
  const one = (id: string): string => {
    if (field === 'handedTo') return directory.person(id)?.name ?? id
    if (asDepartment) return directory.departmentName(id)?.[locale] ?? id
    return asPosition ? (directory.positionName(id)?.[locale] ?? id) : id
  }
  return [value]
    .flat()
    .map(String)
    .map(one)
    .join(locale === 'en' ? ', ' : '、')
}
