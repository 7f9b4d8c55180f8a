import { medianOf, type Rate } from './measure.ts'

const clientCounts = (rates: Rate[]) => [...new Set(rates.map((rate) => rate.clients))].sort((a, b) => a - b)

/** Rates as a table, ratios first: each subject against the reference subject at the same number of clients. */
export function asTable(rates: Rate[], reference: string): string {
  const counts = clientCounts(rates)
  const rateOf = (subject: string, clients: number) =>
    rates.find((rate) => rate.subject === subject && rate.clients === clients)
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

/** The median of what the rounds give, each against the reference in the same round. */
function ratio(rate: Rate | undefined, reference: Rate | undefined): string {
  if (!rate || !reference) return ''
  return medianOf(rate.rounds.map((value, round) => value / (reference.rounds[round] ?? NaN))).toFixed(2)
}

const whole = (rate: Rate | undefined) =>
  rate === undefined ? '' : Math.round(rate.actionsPerSecond).toLocaleString('en-US')
