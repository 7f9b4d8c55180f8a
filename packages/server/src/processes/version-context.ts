import type { ProcessDefinition } from '../catalogue/catalogue.ts'
import type { Work } from '../work/work.ts'
import type { DrawingContext } from './check-drawing.ts'

/** What a drawing of this process is proved against today. */
export async function contextFor(work: Work, definition: ProcessDefinition): Promise<DrawingContext> {
  return {
    catalogue: work.catalogue,
    directory: await work.directory.current(),
    at: work.now(),
    variables: [
      ...definition.settings.map(({ id }) => id),
      ...Object.keys(definition.people ?? {}),
      ...(definition.handed ?? []),
      'starter',
      'calledFrom',
      'sourceInstance',
    ],
  }
}
