import { firstOf, subjectOf, tidyTitle, type Locale } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { FieldView, KindSchema } from '../catalogue/record-kind.ts'
import type { References } from './references.ts'
import { isFormData, type FormData } from './form-data.ts'

const longestTitle = 200

/**
 * A title as one line of plain text. Control characters and the marks that turn the direction of writing are left out;
 * everything else, `<script>` too, stays what it is: text.
 */
export function cleanTitle(title: string): string {
  const line = title
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  return [...line].slice(0, longestTitle).join('')
}

/**
 * The title of a record that nobody gave one: the kind's rule, `{field}` being replaced by the value as it is shown
 * (catalogue/README.md, `titleRule`).
 */
export function titleByRule(
  kind: RecordKind,
  data: FormData,
  locale: Locale,
  references: References,
): string {
  const { schema, view } = kind
  const show = (value: unknown, own: KindSchema | undefined, words: FieldView | undefined): string =>
    shown(value, own, words, locale, references)
  const title = view.titleRule[locale].replace(
    /\{(\w+)(?:\.(\w+))?\}/g,
    (_, name: string, member?: string) => {
      const value = data[name]
      const field = schema.properties?.[name]
      const words = view.fields[name]
      if (member === undefined) return show(value, field, words)
      if (!Array.isArray(value))
        return show(isFormData(value) ? value[member] : undefined, undefined, undefined)
      const column = value.flatMap((row: unknown) => (isFormData(row) ? (row[member] ?? []) : []))
      const first = show(column[0], field?.items?.properties?.[member], words?.columns?.[member])
      return firstOf(first, new Set(column).size, locale)
    },
  )
  return cleanTitle(tidyTitle(title)) || kind.name[locale]
}

function shown(
  value: unknown,
  schema: KindSchema | undefined,
  view: FieldView | undefined,
  locale: Locale,
  references: References,
): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const text = String(value)
  switch (schema?.format) {
    case 'record-ref':
      return subjectOf(references.records.get(text)?.title ?? '')
    case 'person-ref':
      return references.people.get(text)?.name ?? ''
    case 'department-ref':
      return references.departments.get(text)?.[locale] ?? ''
    case 'year-month':
      return locale === 'en' ? text : `${text.slice(0, 4)}年${Number(text.slice(5))}月`
    default:
      return view?.enum?.[text]?.[locale] ?? text
  }
}
