import type { Labels } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { KindSchema } from '../catalogue/record-kind.ts'
import type { Transaction } from '../db/database.ts'
import type { FailureDetail } from '../http/failure.ts'
import { isFormData, type FormData } from './form-data.ts'

/** What a record's data points at, as its author sees it. */
export interface References {
  records: Map<string, { kind: string; title: string }>
  /** By user name. */
  people: Map<string, { name: string; positions: string[] }>
  departments: Map<string, Labels>
  /** The record's own attachments, with the hash of their contents. */
  files: Map<string, string>
}

export const noReferences: References = {
  records: new Map(),
  people: new Map(),
  departments: new Map(),
  files: new Map(),
}

interface Mention {
  path: string
  id: string
  schema: KindSchema
}

/**
 * Looks up, in one statement and with the author's own sight, everything that `data` and `attachmentIds` of record
 * `recordId` point at.
 */
export async function loadReferences(
  tx: Pick<Transaction, 'first'>,
  kind: RecordKind,
  data: FormData,
  attachmentIds: string[],
  recordId: string | null,
): Promise<References> {
  const mentions = mentionsIn(kind.schema, data)
  const ids = (format: string): string[] =>
    mentions.filter(({ schema }) => schema.format === format).map(({ id }) => id)
  const uuids = (values: string[]): string[] => values.filter((value) => uuidPattern.test(value))
  const row = await tx.first<{
    records: { id: string; kind: string; title: string }[]
    people: { username: string; name: string; positions: string[] }[]
    departments: { id: string; name: Labels }[]
    files: { id: string; sha256: string }[]
  }>(
    `select (select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'title', title)), '[]')
               from records where id = any ($1::uuid[])) as records,
            (select coalesce(json_agg(json_build_object('username', p.username, 'name', p.name, 'positions',
                      array(select a.position_id from position_assignments a
                             where a.person_id = p.id and (a.valid_to is null or a.valid_to >= current_date)))), '[]')
               from people p where p.username = any ($2)) as people,
            (select coalesce(json_agg(json_build_object('id', id, 'name', name)), '[]')
               from departments where id = any ($3)) as departments,
            (select coalesce(json_agg(json_build_object('id', id, 'sha256', encode(sha256, 'hex'))), '[]')
               from attachments where id = any ($4::uuid[]) and record_id = $5) as files`,
    [
      uuids(ids('record-ref')),
      ids('person-ref'),
      ids('department-ref'),
      uuids([...ids('file-ref'), ...attachmentIds]),
      recordId,
    ],
  )
  return {
    records: new Map(row?.records.map((record) => [record.id, record])),
    people: new Map(row?.people.map((person) => [person.username, person])),
    departments: new Map(row?.departments.map(({ id, name }) => [id, name])),
    files: new Map(row?.files.map(({ id, sha256 }) => [id, sha256])),
  }
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the data points at and cannot: absent, of another kind, or of a person who does not hold the position. */
export function danglingMentions(kind: RecordKind, data: FormData, references: References): FailureDetail[] {
  return mentionsIn(kind.schema, data)
    .filter((mention) => !isKnown(mention, references))
    .map(({ path }) => ({ path, keyword: 'reference', message: unknownReference }))
}

export const unknownReference: Labels = {
  'zh-CN': '所选内容不存在，或者您无权使用',
  'zh-TW': '所選內容不存在，或者您無權使用',
  en: 'What is chosen here does not exist, or you may not use it',
}

function isKnown({ id, schema }: Mention, references: References): boolean {
  const kind = schema['x-kind']
  const positions = schema['x-positions']
  switch (schema.format) {
    case 'record-ref': {
      const record = references.records.get(id)
      return record !== undefined && (kind === undefined || record.kind === kind)
    }
    case 'person-ref': {
      const person = references.people.get(id)
      if (!person) return false
      return (
        !Array.isArray(positions) || positions.some((position) => person.positions.includes(String(position)))
      )
    }
    case 'department-ref':
      return references.departments.has(id)
    case 'file-ref':
      return references.files.has(id)
    default:
      return true
  }
}

/** The records that the data points at, each once, for the record's links. */
export const mentionedRecords = (kind: RecordKind, data: FormData): string[] =>
  mentioned(kind, data, 'record-ref')

/** The record's attachments that its fields name, each once. */
export const mentionedFiles = (kind: RecordKind, data: FormData): string[] =>
  mentioned(kind, data, 'file-ref')

function mentioned(kind: RecordKind, data: FormData, format: string): string[] {
  const ids = mentionsIn(kind.schema, data)
    .filter(({ schema }) => schema.format === format)
    .map(({ id }) => id)
  return [...new Set(ids)]
}

const referring = new Set(['record-ref', 'person-ref', 'department-ref', 'file-ref'])

function mentionsIn(schema: KindSchema, value: unknown, path = ''): Mention[] {
  if (typeof value === 'string')
    return referring.has(schema.format ?? '') ? [{ path, id: value, schema }] : []
  if (Array.isArray(value)) {
    const { items } = schema
    return items ? value.flatMap((item, index) => mentionsIn(items, item, `${path}/${index}`)) : []
  }
  if (!isFormData(value)) return []
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    mentionsIn(property, value[name], `${path}/${name}`),
  )
}
