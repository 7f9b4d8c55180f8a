import type { TaskAction, TaskDetail } from '@canmou/contract'

/** What a request says of the versions that its sender had before him. */
export type Seen = Pick<TaskAction, 'recordVersion' | 'documents'>

/** By document: the version that was on the page, or on the list of those that were not opened. */
export type SeenVersions = ReadonlyMap<string, number>

/**
 * What whoever decides has before him once the task is shown: the document on the page as it is, the others as they were when he
 * first saw them. Gives the same map where nothing is new.
 */
export function seenAfter(seen: SeenVersions, { documents = [], mode, record }: TaskDetail): SeenVersions {
  if (mode !== 'snapshot') return seen
  const added = documents.filter(({ id }) => !seen.has(id)).map(({ id, version }) => [id, version] as const)
  const isNew = record !== undefined && seen.get(record.id) !== record.version
  if (added.length === 0 && !isNew) return seen
  const after = new Map([...seen, ...added])
  if (record) after.set(record.id, record.version)
  return after
}

/** As a request says it: of a step's only document its version, of several the version of each. */
export function seenOf({ documents, mode, record }: TaskDetail, seen: SeenVersions): Seen {
  if (mode !== 'snapshot') return {}
  if (documents)
    return { documents: documents.map(({ id, version }) => ({ id, version: seen.get(id) ?? version })) }
  return record && !record.isDraft ? { recordVersion: record.version } : {}
}

/** With what is changed in each of several. */
export const withChanges = ({ documents, ...only }: Seen, changes: ReadonlyMap<string, object>): Seen => ({
  ...only,
  ...(documents && {
    documents: documents.map((one) => {
      const data = changes.get(one.id)
      return { ...one, ...(data && { data: { ...data } }) }
    }),
  }),
})

/** The documents that have a newer version than was seen. */
export function movedSince({ documents = [], mode }: TaskDetail, seen: SeenVersions): ReadonlySet<string> {
  const moved =
    mode === 'snapshot' ? documents.filter(({ id, version }) => version > (seen.get(id) ?? version)) : []
  return new Set(moved.map(({ id }) => id))
}
