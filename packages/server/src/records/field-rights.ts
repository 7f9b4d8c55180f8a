import type { Labels, Level, Locale } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import { Failure, type FailureDetail } from '../http/failure.ts'
import { cutFields } from './confidential-fields.ts'
import { isSameJson } from './content-hash.ts'
import { typedFields, type FormData } from './form-data.ts'
import { cutPaths, mentions } from './hidden-paths.ts'

/** What a step of a process shows of a kind's fields, and lets its holder write, where its drawing says so. */
export interface FieldRights {
  /** Paths of what is not shown (`/budget`, `/lines/cost`; a row has no number). */
  hidden: ReadonlySet<string>
  /** Names of the fields that may be written; the others are read. */
  writable: ReadonlySet<string>
}

/** The rights of the step in which a record's draft is written; given by whoever runs the steps. */
export type DraftRights = (personId: string, recordId: string) => Promise<FieldRights | undefined>

export const shownFields = (rights: FieldRights | undefined, data: FormData): FormData =>
  rights ? cutPaths(data, rights.hidden) : data

/**
 * What was sent, with the stored values of the fields that the step does not let its holder write; one that was not sent
 * stays as it is. Fails with FIELDS_LOCKED where a field that is not shown was sent, or one that is only read differs from
 * what he was shown.
 */
export function withLockedFields(
  kind: RecordKind,
  rights: FieldRights | undefined,
  sent: FormData,
  stored: FormData,
  clearance: Level,
): FormData {
  if (!rights) return sent
  refuseLocked(kind, rights, sent, stored, clearance)
  const locked = ([name]: [string, unknown]): boolean => isField(kind, name) && !rights.writable.has(name)
  return Object.fromEntries([
    ...Object.entries(sent).filter((field) => !locked(field)),
    ...Object.entries(stored).filter(locked),
  ])
}

/** Fails with FIELDS_LOCKED. */
export function refuseLocked(
  kind: RecordKind,
  rights: FieldRights,
  sent: FormData,
  stored: FormData,
  clearance: Level,
): void {
  const shown = typedFields(kind.schema, cutFields(kind.schema, shownFields(rights, stored), clearance))
  const typed = typedFields(kind.schema, shownFields(rights, sent))
  const names = Object.keys(sent).filter((name) => {
    // What the program fills in is worked out again whatever was sent; what there is not, the validator names.
    if (!isField(kind, name) || kind.schema.properties?.[name]?.readOnly || rights.writable.has(name))
      return false
    return rights.hidden.has(`/${name}`) || !isSameJson(typed[name], shown[name])
  })
  if (names.length > 0) throw new Failure('FIELDS_LOCKED', { fields: namesOf(kind, names) })
}

const separators: Record<Locale, string> = { 'zh-CN': '、', 'zh-TW': '、', en: ', ' }

/** Names as one text. */
export const listed = (names: readonly string[]): Labels => inWords(() => names)

/** Fields by their names on the form, as one text. */
export const namesOf = ({ view }: RecordKind, names: readonly string[]): Labels =>
  inWords((locale) => names.map((name) => view.fields[name]?.label[locale] ?? name))

function inWords(namesIn: (locale: Locale) => readonly string[]): Labels {
  const text = (locale: Locale): string => namesIn(locale).join(separators[locale])
  return { 'zh-CN': text('zh-CN'), 'zh-TW': text('zh-TW'), en: text('en') }
}

/** The problems that the holder of the step can do something about: those of the fields that he may write. */
export function ownProblems(
  kind: RecordKind,
  rights: Pick<FieldRights, 'writable'> | undefined,
  problems: FailureDetail[],
): FailureDetail[] {
  return rights ? problems.filter(({ path }) => !isLocked(kind, rights, path)) : problems
}

/** Where a broken rule over several fields is told to him: at its own place, or at a field of his that it reads. */
export function ownPlace(
  kind: RecordKind,
  rights: Pick<FieldRights, 'writable'> | undefined,
  { path, rule }: { path: string; rule: string },
): string | undefined {
  if (!rights || !isLocked(kind, rights, path)) return path
  const own = [...rights.writable].find((name) => mentions(rule, new Set([name])))
  return own === undefined ? undefined : `/${own}`
}

function isLocked(kind: RecordKind, { writable }: Pick<FieldRights, 'writable'>, path: string): boolean {
  const [, name = ''] = path.split('/')
  return isField(kind, name) && !writable.has(name)
}

const isField = ({ schema }: RecordKind, name: string): boolean =>
  Object.hasOwn(schema.properties ?? {}, name)
