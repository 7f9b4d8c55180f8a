import type { Level } from '@canmou/contract'
import { v7 as uuid } from 'uuid'
import type { Database } from '../../src/db/database.ts'
import { rankOf } from '../../src/organization/levels.ts'

export interface Reader {
  id: string
  username: string
  clearance: Level
  /** Whether his data scope covers the marketing department. */
  isCovering: boolean
}

const levels: Level[] = ['public', 'internal', 'secret', 'confidential']
const scopes = [
  { scope: 'own', departmentId: 'marketing', isCovering: false },
  { scope: 'department', departmentId: 'marketing', isCovering: true },
  { scope: 'department', departmentId: 'finance', isCovering: false },
  { scope: 'subordinates', departmentId: 'company', isCovering: true },
  { scope: 'subordinates', departmentId: 'sales', isCovering: false },
  { scope: 'all', departmentId: 'finance', isCovering: true },
]

/** One person for every clearance with every data scope, with the password of the demo accounts. */
export async function addReaders(database: Database): Promise<Reader[]> {
  const readers = levels.flatMap((clearance) =>
    scopes.map(({ scope, departmentId, isCovering }) => {
      const id = uuid()
      return {
        id,
        username: `reader-${clearance}-${scope}-${departmentId}`,
        clearance,
        scope,
        departmentId,
        isCovering,
      }
    }),
  )
  await database.asSystem(async (tx) => {
    for (const { id, username, clearance, scope, departmentId } of readers) {
      await tx.execute(
        `insert into people (id, username, name, department_id, clearance, data_scope)
         values ($1, $2, $2, $3, $4, $5)`,
        [id, username, departmentId, rankOf(clearance), scope],
      )
      await tx.execute(
        `insert into credentials (person_id, password_hash)
         select $1, c.password_hash from credentials c join people p on p.id = c.person_id where p.username = 'production'`,
        [id],
      )
    }
  })
  return readers
}
