import { useSyncExternalStore } from 'react'

/** Whether the server answers. One place knows it; the banner and the live channel read it. */
export type Connection = 'up' | 'lost'

let state: Connection = 'up'
const listeners = new Set<() => void>()
const recoveries = new Set<() => void>()
let probe: ReturnType<typeof setTimeout> | undefined

const firstWait = 1000
const longestWait = 10_000

function change(next: Connection): void {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

/** Called by whoever had a request answered, with whatever status. */
export function connectionAnswered(): void {
  clearTimeout(probe)
  probe = undefined
  if (state === 'up') return
  change('up')
  for (const recovered of recoveries) recovered()
}

/** Called by whoever got no answer: asks the server every few seconds until it is back. */
export function connectionFailed(): void {
  change('lost')
  if (probe === undefined) ask(firstWait)
}

function ask(wait: number): void {
  probe = setTimeout(() => {
    void isHealthy().then((healthy) => {
      if (state === 'up') return
      if (healthy) connectionAnswered()
      else ask(Math.min(wait * 1.6, longestWait))
    })
  }, wait)
}

async function isHealthy(): Promise<boolean> {
  try {
    const answer = await fetch('/api/health', { cache: 'no-store' })
    return answer.ok
  } catch {
    return false
  }
}

/** Tries at once instead of after the next wait. */
export function reconnectNow(): void {
  clearTimeout(probe)
  ask(0)
}

/** Runs something each time the server is back after having been away; returns how to stop that. */
export function onRecovery(recovered: () => void): () => void {
  recoveries.add(recovered)
  return () => recoveries.delete(recovered)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => state)
}
