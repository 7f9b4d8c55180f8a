/** Failed attempts to sign in, counted per key in a sliding window. Holds at most `mostKeys`; the oldest go first. */
export class SignInLimit {
  private readonly attempts = new Map<string, number[]>()
  private readonly most: number
  private readonly windowMs: number
  private readonly mostKeys: number

  constructor(most: number, windowMs: number, mostKeys = 10_000) {
    this.most = most
    this.windowMs = windowMs
    this.mostKeys = mostKeys
  }

  /** How many seconds to wait before the next attempt; 0 when one is free. */
  secondsToWait(key: string, now: number): number {
    const recent = this.recent(key, now)
    const first = recent[recent.length - this.most]
    return first === undefined ? 0 : Math.max(1, Math.ceil((first + this.windowMs - now) / 1000))
  }

  countFailure(key: string, now: number): void {
    const recent = this.recent(key, now)
    this.attempts.delete(key)
    this.attempts.set(key, [...recent, now].slice(-this.most))
    for (const oldest of this.attempts.keys()) {
      if (this.attempts.size <= this.mostKeys) break
      this.attempts.delete(oldest)
    }
  }

  forget(key: string): void {
    this.attempts.delete(key)
  }

  private recent(key: string, now: number): number[] {
    return (this.attempts.get(key) ?? []).filter((at) => at > now - this.windowMs)
  }
}
