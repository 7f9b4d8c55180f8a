import type { Database } from '../../src/db/database.ts'

/** The process's variables, as the engine keeps them. */
export async function variablesOf(database: Database, instanceId: string): Promise<Record<string, unknown>> {
  const row = await database.asSystem((tx) =>
    tx.first<{ state: string }>('select state from instances where id = $1', [instanceId]),
  )
  return (JSON.parse(row?.state ?? '{}') as { variables: Record<string, unknown> }).variables
}
