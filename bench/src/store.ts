import pg from 'pg'

export interface Row {
  id: string
  version: number
}

/** The least that durability costs: a row with an optimistic version, and a history row, in one statement. */
export interface Store {
  insert: (state: string) => Promise<Row>
  save: (row: Row, state: string) => Promise<void>
  /** The same change in the way it is usually written: begin, read, update, three inserts, commit. */
  saveInSevenRoundTrips: (row: Row, state: string) => Promise<void>
  close: () => Promise<void>
}

const saveText = `
with moved as (
  update bench.instances set state = $2, version = version + 1
  where id = $1 and version = $3
  returning id, version
)
insert into bench.history (instance_id, version, note) select id, version, 'action' from moved`

export async function openStore(adminUrl: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 16 })
  // A connection that is just closing may still hear that the server stops.
  pool.on('error', () => undefined)
  await pool.query(`
    drop schema if exists bench cascade;
    create schema bench;
    create table bench.instances (id uuid primary key default gen_random_uuid(), version integer not null default 1, state jsonb not null);
    create table bench.history (id bigint generated always as identity primary key, instance_id uuid not null, version integer not null, note text not null)`)
  return {
    async insert(state) {
      const { rows } = await pool.query<{ id: string }>({
        name: 'bench-insert',
        text: 'insert into bench.instances (state) values ($1) returning id',
        values: [state],
      })
      const [row] = rows
      if (!row) throw new Error('the row was not written')
      return { id: row.id, version: 1 }
    },
    async save(row, state) {
      const done = await pool.query({
        name: 'bench-save',
        text: saveText,
        values: [row.id, state, row.version],
      })
      if (done.rowCount !== 1) throw new Error('the version had moved')
      row.version += 1
    },
    async saveInSevenRoundTrips(row, state) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await client.query('select state from bench.instances where id = $1 for update', [row.id])
        await client.query(
          'update bench.instances set state = $2, version = version + 1 where id = $1 and version = $3',
          [row.id, state, row.version],
        )
        for (const note of ['task', 'version', 'outbox']) {
          await client.query('insert into bench.history (instance_id, version, note) values ($1, $2, $3)', [
            row.id,
            row.version,
            note,
          ])
        }
        await client.query('commit')
        row.version += 1
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}
