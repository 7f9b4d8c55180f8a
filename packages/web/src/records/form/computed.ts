import { evaluate } from 'feelin'
import { isEqualValue } from '../difference/row-diff.ts'
import type { Data } from './conditions.ts'
import type { Field, RecordModel } from './field-model.ts'
import type { Problem } from './validation.ts'

type Rule = (values: Data) => unknown

/**
 * Compiles `=…` (FEEL) over the given names, the way the server does: the same library, the expression as the body of a
 * FEEL function, so that it is parsed once. A wrong expression is the catalogue's mistake, reported when it is loaded;
 * here it has no result, and typing goes on.
 */
export function compileRule(text: string, names: readonly string[]): Rule {
  const source = `function(${names.join(', ')}) (\n${text.replace(/^\s*=/, '')}\n)`
  try {
    const { value } = evaluate(source, {})
    if (!isFunction(value)) return () => undefined
    return (values) => asJson(value.fn(...names.map((name) => values[name] ?? null)))
  } catch {
    return () => undefined
  }
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

interface Rules {
  /** In the order of the kind's file; a table's computed columns stand at the table. */
  computed: { field: string; rule?: Rule; columns: { column: string; rule: Rule }[] }[]
  checks: { path: string; id: string; sentence: string; severity: 'error' | 'warning'; holds: Rule }[]
}

const compiled = new WeakMap<RecordModel, Rules>()

function rulesOf(model: RecordModel): Rules {
  const known = compiled.get(model)
  if (known) return known
  const names = [...model.fields.keys()]
  const columnsOf = (field: Field): Rules['computed'][number]['columns'] => {
    const own = field.columns.map(({ name }) => name)
    const inScope = [...own, ...names.filter((name) => !own.includes(name))]
    return field.columns.flatMap(({ name, computed }) =>
      computed === undefined ? [] : [{ column: name, rule: compileRule(computed, inScope) }],
    )
  }
  const rules: Rules = {
    computed: [...model.fields.values()].flatMap((field) => {
      const columns = columnsOf(field)
      const own = field.computed === undefined ? {} : { rule: compileRule(field.computed, names) }
      return 'rule' in own || columns.length > 0 ? [{ field: field.name, columns, ...own }] : []
    }),
    checks: model.checks.map(({ id, path, rule, sentence, severity = 'error' }) => ({
      id,
      path,
      sentence,
      severity,
      holds: compileRule(rule, [...new Set([...names, 'version'])]),
    })),
  }
  compiled.set(model, rules)
  return rules
}

function assign(data: Data, name: string, value: unknown): Data {
  if (isEqualValue(data[name], value)) return data
  const { [name]: _, ...rest } = data
  return value === undefined ? rest : { ...rest, [name]: value }
}

/**
 * The data with every computed field filled in, in the order of the kind's file and a table's columns before the totals
 * over them (catalogue/README.md). Gives back the same object, and the same rows, where nothing changed. Only shown:
 * the server works it out again and ignores what was sent.
 */
export function compute(model: RecordModel, data: Data): Data {
  return rulesOf(model).computed.reduce((result, { field, rule, columns }) => {
    if (rule) return assign(result, field, rule(result))
    const rows = result[field]
    if (!Array.isArray(rows)) return result
    const next = rows.map((row: Data) =>
      columns.reduce(
        (filled, column) => assign(filled, column.column, column.rule({ ...result, ...filled })),
        row,
      ),
    )
    return next.some((row, index) => row !== rows[index]) ? { ...result, [field]: next } : result
  }, data)
}

/**
 * The kind's own rules over several fields (`x-checks`) that do not hold; a rule without an answer says nothing. `version` is
 * the one that a submission would freeze, by its name in the rules.
 */
export function brokenChecks(
  model: RecordModel,
  data: Data,
  version?: number,
): (Problem & { severity: 'error' | 'warning' })[] {
  return rulesOf(model).checks.flatMap(({ path, id, sentence, severity, holds }) =>
    holds({ version, ...data }) === false
      ? [{ path, keyword: 'check', parameters: { id }, message: sentence, severity }]
      : [],
  )
}
