import type { LiveInstance } from './live-instance.ts'

const names = /^[A-Z]{3}_ids?$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Ids of the records that an instance works from: what was handed over to it or chosen in it, under the names by which a
 * process keeps records (`MRP_id`, `MIC_ids`), and what it has not made itself.
 */
export function basisOf({ state, records }: Pick<LiveInstance, 'state' | 'records'>): string[] {
  const variables = state?.variables ?? {}
  const ids = new Set<string>()
  for (const name of Object.keys(variables)) {
    if (!names.test(name)) continue
    for (const id of [variables[name]].flat()) if (typeof id === 'string' && uuid.test(id)) ids.add(id)
  }
  for (const { id } of records) ids.delete(id)
  return [...ids]
}

/** Who may read it from now on because he works on the instance: everybody what is new, whoever is new all of it. */
export function readersOfBasis(
  before: LiveInstance,
  next: LiveInstance,
  joined: readonly string[],
): { record: string; person: string }[] {
  const known = new Set(basisOf(before))
  return basisOf(next).flatMap((record) =>
    (known.has(record) ? joined : next.participants).map((person) => ({ record, person })),
  )
}
