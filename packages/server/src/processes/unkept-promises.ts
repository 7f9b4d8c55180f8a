import { drawingProblems } from '@canmou/contract'
import type { Element, Process } from '@canmou/engine'

/** A drawing says something of a step that this program would not do. */
export const unkeptCode = 'POLICY_UNSUPPORTED'

export interface UnkeptPromise {
  elementId: string
  /** The attribute, as the drawing writes it. */
  attribute: string
}

/**
 * What a drawing asks of its steps and nobody would see to: an attachment or a hand signature that must be there. Refused
 * rather than passed over: whoever signs such a process relies on it.
 */
export const unkeptPromises = ({ elements }: Process): UnkeptPromise[] =>
  [...elements.values()].flatMap(({ id, canmou }) =>
    promised(canmou).map((attribute) => ({ elementId: id, attribute })),
  )

function promised({ attachment, signature }: Element['canmou']): string[] {
  return [
    ...(attachment === 'required' ? ['attachment="required"'] : []),
    ...(signature === 'required' ? ['signature="required"'] : []),
  ]
}

export const unkeptSentence = drawingProblems[unkeptCode]
