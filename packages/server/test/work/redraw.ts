import type { Database } from '../../src/db/database.ts'

/**
 * Writes attributes into the `canmou:task` of steps of the version in effect (`attachment="required"`, by the step's id), before
 * anybody has begun a run of it.
 */
export async function redraw(
  database: Database,
  processId: string,
  attributes: Record<string, string>,
): Promise<void> {
  await database.asSystem(async (tx) => {
    const version = await tx.first<{ id: string; xml: string }>(
      "select id, xml from process_versions where process_id = $1 and status = 'inEffect'",
      [processId],
    )
    if (!version) throw new Error(`${processId} has no version in effect`)
    let { xml } = version
    for (const [elementId, written] of Object.entries(attributes)) {
      const step = xml.indexOf(`<bpmn:userTask id="${elementId}"`)
      const place = xml.indexOf('<canmou:task ', step)
      if (step < 0 || place < 0) throw new Error(`${elementId} is not drawn`)
      const end = place + '<canmou:task '.length
      xml = `${xml.slice(0, end)}${written} ${xml.slice(end)}`
    }
    await tx.execute('update process_versions set xml = $2 where id = $1', [version.id, xml])
  })
}
