import type { DrawingChange, DrawingFinding } from '@canmou/contract'
import type { Mark, MarkKind } from '../../work/diagram/marks.ts'
import type { DrawingNames } from './drawing-names.ts'

/**
 * What is drawn onto a drawing that was proved: the way to the finding that was chosen, how it differs from the version in
 * effect, and the findings over both, errors over warnings.
 */
export function drawingMarks(
  findings: readonly DrawingFinding[],
  changes: readonly DrawingChange[],
  way: readonly string[],
): Mark[] {
  const marks = new Map<string, Mark>()
  const put = (elementId: string, kind: MarkKind, message?: string) =>
    marks.set(elementId, { elementId, kind, times: 1, ...(message !== undefined && { message }) })
  for (const { elementId, change } of changes) if (change !== 'removed') put(elementId, change)
  for (const id of way) put(id, 'way')
  for (const severity of ['warning', 'error'] as const)
    for (const finding of findings)
      if (finding.severity === severity && finding.elementId)
        put(finding.elementId, severity, finding.message)
  return [...marks.values()]
}

/** What the former drawing has that this one lacks. */
export const removedMarks = (changes: readonly DrawingChange[]): Mark[] =>
  changes.flatMap(({ elementId, change }) =>
    change === 'removed' ? [{ elementId, kind: 'removed' as const, times: 1 }] : [],
  )

/** The way with the flows between its elements, where the drawing has one from each to the next. */
export function wayWithFlows(way: readonly string[], { flows }: DrawingNames): string[] {
  return way.flatMap((id, index) => {
    const next = way[index + 1]
    const flow = flows.find(({ source, target }) => source === id && target === next)
    return flow ? [id, flow.id] : [id]
  })
}
