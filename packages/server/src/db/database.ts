import pg from 'pg'

/** Statements inside one transaction. Values never become part of a statement's text. */
export interface Transaction {
  /** The rows of a statement. `timestamptz` comes as ISO text with `Z`, `date` as `YYYY-MM-DD`, `bigint` as a number. */
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>
  /** The first row, if there is one. */
  first<Row extends object>(text: string, values?: unknown[]): Promise<Row | undefined>
  /** How many rows a statement changed. */
  execute(text: string, values?: unknown[]): Promise<number>
}

/** The program's way to its tables: always on somebody's behalf, so that the database can decide what is seen. */
export interface Database {
  /**
   * Runs `work` in one transaction on behalf of a person. Statements are sent without waiting for the answers to earlier
   * ones, so statements that do not need each other's rows cost one round trip together.
   */
  as<Result>(actorId: string, work: (tx: Transaction) => Promise<Result>): Promise<Result>
  /** The same on behalf of nobody in particular: sign-in, timers, start-up. Sees everything. */
  asSystem<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  /** One statement on behalf of a person, in one round trip. */
  query<Row extends object>(actorId: string, text: string, values?: unknown[]): Promise<Row[]>
  /**
   * One bare statement in one round trip and without a transaction around it: `text` calls a database function that says
   * itself, first of all, on whose behalf it acts (`perform act_as($1)`).
   */
  call<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>
  /** A connection of its own, for `listen`; the caller ends it. */
  connect(): Promise<pg.Client>
  close(): Promise<void>
}

export interface PoolOptions {
  /** Most connections at a time; 10 unless given. */
  max?: number
  /** Told of connections that break while idle (a restarted database server); the next use opens a new one. */
  onIdleError?: (error: Error) => void
}

/** Opens the pool of the server's own role (`canmou_app`). Nothing is connected until the first use. */
export function openPool(appUrl: string, options: PoolOptions = {}): Database {
  const config = { connectionString: appUrl, types, application_name: 'canmou' }
  const pool = new pg.Pool({
    ...config,
    max: options.max ?? 10,
    pipeline: true,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', (error) => options.onIdleError?.(error))
  return {
    as: (actorId, work) => inTransaction(pool, 'select act_as($1)', [actorId], work),
    asSystem: (work) => inTransaction(pool, 'select act_as_system()', [], work),
    query: (actorId, text, values) =>
      inTransaction(pool, 'select act_as($1)', [actorId], (tx) => tx.query(text, values), 'commitAtOnce'),
    async call<Row extends object>(text: string, values: unknown[] = []) {
      return (await pool.query<Row>(prepared(text, values))).rows
    },
    async connect() {
      const client = new pg.Client(config)
      await client.connect()
      return client
    },
    close: () => pool.end(),
  }
}

async function inTransaction<Result>(
  pool: pg.Pool,
  behalf: string,
  behalfValues: unknown[],
  work: (tx: Transaction) => Promise<Result>,
  commitAtOnce?: 'commitAtOnce',
): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const opened = Promise.all([client.query('begin'), client.query(prepared(behalf, behalfValues))])
    const worked = work(statementsOf(client))
    // In one go: where the statement fails, the commit behind it is answered as a rollback.
    const committed = commitAtOnce ? client.query('commit') : undefined
    // The first failure is the cause of the later ones ("transaction is aborted").
    const outcomes = await Promise.allSettled([opened, worked])
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    if (failed) {
      await (committed ?? client.query('rollback')).catch((error: unknown) => (broken = asError(error)))
      throw failed.reason
    }
    const ended = await (committed ?? client.query('commit')).catch((error: unknown) => {
      broken = asError(error)
      throw error
    })
    if (ended.command !== 'COMMIT')
      throw new Error('The work hid a failed statement; the transaction was undone')
    return await worked
  } finally {
    client.release(broken)
  }
}

function statementsOf(client: pg.PoolClient): Transaction {
  return {
    async query<Row extends object>(text: string, values: unknown[] = []) {
      return (await client.query<Row>(prepared(text, values))).rows
    },
    async first<Row extends object>(text: string, values: unknown[] = []) {
      return (await client.query<Row>(prepared(text, values))).rows[0]
    },
    async execute(text, values = []) {
      return (await client.query(prepared(text, values))).rowCount ?? 0
    },
  }
}

const statementNames = new Map<string, string>()
const mostStatementNames = 1000

/** Every statement of the program is a constant text: each connection parses and plans it once, under this name. */
function prepared(text: string, values: unknown[]): pg.QueryConfig {
  let name = statementNames.get(text)
  if (name === undefined && statementNames.size < mostStatementNames) {
    name = `canmou_${statementNames.size}`
    statementNames.set(text, name)
  }
  return name === undefined ? { text, values } : { name, text, values }
}

const asIsoText = (value: string): string => readTimestamp(value).toISOString()
const readTimestamp = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text') as (value: string) => Date
const asIs = (value: string): string => value

const textParsers = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, asIsoText],
  [pg.types.builtins.DATE, asIs],
  [pg.types.builtins.INT8, Number],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && textParsers.get(oid)) || pg.types.getTypeParser(oid, format),
}

const asError = (value: unknown): Error => (value instanceof Error ? value : new Error(String(value)))
