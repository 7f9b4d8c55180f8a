/**
 * The newest task that the person knows of already: because it was there when he came, or because he opened the way to it
 * himself. Ids rise with time (UUID version 7), so a greater one is a newer task.
 */
let newest: string | undefined

/** Notes tasks that need no notice: those that follow from what the person just did. */
export function knowTasks(ids: readonly string[]): void {
  for (const id of ids) if (newest === undefined || id > newest) newest = id
}

/** Whether a task is news; it is known from then on. What is there at the first look is none. */
export function isNewTask(id: string | undefined): boolean {
  const isNews = newest !== undefined && id !== undefined && id > newest
  knowTasks([id ?? ''])
  return isNews
}
