import type { Level } from '@canmou/contract'
import { pinyin } from 'pinyin-pro'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { FieldView, KindSchema } from '../catalogue/record-kind.ts'
import { cutFields } from './confidential-fields.ts'
import { isFormData, type FormData } from './form-data.ts'
import { beginningsOf } from './range-terms.ts'

/** What a record is found by: its newest version, or the draft while nobody else sees the record. */
export interface Findable {
  number?: string | undefined
  title: string
  level: Level
  data: FormData
}

/** A document of some ten thousand characters; what comes after is not found by its words. */
const mostTerms = 20_000
/** A word is found by its beginnings up to this length; pinyin run together is cut here too. */
const longestWord = 24
/** Pinyin of this many characters of a title at a stretch (`shichangdiaoyan`, `scdy`). */
const mostSyllables = 8
const longestFieldValue = 64

/**
 * The terms under which a record stands in the index (architecture.md, "Chinese search"): every Chinese character and every
 * two in a row, the beginnings of other words, the pinyin of the title (in full and initials), `#KIND`, and `field=value`.
 * Trigrams do not serve words of two characters. Fields above the record's own level are left out: who may find the record
 * is not always shown them.
 */
export function searchTermsOf(kind: RecordKind, record: Findable): string[] {
  const data = cutFields(kind.schema, record.data, record.level)
  const terms = new Set<string>([kindTerm(kind.code)])
  for (const term of fieldTerms(kind.schema, data)) terms.add(term)
  for (const term of pinyinTerms(record.title)) terms.add(term)
  for (const text of [record.number ?? '', record.title, ...textsIn(kind.schema, kind.view.fields, data)]) {
    for (const term of textTerms(text)) terms.add(term)
    if (terms.size > mostTerms) break
  }
  return [...terms].slice(0, mostTerms)
}

/** Neither `#` nor `=` stands in a term that comes from a text. */
export const kindTerm = (code: string): string => `#${code}`
export const fieldTerm = (field: string, value: string | number | boolean): string => `${field}=${value}`

/** The terms that a record must have to be found by what somebody typed; none where nothing of it can be looked for. */
export function wantedTerms(q: string): string[] {
  const terms = runsIn(q).flatMap(({ run, isChinese }) => {
    const characters = [...run]
    if (!isChinese) return [characters.slice(0, longestWord).join('')]
    return characters.length === 1 ? characters : pairsOf(characters)
  })
  return [...new Set(terms)]
}

function* textTerms(text: string): Generator<string> {
  for (const { run, isChinese } of runsIn(text)) {
    const characters = [...run]
    if (isChinese) {
      yield* characters
      yield* pairsOf(characters)
    } else {
      const longest = Math.min(characters.length, longestWord)
      for (let length = 1; length <= longest; length++) yield characters.slice(0, length).join('')
    }
  }
}

/** Stretches of Chinese characters, and words of other scripts and digits, in lower case and half width. */
function runsIn(text: string): { run: string; isChinese: boolean }[] {
  const runs = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)
  return (runs ?? []).map((run) => ({ run, isChinese: /^\p{Script=Han}/u.test(run) }))
}

const pairsOf = (characters: string[]): string[] =>
  characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)

function* pinyinTerms(title: string): Generator<string> {
  for (const { run, isChinese } of runsIn(title)) {
    if (!isChinese) continue
    const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true })
    for (let from = 0; from < syllables.length; from++) {
      const longest = Math.min(syllables.length, from + mostSyllables)
      for (let to = from + 1; to <= longest; to++) {
        const part = syllables.slice(from, to)
        yield part.join('').slice(0, longestWord)
        if (part.length > 1) yield part.map((syllable) => syllable.charAt(0)).join('')
      }
    }
  }
}

/** Days, moments, months and whole numbers are found by what they begin with too: `recordDate=2026-03`, `year=4:203`. */
function fieldTerms(schema: KindSchema, data: FormData): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const value = data[name]
    return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
      const isShort = typeof item === 'string' && item.length <= longestFieldValue
      if (!isShort && typeof item !== 'number' && typeof item !== 'boolean') return []
      return [item, ...beginningsOf(field, item)].map((text) => fieldTerm(name, text))
    })
  })
}

/** Everything of the data that is read as words: texts, and choices by their labels. */
function textsIn(schema: KindSchema, views: Record<string, FieldView>, data: FormData): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    textsOf(field, views[name], data[name]),
  )
}

function textsOf(schema: KindSchema, view: FieldView | undefined, value: unknown): string[] {
  if (Array.isArray(value)) {
    const { items } = schema
    return items ? value.flatMap((item) => textsOf(items, view, item)) : []
  }
  if (isFormData(value)) return textsIn(schema, view?.columns ?? {}, value)
  if (typeof value !== 'string' || schema.format !== undefined) return []
  const labels = view?.enum?.[value]
  return labels ? Object.values(labels) : [value]
}
