import type { Enter, Node } from '../state.ts'
import type { Run } from './run.ts'

/**
 * A step that was returned to for a correction is done, and its token goes straight back to the one who had returned it.
 * That step begins anew: it sees the corrected values, and its deadlines run from now.
 */
export function comeBack(run: Run, homeKey: number, done: Node): void {
  const away = run.get(homeKey)
  const { at, in: scopeKey, loopCounter, round, home, vars } = away
  run.remove(homeKey)
  run.from = away.from ?? 0
  run.push({
    do: 'enter',
    at,
    in: scopeKey,
    // the variables of a loop's instance are its own; those of a step on its own are worked out anew
    ...(loopCounter === undefined ? {} : { loopCounter, ...(vars ? { vars } : {}) }),
    ...(round ? { round } : {}),
    ...(home === undefined ? {} : { home }),
    returned: { from: done.at, then: 'back', ...(run.by === undefined ? {} : { by: run.by }) },
    cameBack: {
      key: done.key,
      at: done.at,
      in: done.in,
      from: done.from ?? 0,
      ...(run.by === undefined ? {} : { by: run.by }),
    },
  })
}

/** What a verb gives a step along. */
export function carriedOver({ home, returned, round, cameBack }: Enter): Partial<Node> {
  return {
    ...(home === undefined ? {} : { home }),
    ...(returned ? { returned } : {}),
    ...(round ? { round } : {}),
    ...(cameBack ? { cameBack } : {}),
  }
}
