import type { Locale, RecordKind as KindAnswer, RecordKindSummary } from '@canmou/contract'
import type { Static } from 'typebox'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { Failure } from '../http/failure.ts'

/** The record kinds in the order of their codes, named in one language. */
export const listKinds = (catalogue: Catalogue, locale: Locale): Static<typeof RecordKindSummary>[] =>
  [...catalogue.kinds.values()]
    .map(({ code, name, type, processes }) => ({ code, name: name[locale], type, processes }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))

/** A kind with its schema and its view; the view's texts stay in all languages. Fails with RECORD_KIND_UNKNOWN. */
export function describeKind(catalogue: Catalogue, code: string, locale: Locale): Static<typeof KindAnswer> {
  const kind = catalogue.kinds.get(code)
  if (!kind) throw new Failure('RECORD_KIND_UNKNOWN', { kind: code })
  return { code, name: kind.name[locale], type: kind.type, schema: kind.schema, view: { ...kind.view } }
}
