import type { Json, Who } from '../door.ts'
import { Incident } from './incident.ts'

/** A position by its id, or `{user, position, weight}`. */
export function whoOf(value: Json, source: string): Who {
  if (typeof value === 'string' && value !== '') return { position: value }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { user, position, weight } = value
    const isWeight = weight === undefined || weight === null || (typeof weight === 'number' && weight > 0)
    const who: Who = {
      ...(typeof user === 'string' ? { user } : {}),
      ...(typeof position === 'string' ? { position } : {}),
      ...(typeof weight === 'number' ? { weight } : {}),
    }
    if (isWeight && (who.user !== undefined || who.position !== undefined)) return who
  }
  throw new Incident('SIGNERS_INVALID', `${source} gives no list of positions or people`)
}
