import type { Json } from '../door.ts'
import type { Expression } from '../feel/expression.ts'
import { childrenOf, syntaxOf } from './condition-reads.ts'
import type { SyntaxNode } from './condition-reads.ts'

/** The values that a variable can have, where that is known: variable or path → its values. */
export type Enumerations = { readonly [subject: string]: readonly Json[] }

/** What a condition compares: a variable or path, and the constants it is held against. */
type Subjects = Map<string, Set<Json>>

const maxCombinations = 4096

/**
 * Looks for a combination of values for which none of the conditions holds. Returns it as a text, `''` where the
 * conditions cannot be understood well enough to tell, and nothing where they are proven to cover everything.
 */
export function uncovered(conditions: readonly Expression[], enumerations: Enumerations): string | undefined {
  if (hasComplements(conditions)) return undefined
  const subjects: Subjects = new Map()
  const understood = conditions.filter((condition) => collect(condition, subjects))
  const names = [...subjects.keys()]
  const domains = names.map((name) => domainOf(subjects.get(name) ?? new Set(), enumerations[name]))
  if (domains.reduce((product, domain) => product * domain.length, 1) > maxCombinations) return ''
  for (const values of combinations(domains)) {
    if (understood.some((condition) => holds(condition, names, values))) continue
    if (understood.length < conditions.length) return ''
    return names.map((name, index) => `${name} = ${shown(values[index] ?? null)}`).join(', ')
  }
  return undefined
}

const shown = (value: Json) => (value === otherText ? '"…"' : JSON.stringify(value))

/** `c` beside `not(c)`, whatever `c` is. */
function hasComplements(conditions: readonly Expression[]): boolean {
  const texts = new Set(conditions.map(({ text }) => normalized(text)))
  return [...texts].some((text) => texts.has(`not(${text})`))
}

const normalized = (text: string) => text.replace(/^=/, '').replaceAll(/\s+/g, '')

/** Notes what the condition compares with which constants; false when it does anything else. */
function collect(condition: Expression, subjects: Subjects): boolean {
  const { text, root } = syntaxOf(condition)
  const own: Subjects = new Map()
  if (!isUnderstood(root, text, own)) return false
  for (const [name, constants] of own) {
    const known = subjects.get(name) ?? new Set()
    for (const constant of constants) known.add(constant)
    subjects.set(name, known)
  }
  return true
}

function isUnderstood(node: SyntaxNode, text: string, subjects: Subjects): boolean {
  const children = childrenOf(node)
  switch (node.name) {
    case 'Expression':
    case 'ParenthesizedExpression':
    case 'Conjunction':
    case 'Disjunction':
    case 'PositionalParameters':
      return children.every((child) => isUnderstood(child, text, subjects))
    case 'and':
    case 'or':
    case '(':
    case ')':
    case 'BooleanLiteral':
      return true
    case 'FunctionInvocation': {
      const [name, ...rest] = children
      return (
        name !== undefined &&
        text.slice(name.from, name.to) === 'not' &&
        rest.every((one) => isUnderstood(one, text, subjects))
      )
    }
    case 'VariableName':
    case 'PathExpression':
      return note(subjects, text.slice(node.from, node.to), [true, false])
    case 'Comparison':
      return isComparison(children, text, subjects)
    default:
      return false
  }
}

/** `x = 1`, `1 < x`, `x in ("a", "b")`. */
function isComparison(children: SyntaxNode[], text: string, subjects: Subjects): boolean {
  const [left, operator, right] = children
  if (!left || !operator || !right) return false
  const subject = [left, right].find((one) => one.name === 'VariableName' || one.name === 'PathExpression')
  if (!subject) return false
  const name = text.slice(subject.from, subject.to)
  if (operator.name === 'in') return subject === left && noteAll(subjects, name, children.slice(2), text)
  if (operator.name !== 'CompareOp' || children.length !== 3) return false
  return noteAll(subjects, name, [subject === left ? right : left], text)
}

function noteAll(subjects: Subjects, name: string, nodes: SyntaxNode[], text: string): boolean {
  return nodes.every((node) => {
    if (node.name === '(' || node.name === ')') return true
    if (node.name.endsWith('UnaryTests') || node.name.endsWith('UnaryTest'))
      return noteAll(subjects, name, childrenOf(node), text)
    const constant = constantOf(node, text)
    return constant !== undefined && note(subjects, name, [constant])
  })
}

function constantOf(node: SyntaxNode, text: string): Json | undefined {
  const literals = ['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'null']
  if (!literals.includes(node.name)) return undefined
  return JSON.parse(text.slice(node.from, node.to)) as Json
}

function note(subjects: Subjects, name: string, constants: Json[]): boolean {
  // a path through a filter or call is more than a name
  if (!/^[\p{L}_][\p{L}\p{N}_]*(\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name)) return false
  const known = subjects.get(name) ?? new Set()
  for (const constant of constants) known.add(constant)
  subjects.set(name, known)
  return true
}

const otherText = '\u0000other'

/** Values that stand for all: the constants, something between, before and after them, something else. */
function domainOf(constants: ReadonlySet<Json>, known: readonly Json[] | undefined): Json[] {
  if (known && known.length > 0) return [...known]
  const all = [...constants]
  const numbers = all.filter((one) => typeof one === 'number').sort((a, b) => a - b)
  const domain = new Set<Json>(all)
  if (all.some((one) => typeof one === 'string')) domain.add(otherText)
  if (all.some((one) => typeof one === 'boolean')) domain.add(true).add(false)
  numbers.forEach((number, index) => domain.add((number + (numbers[index + 1] ?? number + 2)) / 2))
  if (numbers[0] !== undefined) domain.add(numbers[0] - 1)
  return [...domain]
}

function* combinations(domains: Json[][]): Generator<Json[]> {
  const [first, ...rest] = domains
  if (!first) {
    yield []
    return
  }
  for (const value of first) for (const others of combinations(rest)) yield [value, ...others]
}

function holds(condition: Expression, names: string[], values: Json[]): boolean {
  const variables: { [name: string]: Json } = {}
  names.forEach((name, index) =>
    place(
      variables,
      name.split('.').map((part) => part.trim()),
      values[index] ?? null,
    ),
  )
  return condition.evaluate({ read: (name) => variables[name], at: '1970-01-01T00:00:00Z' }) === true
}

function place(target: { [name: string]: Json }, path: string[], value: Json): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) {
    target[name] = value
    return
  }
  const inner = target[name]
  const context = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {}
  target[name] = context
  place(context, rest, value)
}
