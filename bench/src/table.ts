import type { Rate } from './measure.ts'

const clientCounts = (rates: Rate[]) => [...new Set(rates.map((rate) => rate.clients))].sort((a, b) => a - b)

/** Rates as a table, ratios first: each subject against the reference subject at the same number of clients. */
export function asTable(rates: Rate[], reference: string): string {
  const counts = clientCounts(rates)
  const rateOf = (subject: string, clients: number) =>
    rates.find((rate) => rate.subject === subject && rate.clients === clients)?.actionsPerSecond
  const header = ['subject', ...counts.map((n) => `× (${n})`), ...counts.map((n) => `actions/s (${n})`)]
  const rows = [...new Set(rates.map((rate) => rate.subject))].map((subject) => [
    subject,
    ...counts.map((n) => ratio(rateOf(subject, n), rateOf(reference, n))),
    ...counts.map((n) => whole(rateOf(subject, n))),
  ])
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => (row[column] ?? '').length)),
  )
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return [line(header), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

const ratio = (value: number | undefined, reference: number | undefined) =>
  value === undefined || reference === undefined ? '' : (value / reference).toFixed(2)
const whole = (value: number | undefined) =>
  value === undefined ? '' : Math.round(value).toLocaleString('en-US')
