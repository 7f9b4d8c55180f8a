import type { ProcessSummary, StartRoute } from '@canmou/contract'

/** What the start list offers: a process, or one entry that leads to several by the value of a field. */
export type StartEntry =
  | { kind: 'process'; key: string; process: ProcessSummary }
  | { kind: 'route'; key: string; route: StartRoute; ways: { route: StartRoute; process: ProcessSummary }[] }

/**
 * The start list of somebody: what he may start, an entry with several ways once, in the place of the first of them. Where
 * only one way is his, there is nothing to choose, but it keeps the entry's name.
 */
export function startEntries(processes: readonly ProcessSummary[]): StartEntry[] {
  const entries: StartEntry[] = []
  for (const process of processes) {
    if (!process.startable) continue
    const { startRoute: route } = process
    const known = entries.find((entry) => entry.kind === 'route' && entry.route.id === route?.id)
    if (!route) entries.push({ kind: 'process', key: process.id, process })
    else if (known?.kind === 'route') known.ways.push({ route, process })
    else entries.push({ kind: 'route', key: route.id, route, ways: [{ route, process }] })
  }
  return entries
}
