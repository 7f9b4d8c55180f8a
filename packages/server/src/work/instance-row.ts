import type { InstanceSummary, Locale } from '@canmou/contract'
import { levelOf } from '../organization/levels.ts'
import type { Described } from '../processes/definitions.ts'
import type { Directory } from './directory.ts'
import { presentPerson, titleOf } from './present.ts'

/** An instance as its columns are read. */
export interface InstanceRow {
  id: string
  number: string
  title: string
  versionId: string
  status: InstanceSummary['status']
  level: number
  starterId: string
  startedAt: string
  endedAt: string | null
  sourceId: string | null
  parentId: string | null
}

/** Of the table `instances i`. */
export const instanceColumns = `i.id, i.number, i.title, i.process_version_id as "versionId", i.status, i.level,
         i.starter_id as "starterId", i.started_at as "startedAt", i.ended_at as "endedAt",
         i.source_instance_id as "sourceId", i.parent_instance_id as "parentId"`

/** An instance as lists and pages show it. */
export function presentInstanceRow(
  row: InstanceRow,
  { processId, version, definition }: Described,
  directory: Directory,
  locale: Locale,
): InstanceSummary {
  return {
    id: row.id,
    number: row.number,
    title: titleOf(row.title, definition.name, locale),
    processId,
    processName: definition.name[locale],
    processVersion: version,
    status: row.status,
    level: levelOf(row.level),
    starter: presentPerson(directory, row.starterId),
    startedAt: row.startedAt,
    ...(row.endedAt !== null && { endedAt: row.endedAt }),
  }
}
