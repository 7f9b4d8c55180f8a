import type { InstanceDiagram } from '@canmou/contract'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { namesIn } from '../processes/definitions.ts'
import type { Entry } from './entries.ts'
import type { Work } from './work.ts'

/** The drawing of the instance's own version, where its tokens are and the way they took. Fails with NOT_FOUND. */
export async function describeDiagram(
  work: Work,
  actor: Actor,
  instanceId: string,
): Promise<InstanceDiagram> {
  const { versionId, status, steps } = await work.database.as(actor.id, async (tx) => {
    const [row, log] = await Promise.all([
      tx.first<{ versionId: string; status: string }>(
        'select process_version_id as "versionId", status from instances where id = $1',
        [instanceId],
      ),
      tx.query<{ entries: Entry[] }>('select entries from steps where instance_id = $1 order by version', [
        instanceId,
      ]),
    ])
    if (!row) throw new Failure('NOT_FOUND')
    return { ...row, steps: log }
  })
  const definition = await work.definitions.get(versionId)
  return {
    xml: definition.xml,
    names: namesIn(definition, actor.locale),
    ...marksOf(
      steps.flatMap(({ entries }) => entries),
      status === 'running',
    ),
  }
}

/** An element is active while it was entered more often than it was left. */
function marksOf(entries: readonly Entry[], isRunning: boolean): Omit<InstanceDiagram, 'xml' | 'names'> {
  const inside = new Map<string, number>()
  const completed = new Set<string>()
  const flows = new Set<string>()
  const incidents = new Map<string, string>()
  const count = (ids: readonly string[], by: number): void => {
    for (const id of ids) inside.set(id, (inside.get(id) ?? 0) + by)
  }
  for (const entry of entries) {
    if (entry.type === 'incident') incidents.set(entry.elementId, entry.message)
    if (entry.type === 'incidentResolved') incidents.delete(entry.elementId)
    if (entry.type !== 'path') continue
    count(entry.entered, 1)
    count(entry.completed, -1)
    count(entry.cancelled, -1)
    for (const id of entry.completed) {
      completed.add(id)
      // Whatever stood in its way, it is done.
      incidents.delete(id)
    }
    for (const id of entry.flows) flows.add(id)
  }
  const active = isRunning ? [...inside].flatMap(([id, times]) => (times > 0 ? id : [])) : []
  return {
    active,
    completed: [...completed].filter((id) => !active.includes(id)),
    flows: [...flows],
    incidents: isRunning ? [...incidents].map(([elementId, message]) => ({ elementId, message })) : [],
  }
}
