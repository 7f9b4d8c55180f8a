import type { Element } from '../model.ts'
import type { Run } from './run.ts'
import { addTokens } from './tokens.ts'

/** Keeps a token at a join, on the flow it came by; returns all tokens that wait at joins of the scope. */
export function arrive(run: Run, scopeKey: number, flowId: string): { readonly [flowId: string]: number } {
  const before = run.get(scopeKey).joins
  const joins = { ...before, [flowId]: (before?.[flowId] ?? 0) + 1 }
  run.patch(scopeKey, { joins })
  return joins
}

/** Merges one token from each incoming flow that has any into a single one. */
export function consume(run: Run, scopeKey: number, gateway: Element): void {
  const { joins: before, ...scope } = run.get(scopeKey)
  const joins = { ...before }
  let merged = 0
  for (const { id } of gateway.incoming) {
    const waiting = joins[id] ?? 0
    if (waiting === 0) continue
    merged++
    if (waiting === 1) delete joins[id]
    else joins[id] = waiting - 1
  }
  run.replace(scopeKey, Object.keys(joins).length > 0 ? { ...scope, joins } : scope)
  addTokens(run, scopeKey, 1 - merged)
}
