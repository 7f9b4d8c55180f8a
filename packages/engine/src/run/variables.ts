import type { Json, Variables } from '../door.ts'
import type { Expression, Frame } from '../feel/expression.ts'
import { toJson } from '../feel/json-value.ts'
import type { Mapping } from '../model.ts'
import { Incident } from './incident.ts'
import type { Run } from './run.ts'

/** Looks names up from `locals` outwards through the scopes that surround `key`. */
class ScopeFrame implements Frame {
  private readonly run: Run
  private readonly key: number
  private readonly locals: Variables | undefined

  constructor(run: Run, key: number, locals?: Variables) {
    this.run = run
    this.key = key
    this.locals = locals
  }

  get at(): string {
    return this.run.at
  }

  read(name: string): unknown {
    if (this.locals !== undefined && Object.hasOwn(this.locals, name)) return this.locals[name]
    for (let key = this.key; key >= 0;) {
      const node = this.run.get(key)
      if (node.vars !== undefined && Object.hasOwn(node.vars, name)) return node.vars[name]
      key = node.in
    }
    return Object.hasOwn(this.run.variables, name) ? this.run.variables[name] : undefined
  }
}

/** Evaluates; what FEEL cannot work out at all is an incident. */
export function evaluate(run: Run, expression: Expression, key: number, locals?: Variables): unknown {
  try {
    return expression.evaluate(new ScopeFrame(run, key, locals))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Incident('EXPRESSION_FAILED', `${expression.text}: ${reason}`)
  }
}

export function evaluateJson(run: Run, expression: Expression, key: number, locals?: Variables): Json {
  return toJson(evaluate(run, expression, key, locals))
}

/** A text, or undefined for null; anything else is an incident. */
export function evaluateText(
  run: Run,
  expression: Expression,
  key: number,
  locals?: Variables,
): string | undefined {
  const value = evaluateJson(run, expression, key, locals)
  if (value === null) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new Incident('VALUE_NOT_TEXT', `${expression.text} gives no text`)
}

/** As in Zeebe, a condition must be true or false: null is a fault in the data and not a refusal. */
export function evaluateCondition(
  run: Run,
  expression: Expression,
  key: number,
  locals?: Variables,
): boolean {
  const value = evaluate(run, expression, key, locals)
  if (typeof value === 'boolean') return value
  throw new Incident('CONDITION_NOT_BOOLEAN', `${expression.text} is neither true nor false`)
}

/** Evaluates mappings in order; each sees what the ones before it have set. */
export function applyMappings(run: Run, mappings: Mapping[], key: number, locals: Variables): Variables {
  const result: Variables = {}
  const seen: Variables = { ...locals }
  for (const { source, target } of mappings) {
    const value = evaluateJson(run, source, key, seen)
    setPath(result, target.split('.'), value)
    setPath(seen, target.split('.'), value)
  }
  return result
}

/** `a.b` sets entry b of the context a, as Zeebe does; contexts on the way are copied. */
function setPath(into: Variables, path: string[], value: Json): void {
  const [head = '', ...rest] = path
  if (rest.length === 0) {
    into[head] = value
    return
  }
  const present = into[head]
  const inner: Variables =
    typeof present === 'object' && present !== null && !Array.isArray(present) ? { ...present } : {}
  setPath(inner, rest, value)
  into[head] = inner
}

/**
 * Zeebe's propagation: a variable goes to the nearest scope, from `key` outwards, that already has it; one that
 * none has becomes a variable of the process.
 */
export function propagate(run: Run, key: number, values: Variables | undefined): void {
  if (values === undefined) return
  let rest = values
  let left = Object.keys(values)
  for (let at = key; at >= 0 && left.length > 0;) {
    const node = run.get(at)
    const { vars } = node
    if (vars !== undefined) {
      const here = left.filter((name) => Object.hasOwn(vars, name))
      if (here.length > 0) {
        run.patch(at, { vars: { ...vars, ...pick(rest, here) } })
        left = left.filter((name) => !Object.hasOwn(vars, name))
        rest = pick(rest, left)
      }
    }
    at = node.in
  }
  if (left.length > 0) run.variables = { ...run.variables, ...rest }
}

/** Everything that can be seen at `key`, the nearest value first. */
export function visible(run: Run, key: number, locals?: Variables): Variables {
  let seen: Variables | undefined = locals
  for (let at = key; at >= 0;) {
    const node = run.get(at)
    if (node.vars !== undefined) seen = seen === undefined ? node.vars : { ...node.vars, ...seen }
    at = node.in
  }
  return seen === undefined ? run.variables : { ...run.variables, ...seen }
}

function pick(values: Variables, names: string[]): Variables {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]))
}
