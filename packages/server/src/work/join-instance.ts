import type { Variables } from '@canmou/engine'
import type { Definition } from '../processes/definitions.ts'
import type { LiveInstance } from './live-instance.ts'
import { onePerText } from './start-instance.ts'
import type { Work } from './work.ts'

/**
 * Links a source to the instance that there is already of what there may be one only (domain.md §7: the plan of a month that
 * the timer has opened). Linking twice is linking once.
 */
export async function joinInstance(
  work: Work,
  { processId, definition }: Definition,
  source: LiveInstance,
  variables: Variables,
): Promise<void> {
  const value = definition.onePer === undefined ? undefined : variables[definition.onePer]
  await work.database.asSystem((tx) =>
    tx.execute(
      `insert into instance_links (from_id, to_id)
       select $1, id
       from (select id
             from instances
             where process_id = $2 and one_per is not null and status in ('running', 'completed') and ($3::text is null or one_per = $3)
             order by started_at desc
             limit 1) found
       on conflict do nothing`,
      [source.id, processId, value === undefined ? null : onePerText(definition.onePer ?? '', value)],
    ),
  )
}
