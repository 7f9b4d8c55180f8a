import pg from 'pg'
import type { Database } from '../db/database.ts'
import { applySteps, type Step } from './apply-step.ts'

/** While one batch waits for the disk, another is being written. */
const mostUnderWay = 2
/** How many steps travel together at the most, so that nobody waits long for the others of his batch. */
const mostTogether = 32

interface Waiting {
  step: Step
  resolve: () => void
  reject: (error: unknown) => void
}

/**
 * Writes steps, each of which is there whole or not at all. Steps that one answer of the database lets follow each other,
 * and those that come while others are being written, go together: in one transaction and with one wait for the disk. Where
 * one of them is refused, each is written by itself, so that nobody suffers from the others.
 */
export class StepWriter {
  private readonly database: Database
  private waiting: Waiting[] = []
  private underWay = 0
  private stepsUnderWay = 0
  private isTakingNumbers = false
  private isSending = false

  constructor(database: Database) {
    this.database = database
  }

  /** Saves the step; fails as `applySteps` does. No two steps of one instance may be asked for at a time. */
  write(step: Step): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ step, resolve, reject })
      this.sendSoon()
    })
  }

  /**
   * When all that is ready to run has run: sent at once, the first of those whom one call has answered would go alone. Not
   * at the end of the turn: what another call has answered is then decided while these are written.
   */
  private sendSoon(): void {
    if (this.isSending) return
    this.isSending = true
    process.nextTick(() => {
      this.isSending = false
      this.send()
    })
  }

  /** Each call carries its share of all that are known of, so that one half is written while the other is decided. */
  private send(): void {
    const share = Math.ceil((this.waiting.length + this.stepsUnderWay) / mostUnderWay)
    while (this.underWay < mostUnderWay) {
      const batch = this.nextBatch(Math.min(mostTogether, share))
      if (batch.length === 0) return
      void this.writeTogether(batch)
    }
  }

  /** Those who take numbers go one batch after the other: a number that overtakes the one before it is refused. */
  private nextBatch(most: number): Waiting[] {
    const batch = this.waiting
      .filter(({ step }) => !this.isTakingNumbers || !takesNumber(step))
      .slice(0, most)
    this.waiting = this.waiting.filter((one) => !batch.includes(one))
    return batch
  }

  private async writeTogether(batch: Waiting[]): Promise<void> {
    const takes = batch.some(({ step }) => takesNumber(step))
    this.underWay += 1
    this.stepsUnderWay += batch.length
    this.isTakingNumbers ||= takes
    await this.writeOrSplit(batch)
    this.underWay -= 1
    this.stepsUnderWay -= batch.length
    if (takes) this.isTakingNumbers = false
    if (this.waiting.length > 0) this.sendSoon()
  }

  private async writeOrSplit(batch: Waiting[]): Promise<void> {
    try {
      await applySteps(
        this.database,
        batch.map(({ step }) => step),
      )
    } catch (error) {
      if (batch.length > 1 && isRefused(error)) for (const one of batch) await this.writeOrSplit([one])
      else for (const { reject } of batch) reject(error)
      return
    }
    for (const { resolve } of batch) resolve()
  }
}

const takesNumber = ({ change }: Step): boolean => change.numbers.length > 0

/** Whether the database refused; where the connection broke instead, it may have written all of them. */
function isRefused(error: unknown): boolean {
  const answer = error instanceof Error && error.cause !== undefined ? error.cause : error
  return answer instanceof pg.DatabaseError && answer.severity === 'ERROR'
}
