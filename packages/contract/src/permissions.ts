/**
 * Who may call a route, as sentences; every route names exactly one. Whether a particular record, task or instance may
 * be seen is a question for the database's row-level policies, not for this list.
 */
export const permissions = {
  anyone: 'no sign-in needed',
  signedIn: 'whoever is signed in',
  starter: 'whoever holds a position that starts the process',
  taskHolder: 'whoever the task is put before',
  recordEditor: 'whoever writes the draft, or may write one',
  processAdmin: '流程管理员',
} as const
export type Permission = keyof typeof permissions
