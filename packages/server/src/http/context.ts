import type { EventEmitter } from 'node:events'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Database } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'

/** What every capability is given when it registers its routes. */
export interface Context {
  database: Database
  catalogue: Catalogue
  files: FileStore
  /** Fan-out inside this process; `notify` feeds it with what other server processes announce, and the log hears what is `broken`. */
  events: EventEmitter
  now: () => Date
}
