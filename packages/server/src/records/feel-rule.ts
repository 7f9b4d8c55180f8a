import { evaluate } from 'feelin'

/** A FEEL expression of the catalogue over named values. `undefined` stands for no result. */
export type FeelRule = (values: Record<string, unknown>) => unknown

/**
 * Compiles `=…` over the given names. feelin parses at each evaluation, but a FEEL function keeps its parsed body: the
 * expression becomes the body of a function of those names. Throws where the expression is not FEEL.
 */
export function compileRule(text: string, names: readonly string[]): FeelRule {
  const { value } = evaluate(`function(${names.join(', ')}) (\n${text.replace(/^\s*=/, '')}\n)`, {})
  if (!isFunction(value)) throw new SyntaxError(`Not a FEEL expression: ${text}`)
  return (values) => asJson(value.fn(...names.map((name) => values[name] ?? null)))
}

/** The value of `=…` over the given values; `undefined` for no result. Parses anew each time: for what is asked seldom. */
export function evaluateRule(text: string, values: Record<string, unknown>): unknown {
  return asJson(evaluate(text.replace(/^\s*=/, ''), values).value)
}

function isFunction(value: unknown): value is { fn: (...values: unknown[]) => unknown } {
  return typeof value === 'object' && value !== null && 'fn' in value && typeof value.fn === 'function'
}

/** Dates and durations as their ISO text; what JSON cannot hold is no value. */
function asJson(value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'function') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => asJson(item) ?? null)
  if ('iso' in value && typeof value.iso === 'string') return value.iso
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item)]))
}
