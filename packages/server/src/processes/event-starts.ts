import type { Process } from '@canmou/engine'

/** Ids of the start events at which the signal starts the process. */
export function signalStartsOf(process: Process, signal: string): string[] {
  return process.root.startEvents.flatMap(({ id, event }) =>
    event?.kind === 'signal' && event.name.text === signal ? [id] : [],
  )
}

/** Names of the messages that start the process. */
export function messageStartsOf(process: Process): string[] {
  return process.root.startEvents.flatMap(({ event }) => (event?.kind === 'message' ? [event.name.text] : []))
}
