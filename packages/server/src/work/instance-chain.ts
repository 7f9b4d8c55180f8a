import type { ChainLink, Locale } from '@canmou/contract'
import type { Directory } from './directory.ts'
import { instanceColumns, presentInstanceRow, type InstanceRow } from './instance-row.ts'
import type { Work } from './work.ts'

export type ChainRow = InstanceRow & { distance: number }

/** How far and how many: a chain of the handbook has five links; a product's would never end. */
const mostSteps = 12
const mostUp = 30
const mostDown = 60

/**
 * The chain that instance `$1` stands in, as the reader may see it (domain.md §3 GOV-1, §7): from source to source, caller to
 * caller and by the hand-overs that joined, upstream and downstream. Where he may not see a link, his chain ends. It is found
 * breadth first, so that the bound cuts off what is furthest.
 */
export const chainStatement = `
  with recursive up (id, distance) as (
    select i.id, 0 from instances i where i.id = $1
    union
    select near.id, up.distance - 1
    from up
    join instances i on i.id = up.id
    cross join lateral (select i.source_instance_id as id
                        union all select i.parent_instance_id
                        union all select l.from_id from instance_links l where l.to_id = i.id) near
    where up.distance > -${mostSteps} and near.id is not null
  ), down (id, distance) as (
    select i.id, 0 from instances i where i.id = $1
    union
    select near.id, down.distance + 1
    from down
    cross join lateral (select i.id from instances i where i.source_instance_id = down.id
                        union all select i.id from instances i where i.parent_instance_id = down.id
                        union all select l.to_id from instance_links l where l.from_id = down.id) near
    join instances seen on seen.id = near.id
    where down.distance < ${mostSteps}
  )
  select ${instanceColumns}, found.distance
  from (select distinct on (id) id, distance
        from ((select * from up limit ${mostUp}) union all (select * from down limit ${mostDown})) both_ways
        order by id, abs(distance)) found
  join instances i on i.id = found.id
  order by found.distance, i.id`

export function presentChain(
  work: Work,
  rows: ChainRow[],
  directory: Directory,
  locale: Locale,
): Promise<ChainLink[]> {
  return Promise.all(
    rows.map(async (row) => ({
      instance: presentInstanceRow(row, await work.definitions.described(row.versionId), directory, locale),
      distance: row.distance,
    })),
  )
}
