import { CalendarDesk } from '../calendar/calendar-desk.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Database } from '../db/database.ts'
import type { Context } from '../http/context.ts'
import { Definitions } from '../processes/definitions.ts'
import { DirectoryDesk } from './directory.ts'
import { LiveInstances } from './live-instances.ts'
import { loadInstance } from './live-instance.ts'
import { Numbers } from './numbers.ts'
import { StepWriter } from './step-writer.ts'

/** What the commands of this capability share: the database, and what this server keeps at hand of it. */
export interface Work {
  database: Database
  catalogue: Catalogue
  definitions: Definitions
  directory: DirectoryDesk
  calendar: CalendarDesk
  instances: LiveInstances
  numbers: Numbers
  steps: StepWriter
  now: () => Date
  /** Tells these people's pages that something of theirs has changed. */
  announce: (people: readonly string[]) => void
  /** Says that there is a job to do now. */
  wakeJobs: () => void
}

export function openWork({ database, catalogue, now, events }: Context): Work {
  const definitions = new Definitions(database, (version, error) => events.emit('broken', version, error))
  return {
    database,
    catalogue,
    definitions,
    directory: new DirectoryDesk(database),
    calendar: new CalendarDesk(database, catalogue),
    instances: new LiveInstances((id) => loadInstance(database, definitions, id)),
    numbers: new Numbers(database),
    steps: new StepWriter(database),
    now,
    announce: (people) => events.emit('changed', people),
    wakeJobs: () => events.emit('jobs'),
  }
}
