import type { Locale, StartRoute } from '@canmou/contract'
import type { Catalogue, ProcessDefinition } from '../catalogue/catalogue.ts'
import { Failure } from '../http/failure.ts'
import { describeProblems } from '../http/schema-problems.ts'
import { fieldLabel } from '../records/field-labels.ts'
import { partialRules } from '../records/kind-rules.ts'
import type { Definitions } from './definitions.ts'

type Route = NonNullable<ProcessDefinition['startRoute']>

/** An entry of the start list and where it leads to, in the reader's language. */
export function presentRoute(
  { id, name, description, kind, field, value }: Route,
  { kinds }: Catalogue,
  locale: Locale,
): StartRoute {
  const view = kinds.get(kind)?.view.fields?.[field]
  return {
    id,
    name: name[locale],
    description: description[locale],
    field,
    fieldName: view?.label?.[locale] ?? field,
    value,
    valueName: view?.enum?.[value]?.[locale] ?? value,
  }
}

/**
 * The process that a start is for: the one that is named or, where an entry of the start list is, the one that the value of
 * its field leads to (catalogue/README.md, `startRoute`; domain.md §7: 技术服务申请单 → SC-008 or SC-010). Fails with
 * RECORD_INVALID where the field is missing or holds no such value.
 */
export async function processToStart(
  definitions: Definitions,
  { processes, kinds }: Catalogue,
  name: string,
  data: Record<string, unknown> | undefined,
): Promise<string> {
  if (processes.has(name)) return name
  const ways = (await definitions.allInEffect()).flatMap(({ processId, definition: { startRoute } }) =>
    startRoute?.id === name ? [{ processId, ...startRoute }] : [],
  )
  const [first] = ways
  if (!first) return name
  const chosen = ways.find(({ field, value }) => data?.[field] === value)
  if (chosen) return chosen.processId
  throw wrongValue(first, kinds.get(first.kind), data?.[first.field])
}

function wrongValue(
  { field }: Route,
  kind: Parameters<typeof partialRules>[0] | undefined,
  value: unknown,
): Failure {
  if (!kind) return new Failure('RECORD_INVALID', { count: 1 }, [{ path: `/${field}`, message: field }])
  const validate = partialRules(kind, [field])
  const missing = {
    instancePath: '',
    schemaPath: '',
    keyword: 'required',
    params: { missingProperty: field },
  }
  const isMissing = value === undefined || value === null || validate({ [field]: value })
  const errors = isMissing ? [missing] : (validate.errors ?? [])
  const problems = describeProblems(errors, (pointer) => fieldLabel(kind.view, pointer))
  return new Failure('RECORD_INVALID', { count: problems.length }, problems)
}
