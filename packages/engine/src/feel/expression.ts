import { evaluate, parseExpression } from 'feelin'
import { clockFunctions } from './clock.ts'
import { toJson } from './json-value.ts'

/** Where an expression's names are looked up, and the command's time. */
export interface Frame {
  /** The value of a variable, `undefined` when no scope has it. */
  read(name: string): unknown
  readonly at: string
}

/** A literal or a FEEL expression, parsed once. */
export interface Expression {
  /** As written in the drawing. */
  text: string
  /** Names of the variables that it may read, `now` and `today` left out. */
  reads: readonly string[]
  /** True for a literal: it needs no variables and is not FEEL. */
  isLiteral: boolean
  /** The FEEL value, dates and durations as FEEL objects. Throws `EvaluationError` never for a null result. */
  evaluate(frame: Frame): unknown
  /** The value as plain JSON. */
  json(frame: Frame): import('../door.ts').Json
}

export class FeelSyntaxError extends Error {}

/** Longer texts are refused: the parser and interpreter recurse. */
const maxLength = 20_000
const maxDepth = 500

/** A text that stands for itself. */
export function literal(text: string): Expression {
  return { text, reads: [], isLiteral: true, evaluate: () => text, json: () => text }
}

/**
 * Compiles FEEL once. feelin parses at every `evaluate`; a FEEL function value however keeps its parsed body,
 * so the expression is wrapped as the body of `function(names…)` and that value is invoked from then on.
 * Identical results are proven by the differential test beside this file.
 */
export function compileFeel(text: string): Expression {
  const names = freeNames(text)
  const { invoke, warnings } = define(text, names)
  const clock = names.map((name) => clockFunctions.get(name))
  const values: unknown[] = new Array<unknown>(names.length)
  const run = (frame: Frame): unknown => {
    for (let index = 0; index < names.length; index++) {
      const value = frame.read(names[index] as string)
      values[index] = value === undefined ? clock[index]?.(frame.at) : value
    }
    warnings.length = 0
    return invoke(...values)
  }
  return {
    text,
    reads: names.filter((name) => !clockFunctions.has(name)),
    isLiteral: false,
    evaluate: run,
    json: (frame) => toJson(run(frame)),
  }
}

function define(text: string, names: string[]) {
  const result = evaluate(`function(${names.join(', ')}) (\n${text}\n)`, {})
  const defined: unknown = result.value
  if (!isCallable(defined)) throw new FeelSyntaxError(`not an expression: ${text}`)
  return { invoke: defined.fn, warnings: result.warnings }
}

function isCallable(value: unknown): value is { fn: (...values: unknown[]) => unknown } {
  return typeof value === 'object' && value !== null && 'fn' in value && typeof value.fn === 'function'
}

/** Variable names in the text; throws where it is not one well-formed FEEL expression. */
function freeNames(text: string): string[] {
  if (text.trim() === '') throw new FeelSyntaxError('empty expression')
  if (text.length > maxLength) throw new FeelSyntaxError('expression too long')
  const names = new Set<string>()
  let depth = 0
  parseExpression(text, {}, undefined).iterate({
    enter(node) {
      if (++depth > maxDepth) throw new FeelSyntaxError('expression nested too deeply')
      if (node.type.isError) {
        throw new FeelSyntaxError(`syntax error at character ${node.from + 1} of: ${text}`)
      }
      // `a == 1` parses as a comparison with a test, and is null whatever a is
      if (node.name === 'SimplePositiveUnaryTest' && node.node.prevSibling?.name === 'CompareOp') {
        throw new FeelSyntaxError(`two operators in a row in: ${text}`)
      }
      if (node.name === 'FunctionInvocation') checkFunction(text, node.node.firstChild)
      if (node.name !== 'VariableName') return
      const name = text.slice(node.from, node.to).trim()
      if (isPlainName(name)) names.add(name)
      else if (!isBuiltinName(name)) throw new FeelSyntaxError(`not a variable name: ${name}`)
    },
    leave() {
      depth--
    },
  })
  return [...names].sort()
}

/** JSON holds no functions, so a called name that neither FEEL nor the text defines can only be a slip. */
function checkFunction(text: string, called: { name: string; from: number; to: number } | null): void {
  if (called?.name !== 'VariableName') return
  const name = text.slice(called.from, called.to)
  const isOwn = text.split(name).length > 2
  if (!isOwn && !clockFunctions.has(name) && !isBuiltinName(name)) {
    throw new FeelSyntaxError(`unknown function: ${name}`)
  }
}

function isPlainName(name: string): boolean {
  return /^[\p{L}_$?][\p{L}\p{N}_$]*$/u.test(name)
}

/** Several words are a name only where FEEL itself defines the function, such as `string length`. */
function isBuiltinName(name: string): boolean {
  try {
    return evaluate(name, {}).value !== null
  } catch {
    // what does not parse alone is no name
    return false
  }
}
