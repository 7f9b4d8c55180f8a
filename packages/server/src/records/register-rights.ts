import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Actor } from '../http/actor.ts'

/**
 * Who adds entries to a register: the holders of the positions that its view.json names as `editors`; where it names none,
 * everybody, for his own department.
 */
export function canCreate(kind: RecordKind, actor: Actor): boolean {
  const { editors } = kind.view
  return kind.type === 'register' && (editors === undefined || holdsOne(actor, editors))
}

export interface Entry {
  ownerId: string
  status: string
  instanceId: string | null
  /** Whether the actor's data scope covers the department of the entry. */
  isInScope: boolean
}

/**
 * Who edits an entry: its owner, the holders of the positions named as `editors`, or, where none are named, those whose
 * data scope covers its department. One that a process is still making is edited there.
 */
export function canEdit(kind: RecordKind, entry: Entry, actor: Actor): boolean {
  if (kind.type !== 'register' || isInProcess(entry) || entry.status === 'void') return false
  const { editors } = kind.view
  if (entry.ownerId === actor.id) return true
  return editors === undefined ? entry.isInScope : holdsOne(actor, editors)
}

/** Whether a process is still making the record; its verbs submit it then. */
export const isInProcess = ({ instanceId, status }: Pick<Entry, 'instanceId' | 'status'>): boolean =>
  instanceId !== null && status !== 'inEffect' && status !== 'void'

/** Of `records r`, for `Entry`. */
export const isInScopeColumn = `
  ((select current_sees_all()) or r.department_id = any ((select current_departments())::text[])) as "isInScope"`

const holdsOne = (actor: Actor, positions: string[]): boolean =>
  positions.some((position) => actor.positions.includes(position))
