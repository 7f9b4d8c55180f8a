import type { DrawingDifference } from '@canmou/contract'
import { compareDrawings, CompileError } from '@canmou/engine'
import type { Definition } from './definitions.ts'

/** How a drawing differs from a version; none where it is no drawing of the process, which the check says. */
export async function differenceTo(
  { version, xml, definition }: Definition,
  drawing: string,
): Promise<DrawingDifference | undefined> {
  try {
    return { version, xml, changes: await compareDrawings(xml, drawing, definition.processId) }
  } catch (error) {
    if (error instanceof CompileError) return undefined
    throw error
  }
}
