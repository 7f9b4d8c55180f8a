import type { Element } from '../model.ts'
import type { Run } from './run.ts'
import { addTokens } from './tokens.ts'
import { met } from './trail.ts'

/** Keeps a token at a join, on the flow it came by; returns all tokens that wait at joins of the scope. */
export function arrive(run: Run, scopeKey: number, flowId: string): { readonly [flowId: string]: number } {
  const { joins: before, came: cameBefore } = run.get(scopeKey)
  const joins = { ...before, [flowId]: (before?.[flowId] ?? 0) + 1 }
  const came = { ...cameBefore, [flowId]: [...(cameBefore?.[flowId] ?? []), run.from] }
  run.patch(scopeKey, { joins, came })
  return joins
}

/** Merges one token from each incoming flow that has any into a single one, which comes from all of them. */
export function consume(run: Run, scopeKey: number, gateway: Element): void {
  const { joins: before, came: cameBefore, ...scope } = run.get(scopeKey)
  const joins = { ...before }
  const came = { ...cameBefore }
  const via: string[] = []
  const from: number[] = []
  for (const { id } of gateway.incoming) {
    const waiting = joins[id] ?? 0
    if (waiting === 0) continue
    const [first = 0, ...rest] = came[id] ?? []
    via.push(id)
    from.push(first)
    if (waiting === 1) {
      delete joins[id]
      delete came[id]
    } else {
      joins[id] = waiting - 1
      came[id] = rest
    }
  }
  run.replace(scopeKey, Object.keys(joins).length > 0 ? { ...scope, joins, came } : scope)
  mergeLineage(run, gateway, scopeKey, from, via)
  addTokens(run, scopeKey, 1 - via.length)
}

/** Branches in which nobody has worked since they parted meet without a trace. */
function mergeLineage(run: Run, gateway: Element, scopeKey: number, from: number[], via: string[]): void {
  const [first = 0] = from
  if (from.every((key) => key === first)) run.from = first
  else met(run, { key: run.next++, at: gateway.id, in: scopeKey, from, via })
}
