import type { SurveyInvitation } from '@canmou/contract'

/** A link as it is sent to somebody: with the address under which this web is open. */
export const fullLink = (path: string): string => new URL(path, location.origin).href

/** `label  link`, a line each: pastes into a message or into two columns of a spreadsheet. */
export const linesOf = (invitations: SurveyInvitation[]): string =>
  invitations.map(({ label, path }) => `${label}\t${fullLink(path)}`).join('\n')

/** The links as a table that spreadsheet programs read: UTF-8 with its mark, every field quoted. */
export function csvOf(head: string[], rows: string[][]): string {
  const quoted = (field: string): string => `"${unarmed(field).replaceAll('"', '""')}"`
  return `\ufeff${[head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** A field that begins like a formula would be worked out by the spreadsheet program. */
const unarmed = (field: string): string => (/^[=+\-@\t\r]/.test(field) ? `'${field}` : field)

/** Names typed or pasted, one per line, each once. */
export const namesIn = (text: string): string[] =>
  [...new Set(text.split(/[\r\n\t]+/).map((name) => name.trim().slice(0, 200)))].filter((name) => name !== '')
