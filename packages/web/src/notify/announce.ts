/** What can be said to the person at any moment, from inside or outside of a page. */
export interface Announcer {
  done: (text: string) => void
  refused: (text: string, note?: string) => void
  task: (notice: { taskId: string; title: string; text: string }) => void
}

const silent = () => undefined
let host: Announcer = { done: silent, refused: silent, task: silent }

/** Called once, by `MessageHost`, which draws what is announced. */
export function setAnnouncer(announcer: Announcer): void {
  host = announcer
}

export const announce: Announcer = {
  done: (text) => host.done(text),
  refused: (text, note) => host.refused(text, note),
  task: (notice) => host.task(notice),
}
