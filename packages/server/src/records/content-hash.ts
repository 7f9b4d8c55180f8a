import { createHash } from 'node:crypto'
import type { Level } from '@canmou/contract'
import type { FormData } from './form-data.ts'

/** What a signature stands for: the content of a version, with the contents of its attachments. */
export interface FrozenContent {
  title: string
  level: Level
  data: FormData
  /** SHA-256 of each attachment, hexadecimal, in the version's order. */
  attachments: string[]
}

/** SHA-256 (hexadecimal) over the content as canonical JSON: members sorted by name, no white space. */
export function contentHash(content: FrozenContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** Whether two values say the same; what is absent is the same as null. */
export const isSameJson = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null)
