import type { Opinion } from '@canmou/contract'

export interface Round {
  /** The version that was decided on; absent for opinions on no document. */
  version: number | undefined
  opinions: Opinion[]
}

/**
 * Decisions by the version that they are about, the newest version first; submitting is no opinion, and stands among them only
 * where it was signed by hand.
 */
export function rounds(opinions: readonly Opinion[]): Round[] {
  const decided = opinions.filter(({ decision, signature }) => decision !== 'submit' || signature)
  const versions = [...new Set(decided.map(({ recordVersion }) => recordVersion))]
  return versions
    .map((version) => ({
      version,
      opinions: decided
        .filter(({ recordVersion }) => recordVersion === version)
        .toSorted((left, right) => left.signedAt.localeCompare(right.signedAt)),
    }))
    .toSorted((left, right) => (right.version ?? 0) - (left.version ?? 0))
}

/** The round that sent a draft back: the refusal, and what the others of that round said. Absent for a first draft. */
export function lastRefusal(
  opinions: readonly Opinion[],
): { refusal: Opinion; others: Opinion[]; version: number | undefined } | undefined {
  const [latest] = rounds(opinions)
  const refusal = latest?.opinions.findLast(
    ({ decision, takenBackAt }) => decision === 'reject' && !takenBackAt,
  )
  if (!latest || !refusal) return undefined
  return {
    refusal,
    others: latest.opinions.filter((opinion) => opinion !== refusal && opinion.decision !== 'submit'),
    version: latest.version,
  }
}
