import { recordAct } from '../audit/audit-log.ts'
import type { Database } from '../db/database.ts'
import { newPassword } from './new-password.ts'

/**
 * Gives a person a new password where nobody who could do so gets in: on the machine itself, by whoever runs the program.
 * Sessions and tokens of the person end; the log of changes shows it without a name. `undefined` where nobody, or nobody
 * who may sign in, has that user name.
 */
export async function letInAgain(
  database: Database,
  username: string,
): Promise<{ name: string; password: string } | undefined> {
  const { password, hash } = await newPassword()
  return database.asSystem(async (tx) => {
    const person = await tx.first<{ id: string; name: string }>(
      'select id, name from people where username = $1 and disabled_at is null',
      [username],
    )
    if (!person) return undefined
    const { id, name } = person
    await tx.execute(
      `insert into credentials as c (person_id, password_hash)
       values ($1, $2)
       on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = now()`,
      [id, hash],
    )
    await tx.execute('delete from sessions where person_id = $1', [id])
    await tx.execute('delete from api_tokens where person_id = $1', [id])
    await recordAct(tx, {
      personId: null,
      action: 'person.passwordReset',
      subjectType: 'person',
      subjectId: id,
      data: { name, personId: id },
    })
    return { name, password }
  })
}
