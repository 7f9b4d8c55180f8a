import type { InstanceDiagram } from '@canmou/contract'

export type MarkKind =
  // An instance: where it is and was.
  | 'active'
  | 'completed'
  | 'incident'
  | 'flow'
  // A drawing that is proved: what was found, the way to it, and how it differs from another one.
  | 'error'
  | 'warning'
  | 'way'
  | 'added'
  | 'changed'
  | 'removed'

/** What is drawn onto one element: the kind decides colour and sign, `times` is how often it was passed. */
export interface Mark {
  elementId: string
  kind: MarkKind
  times: number
  message?: string
}

/**
 * One mark for each element. Where a token is outranks that the element was completed before (a loop came back), and an
 * incident outranks both.
 */
export function marksOf(
  diagram: Pick<InstanceDiagram, 'active' | 'completed' | 'flows' | 'incidents'>,
): Mark[] {
  const marks = new Map<string, Mark>()
  const put = (elementId: string, kind: MarkKind, message?: string) => {
    const known = marks.get(elementId)
    const times = known?.kind === kind ? known.times + 1 : 1
    marks.set(elementId, { elementId, kind, times, ...(message !== undefined && { message }) })
  }
  for (const id of diagram.flows) put(id, 'flow')
  for (const id of diagram.completed) put(id, 'completed')
  for (const id of diagram.active) put(id, 'active')
  for (const { elementId, message } of diagram.incidents) put(elementId, 'incident', message)
  return [...marks.values()]
}
