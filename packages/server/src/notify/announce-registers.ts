import type { EventEmitter } from 'node:events'

/** Stands for everybody among the people of a hint; no id of a person looks like it. */
export const everybody = '*'

/**
 * Tells every open page that a register has changed, after the commit. Who may see the entry is not worked out: the hint
 * names none, and each page asks again with its reader's own rights.
 */
export const announceRegisters = (events: EventEmitter): void => {
  events.emit('changed', [everybody])
}
