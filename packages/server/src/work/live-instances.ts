import type { LiveInstance } from './live-instance.ts'

/** How many instances a server keeps at hand; about 6 KB each. */
const mostInstances = 5_000

/**
 * The instances that this server has moved last. Nothing depends on it but speed: a step that was decided from an outdated
 * one is refused by its version. Steps of one instance stand in line here, so that people who act in the same instant on
 * the same server do not refuse each other.
 */
export class LiveInstances {
  private readonly load: (id: string) => Promise<LiveInstance | undefined>
  private readonly kept = new Map<string, LiveInstance>()
  private readonly taskInstances = new Map<string, string>()
  private readonly line = new Map<string, Promise<unknown>>()

  constructor(load: (id: string) => Promise<LiveInstance | undefined>) {
    this.load = load
  }

  async get(id: string): Promise<LiveInstance | undefined> {
    const known = this.kept.get(id)
    if (known) return known
    const loaded = await this.load(id)
    if (loaded) this.keep(loaded)
    return loaded
  }

  keep(instance: LiveInstance): void {
    const { id, status, tasks } = instance
    if (status !== 'running') return this.forget(id)
    const before = this.kept.get(id)?.tasks ?? []
    for (const task of before) if (!tasks.includes(task)) this.taskInstances.delete(task.id)
    for (const task of tasks) if (!before.includes(task)) this.taskInstances.set(task.id, id)
    // The one that was moved the longest ago is the first of the map.
    this.kept.delete(id)
    this.kept.set(id, instance)
    if (this.kept.size <= mostInstances) return
    const [oldest] = this.kept.keys()
    if (oldest !== undefined) this.forget(oldest)
  }

  forget(id: string): void {
    for (const task of this.kept.get(id)?.tasks ?? []) this.taskInstances.delete(task.id)
    this.kept.delete(id)
  }

  /** The instance of an open task, where it is at hand. */
  instanceOfTask(taskId: string): string | undefined {
    return this.taskInstances.get(taskId)
  }

  /** Runs `work` when all earlier work on the instance has ended, well or not. */
  async inLine<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.line.get(id)
    const mine = before ? before.then(work, work) : work()
    this.line.set(id, mine)
    try {
      return await mine
    } finally {
      if (this.line.get(id) === mine) this.line.delete(id)
    }
  }
}
