import { useQueries, useQuery } from '@tanstack/react-query'
import type { Attachment } from '@canmou/contract'
import { useMemo } from 'react'
import type { Data } from '../form/conditions.ts'
import type { RecordModel } from '../form/field-model.ts'
import { departmentsQuery, peopleQuery, recordQuery } from '../queries.ts'
import type { Names } from '../values/display.ts'
import { collectReferences } from './collect-references.ts'

const day = 24 * 60 * 60_000

/**
 * The names of what the data refer to. Everybody the first list of people does not hold is asked for by user name; a
 * record that the reader may not see has no name, and shows as its id.
 */
export function useNames(
  model: RecordModel,
  data: readonly Data[],
  attachments: readonly Pick<Attachment, 'id' | 'name'>[] = [],
): Names {
  const references = useMemo(() => collectReferences(model, data), [model, data])
  const people = useQuery({ ...peopleQuery({}), enabled: references.people.size > 0 })
  const departments = useQuery({ ...departmentsQuery, enabled: references.departments.size > 0 })
  const listed = new Set(people.data?.items.map(({ username }) => username))
  const missing = people.data ? [...references.people].filter((username) => !listed.has(username)) : []
  const strangers = useQueries({ queries: missing.map((username) => peopleQuery({ q: username })) })
  const records = useQueries({
    queries: [...references.records].map((id) => ({ ...recordQuery(id), staleTime: day })),
  })

  const persons = [...(people.data?.items ?? []), ...strangers.flatMap(({ data: page }) => page?.items ?? [])]
  const personNames = new Map(persons.map(({ username, name }) => [username, name]))
  const departmentNames = new Map(departments.data?.items.map(({ id, name }) => [id, name]))
  const recordNames = new Map(
    records.flatMap(({ data: record }) => (record ? [[record.id, record.title] as const] : [])),
  )
  const fileNames = new Map(attachments.map(({ id, name }) => [id, name]))
  return {
    person: (username) => personNames.get(username),
    department: (id) => departmentNames.get(id),
    record: (id) => recordNames.get(id),
    file: (id) => fileNames.get(id),
  }
}
