import type { DrawingFinding, Locale } from '@canmou/contract'
import type { ProcessDefinition } from '../catalogue/catalogue.ts'
import type { Work } from '../work/work.ts'
import { checkDrawing } from './check-drawing.ts'
import { contextFor } from './version-context.ts'

/** What can be said against a drawing of a process today, in the asker's language. */
export async function findingsOf(
  work: Work,
  definition: ProcessDefinition,
  xml: string,
  locale: Locale,
): Promise<DrawingFinding[]> {
  const context = await contextFor(work, definition)
  return (await checkDrawing(xml, definition.processId, context, locale)).findings
}
