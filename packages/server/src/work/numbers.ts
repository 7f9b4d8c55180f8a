import type { Database } from '../db/database.ts'
import { localDay } from '../organization/local-day.ts'
import { NumberTaken, type TakenNumber } from './apply-step.ts'

/** How often another server may be faster before somebody else's turn is a bug. */
const mostTries = 100

/** What this server believes to be the last number given, its own that are on their way included. */
interface Sequence {
  last: number
  /** Counts how often it was put right; what was foreseen before that says nothing about it any more. */
  round: number
}

/**
 * Foresees the next number of a sequence (SC001-202611-0001), so that it can stand in what a step saves: the database
 * takes the number in the same transaction and refuses the step where it is another one. No gap, no second round trip.
 */
export class Numbers {
  private readonly database: Database
  private readonly sequences = new Map<string, Promise<Sequence>>()

  constructor(database: Database) {
    this.database = database
  }

  /** Runs `save` with the number that is next, again where somebody else took it first. */
  next<Result>(code: string, at: Date, save: (number: TakenNumber) => Promise<Result>): Promise<Result> {
    return this.nextFew(code, at, 1, ([number]) => {
      if (!number) throw new Error('No number was foreseen')
      return save(number)
    })
  }

  /** The same for several numbers that follow each other. */
  async nextFew<Result>(
    code: string,
    at: Date,
    count: number,
    save: (numbers: TakenNumber[]) => Promise<Result>,
  ): Promise<Result> {
    const month = localDay(at).slice(0, 7).replace('-', '')
    const sequence = await this.sequence(code, month)
    for (let tries = 1; ; tries++) {
      const before = sequence.last
      sequence.last += count
      const { round } = sequence
      try {
        return await save(
          Array.from({ length: count }, (_, index) => numberOf(code, month, before + index + 1)),
        )
      } catch (error) {
        if (round === sequence.round) putRight(sequence, before, count, error)
        if (!(error instanceof NumberTaken) || tries === mostTries) throw error
      }
    }
  }

  private sequence(code: string, month: string): Promise<Sequence> {
    const name = `${code}-${month}`
    const known = this.sequences.get(name)
    if (known) return known
    const loading = this.load(code, month)
    this.sequences.set(name, loading)
    loading.catch(() => this.sequences.delete(name))
    return loading
  }

  private async load(code: string, month: string): Promise<Sequence> {
    const [row] = await this.database.call<{ last: number }>(
      'select last from number_sequences where code = $1 and month = $2',
      [code, month],
    )
    return { last: row?.last ?? 0, round: 0 }
  }
}

const numberOf = (code: string, month: string, serial: number): TakenNumber => ({
  code,
  month,
  serial,
  text: `${code}-${month}-${String(serial).padStart(4, '0')}`,
})

function putRight(sequence: Sequence, before: number, count: number, error: unknown): void {
  if (error instanceof NumberTaken) {
    sequence.last = error.next - 1
    sequence.round += 1
  } else if (sequence.last === before + count) {
    // Nobody has foreseen one after it; where somebody has, his step is refused, with the number that is next.
    sequence.last = before
  }
}
