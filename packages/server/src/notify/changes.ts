import type { EventEmitter } from 'node:events'
import type { Client } from 'pg'
import type { Database } from '../db/database.ts'

const channel = 'canmou_changed'
/** Changes within this time travel together. */
const gatherMs = 100
/** PostgreSQL carries 8,000 bytes in a notification. */
const mostPeople = 150
const reconnectMs = 2_000

/**
 * Carries "something of yours has changed" between the server processes of one database. A step announces the people that
 * it concerns inside its process (`events` "changed"); what is gathered in a tenth of a second is told to all processes,
 * outside of the steps' transactions, and comes back to each as "told". A hint may be lost: pages ask again now and then.
 */
export class Changes {
  private readonly database: Database
  private readonly events: EventEmitter
  private readonly gathered = new Set<string>()
  private timer: NodeJS.Timeout | undefined
  private listener: Client | undefined
  private isStopped = false

  constructor(database: Database, events: EventEmitter) {
    this.database = database
    this.events = events
    events.on('changed', (people: readonly string[]) => this.gather(people))
  }

  /** Listens to what other processes tell; again after the database was away. */
  async start(): Promise<void> {
    const client = await this.database.connect()
    this.listener = client
    client.on('notification', ({ payload }) => this.events.emit('told', (payload ?? '').split(' ')))
    client.on('error', () => this.lost(client))
    client.on('end', () => this.lost(client))
    await client.query(`listen ${channel}`)
  }

  async stop(): Promise<void> {
    this.isStopped = true
    clearTimeout(this.timer)
    const { listener } = this
    this.listener = undefined
    await listener?.end()
  }

  private gather(people: readonly string[]): void {
    for (const person of people) this.gathered.add(person)
    if (this.isStopped || this.timer) return
    this.timer = setTimeout(() => void this.tell(), gatherMs)
    this.timer.unref()
  }

  private async tell(): Promise<void> {
    this.timer = undefined
    const people = [...this.gathered]
    this.gathered.clear()
    try {
      for (let from = 0; from < people.length; from += mostPeople) {
        const some = people.slice(from, from + mostPeople).join(' ')
        await this.database.call('select pg_notify($1, $2)', [channel, some])
      }
    } catch {
      // Other processes miss a hint; the pages of this one need not.
      this.events.emit('told', people)
    }
  }

  private lost(client: Client): void {
    if (this.listener !== client) return
    this.listener = undefined
    this.startLater()
  }

  private startLater(): void {
    setTimeout(() => {
      if (!this.isStopped) this.start().catch(() => this.startLater())
    }, reconnectMs).unref()
  }
}
