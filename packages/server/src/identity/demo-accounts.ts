import type { DemoAccounts, Locale } from '@canmou/contract'
import type { Static } from 'typebox'
import type { Database } from '../db/database.ts'
import { demoPassword } from './demo-password.ts'

/** The demo's accounts; nothing of any real person, and no password once it is not the published one. */
export async function demoAccounts(database: Database, locale: Locale): Promise<Static<typeof DemoAccounts>> {
  const accounts = await database.asSystem((tx) =>
    tx.query<{ username: string; name: string; positions: string[] }>(
      `select p.username, p.name,
              array(select s.name->>$1
                      from position_assignments a
                      join positions s on s.id = a.position_id
                     where a.person_id = p.id and (a.valid_to is null or a.valid_to >= current_date)
                     order by s.sort) as positions
         from people p
        where p.is_demo and p.disabled_at is null
        order by (select min(s.sort) from position_assignments a join positions s on s.id = a.position_id
                   where a.person_id = p.id), p.username`,
      [locale],
    ),
  )
  const password = demoPassword()
  return { accounts, ...(accounts.length > 0 && password.published && { password: password.value }) }
}
