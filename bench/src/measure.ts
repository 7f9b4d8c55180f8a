/** A system under measurement: it carries whole approval instances of nine human actions each. */
export interface Subject {
  name: string
  /** Carries one instance from start to end; resolves to the number of human actions done. */
  carry: (client: number) => Promise<number>
  close?: () => Promise<void>
}

export interface Rate {
  subject: string
  clients: number
  actionsPerSecond: number
}

/**
 * Lets `clients` carry instances side by side for about `seconds`, after a warm-up of a quarter of that, and returns
 * finished actions per second of wall time.
 */
export async function rateOf(subject: Subject, clients: number, seconds: number): Promise<Rate> {
  await runFor(subject, clients, seconds / 4)
  const started = performance.now()
  const actions = await runFor(subject, clients, seconds)
  const elapsed = (performance.now() - started) / 1000
  return { subject: subject.name, clients, actionsPerSecond: actions / elapsed }
}

async function runFor(subject: Subject, clients: number, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000
  const client = async (index: number) => {
    let actions = 0
    while (performance.now() < until) actions += await subject.carry(index)
    return actions
  }
  const counts = await Promise.all(Array.from({ length: clients }, (_, index) => client(index)))
  return counts.reduce((sum, count) => sum + count, 0)
}
