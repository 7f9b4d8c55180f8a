import { useSyncExternalStore } from 'react'

/** Countdowns tell minutes, so that often is enough; and at once when the page is looked at again. */
const every = 10_000

let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function tick(): void {
  now = new Date()
  for (const listener of listeners) listener()
}

const onVisible = (): void => {
  if (document.visibilityState === 'visible') tick()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = new Date()
    timer = setInterval(tick, every)
    document.addEventListener('visibilitychange', onVisible)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

/** Before the clock runs, what is drawn first is not told by when it stood still. */
function current(): Date {
  if (listeners.size === 0 && Date.now() - now.getTime() >= every) now = new Date()
  return now
}

/** The time, kept up to date while something on the page tells it; one clock for all of them. */
export const useNow = (): Date => useSyncExternalStore(subscribe, current)
