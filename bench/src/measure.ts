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
  /** The median of the rounds. */
  actionsPerSecond: number
  /** Actions per second in each round, in order. */
  rounds: number[]
}

/** How long and how often each subject is measured with each number of clients. */
export interface Plan {
  clientCounts: number[]
  /** Of one measurement. */
  seconds: number
  /** Beside the first one, which only warms up: a program is compiled while it runs. */
  rounds: number
}

/**
 * Measures the subjects in turn, round after round, so that what the machine does meanwhile befalls all of them; closes them
 * in the end.
 */
export async function ratesOf(subjects: Subject[], { clientCounts, seconds, rounds }: Plan): Promise<Rate[]> {
  const measured = subjects.flatMap((subject) =>
    clientCounts.map((clients) => ({ subject, clients, rates: [] as number[] })),
  )
  for (let round = 0; round <= rounds; round++) {
    for (const { subject, clients, rates } of measured) {
      console.error(
        `… ${round === 0 ? 'warm-up' : `${round}/${rounds}`} · ${subject.name}, ${clients} client(s)`,
      )
      rates.push(await rateFor(subject, clients, seconds))
    }
  }
  for (const { close } of subjects) await close?.()
  return measured.map(({ subject, clients, rates: [, ...rates] }) => ({
    subject: subject.name,
    clients,
    actionsPerSecond: medianOf(rates),
    rounds: rates,
  }))
}

/** Lets `clients` carry instances side by side for about `seconds`; finished actions per second of wall time. */
async function rateFor(subject: Subject, clients: number, seconds: number): Promise<number> {
  const started = performance.now()
  const until = started + seconds * 1000
  const client = async (index: number) => {
    let actions = 0
    while (performance.now() < until) actions += await subject.carry(index)
    return actions
  }
  const counts = await Promise.all(Array.from({ length: clients }, (_, index) => client(index)))
  const actions = counts.reduce((sum, count) => sum + count, 0)
  return actions / ((performance.now() - started) / 1000)
}

export function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}
