import type { CanmouAttributes } from '../model.ts'
import type { Verb } from './verbs.ts'

/** What has to come with a verb. */
export interface Needs {
  opinion: boolean
  attachment: boolean
  signature: boolean
}

/** Verbs by which somebody refuses or moves what is others': always with the reason. */
const refusing: ReadonlySet<Verb> = new Set([
  'reject',
  'returnToPrevious',
  'returnToStarter',
  'returnToStep',
  'terminate',
  'jump',
])

/**
 * The verbs with which a rule of the drawing asks for something. Adding a signer after oneself is an approval of one's own,
 * so it never gets around what an approval needs.
 */
const asked: Readonly<Record<keyof Needs, ReadonlySet<Verb>>> = {
  opinion: new Set<Verb>(['approve', 'reject', 'addSignerAfter']),
  // Whoever says no has said why; what has to be shown is shown by whoever lets it pass.
  attachment: new Set<Verb>(['submit', 'approve', 'addSignerAfter']),
  // On paper whoever signs does it by hand, whether he says yes or no; returning, passing on and remarks are no signature.
  signature: new Set<Verb>(['submit', 'approve', 'reject', 'addSignerAfter']),
}

/** Whoever refuses says why (domain.md §8, "Opinion required when refusing"); the drawing may ask for more. */
export function needsOf(verb: Verb, rules: Pick<CanmouAttributes, keyof Needs> = {}): Needs {
  const isAsked = (what: keyof Needs): boolean => rules[what] === 'required' && asked[what].has(verb)
  return {
    opinion: refusing.has(verb) || isAsked('opinion'),
    attachment: isAsked('attachment'),
    signature: isAsked('signature'),
  }
}
