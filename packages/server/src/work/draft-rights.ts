import type { FieldRights } from '../records/field-rights.ts'
import { stepRights } from './step-rights.ts'
import { rulesAt } from './task-rules.ts'
import type { Work } from './work.ts'

/**
 * What the step in which a record's draft is written lets its writer do; his own step, where several write it. A draft knows
 * no step, and must not be a way around what its step locks.
 */
export async function rightsOfDraft(
  { database, definitions, catalogue }: Work,
  personId: string,
  recordId: string,
): Promise<FieldRights | undefined> {
  const steps = await database.asSystem((tx) =>
    tx.query<{ elementId: string; versionId: string; kind: string }>(
      `select t.element_id as "elementId", i.process_version_id as "versionId", r.kind
       from records r
       join instances i on i.id = r.instance_id
       join tasks t on t.instance_id = i.id and t.record_id = r.id and t.state = 'open'
       where r.id = $1
       order by exists (select from task_candidates c where c.task_id = t.id and c.person_id = $2) desc, t.id`,
      [recordId, personId],
    ),
  )
  for (const { elementId, versionId, kind: code } of steps) {
    const rules = rulesAt(await definitions.get(versionId), elementId)
    const kind = catalogue.kinds.get(code)
    if (kind && rules.formKind === code) return stepRights(rules, kind)
  }
  return undefined
}
