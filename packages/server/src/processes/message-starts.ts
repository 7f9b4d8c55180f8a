import type { Process } from '@canmou/engine'

/** Names of the messages that start the process. */
export function messageStartsOf(process: Process): string[] {
  return process.root.startEvents.flatMap(({ event }) => (event?.kind === 'message' ? [event.name.text] : []))
}
