import type { StepDraft } from '../step-draft.ts'

/**
 * What sets a run off and was itself set off by one counts on, until a person or a clock comes in between: a message to one that
 * waits is one; what starts a run, or may reach many, is ten. No process that does its work comes near the most; processes that
 * set one another off without end stop there.
 */
const counts = { toOne: 1, toMany: 10 }
const most = 100

/** How far it is passed on now; undefined where it would go round for ever, which the history then says. */
export function passedOn(
  draft: StepDraft,
  { elementId, name }: { elementId: string; name: string },
  reach: keyof typeof counts,
): number | undefined {
  const passed = draft.passed + counts[reach]
  if (passed <= most) return passed
  draft.entries.push({ type: 'incident', elementId, code: 'GOES_ROUND', message: name })
  return undefined
}

/** How far the caller had come, once what it called has ended: one that calls again and again does not go deeper. */
export const passedBefore = ({ passed }: StepDraft): number => Math.max(0, passed - counts.toMany)
