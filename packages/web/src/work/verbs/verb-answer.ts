import type { VerbOffer } from '@canmou/contract'
import type { VerbBody } from './VerbDialog.tsx'

/** What a person has answered in a verb's dialog so far. */
export interface VerbAnswer {
  people: string[]
  mode: 'all' | 'any' | 'inOrder'
  elementId: string | undefined
  then: 'again' | 'direct'
  signer: number | undefined
  opinion: string
}

export type PeopleNeed = 'one' | 'signers' | 'copies' | 'mentions'

/** What the dialog of a verb asks for besides the reason. */
export function needsOf({ verb }: VerbOffer): { people?: PeopleNeed; mode: boolean } {
  switch (verb) {
    case 'transfer':
    case 'delegate':
      return { people: 'one', mode: false }
    case 'addSignerBefore':
    case 'addSignerAfter':
    case 'addSignerParallel':
      return { people: 'signers', mode: true }
    case 'copy':
      return { people: 'copies', mode: false }
    case 'comment':
      return { people: 'mentions', mode: false }
    default:
      return { mode: false }
  }
}

/** Whether the person says which step; the other returns go where they go. */
export const choosesStep = ({ verb }: VerbOffer): boolean => verb === 'returnToStep' || verb === 'jump'

/** Where there is one choice only, it is chosen. */
export function emptyAnswer({ targets, signers }: VerbOffer): VerbAnswer {
  const [signer, second] = signers ?? []
  return {
    people: [],
    mode: 'all',
    elementId: targets?.[0]?.elementId,
    then: 'again',
    signer: second ? undefined : signer?.signer,
    opinion: '',
  }
}

/** What is still missing. */
export function answerProblem(
  offer: VerbOffer,
  answer: VerbAnswer,
): 'people' | 'target' | 'signer' | 'reason' | undefined {
  const { people } = needsOf(offer)
  if (people && people !== 'mentions' && answer.people.length === 0) return 'people'
  if (choosesStep(offer) && answer.elementId === undefined) return 'target'
  if (offer.signers && answer.signer === undefined) return 'signer'
  const needsReason = offer.opinion === 'required' || offer.verb === 'comment'
  return needsReason && answer.opinion.trim() === '' ? 'reason' : undefined
}

/** The request that the answer makes. */
export function bodyOf(offer: VerbOffer, answer: VerbAnswer): VerbBody {
  const { people } = needsOf(offer)
  const [first] = answer.people
  const opinion = answer.opinion.trim()
  return {
    ...(opinion && { opinion }),
    ...(people === 'one' && first !== undefined && { to: { person: first } }),
    ...(people === 'signers' && {
      signers: answer.people.map((person) => ({ person })),
      mode: answer.mode,
    }),
    ...((people === 'copies' || people === 'mentions') && { people: answer.people }),
    ...(choosesStep(offer) && answer.elementId !== undefined && { elementId: answer.elementId }),
    ...(offer.targets && offer.verb !== 'jump' && { then: answer.then }),
    ...(offer.signers && answer.signer !== undefined && { signer: answer.signer }),
  }
}
