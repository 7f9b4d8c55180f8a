import type { Database } from '../db/database.ts'
import { localDay } from '../organization/local-day.ts'
import { NumberTaken } from './apply-step.ts'

/** How often another server may be faster before somebody else's turn is a bug. */
const mostTries = 100

/**
 * Foresees the next number of a sequence (SC001-202611-0001), so that it can stand in what a step saves: the database
 * takes the number in the same transaction and refuses the step where it is another one. No gap, no second round trip. The
 * row of the sequence is locked until the commit in any case, so within a server the steps that need it stand in line.
 */
export class Numbers {
  private readonly database: Database
  private readonly last = new Map<string, number>()
  private readonly line = new Map<string, Promise<unknown>>()

  constructor(database: Database) {
    this.database = database
  }

  /** Runs `save` with the number that is next, again where another server took it first. */
  async next<Result>(prefix: string, at: Date, save: (number: string) => Promise<Result>): Promise<Result> {
    const month = localDay(at).slice(0, 7).replace('-', '')
    const sequence = `${prefix}-${month}`
    const before = this.line.get(sequence)
    const mine = (before ?? Promise.resolve()).then(
      () => this.tryUntilMine(prefix, month, save),
      () => this.tryUntilMine(prefix, month, save),
    )
    this.line.set(sequence, mine)
    try {
      return await mine
    } finally {
      if (this.line.get(sequence) === mine) this.line.delete(sequence)
    }
  }

  private async tryUntilMine<Result>(
    prefix: string,
    month: string,
    save: (number: string) => Promise<Result>,
  ): Promise<Result> {
    const sequence = `${prefix}-${month}`
    for (let tries = 1; ; tries++) {
      const serial = (this.last.get(sequence) ?? (await this.lastGiven(prefix, month))) + 1
      try {
        const result = await save(`${sequence}-${String(serial).padStart(4, '0')}`)
        this.last.set(sequence, serial)
        return result
      } catch (error) {
        if (error instanceof NumberTaken) this.last.set(sequence, serialOf(error.next) - 1)
        if (!(error instanceof NumberTaken) || tries === mostTries) throw error
      }
    }
  }

  private async lastGiven(prefix: string, month: string): Promise<number> {
    const [row] = await this.database.call<{ last: number }>(
      'select last from number_sequences where code = $1 and month = $2',
      [prefix, month],
    )
    return row?.last ?? 0
  }
}

const serialOf = (number: string): number => Number(number.slice(number.lastIndexOf('-') + 1))
