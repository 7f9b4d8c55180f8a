import type { Locale } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
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

/** The title of a record that nobody gave one: the kind's rule, `{field}` being replaced by the value as it is shown. */
export function titleByRule(
  kind: RecordKind,
  data: FormData,
  locale: Locale,
  references: References,
): string {
  const title = kind.view.titleRule[locale].replace(/\{([\w.]+)\}/g, (_, path: string) =>
    shown(kind, path, data, locale, references),
  )
  return cleanTitle(title) || kind.name[locale]
}

function shown(
  kind: RecordKind,
  path: string,
  data: FormData,
  locale: Locale,
  references: References,
): string {
  const [field = '', member] = path.split('.')
  const value = member === undefined ? data[field] : isFormData(data[field]) ? data[field][member] : undefined
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const text = String(value)
  switch (kind.schema.properties?.[field]?.format) {
    case 'record-ref':
      return references.records.get(text)?.title ?? ''
    case 'person-ref':
      return references.people.get(text)?.name ?? ''
    case 'department-ref':
      return references.departments.get(text)?.[locale] ?? ''
    case 'year-month':
      return locale === 'en' ? text : `${text.slice(0, 4)}年${Number(text.slice(5))}月`
    default:
      return kind.view.fields[field]?.enum?.[text]?.[locale] ?? text
  }
}
