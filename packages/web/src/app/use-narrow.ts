import { useSyncExternalStore } from 'react'

/** The width under which the pages take their phone form; the same figure stands in the style sheets. */
const narrow = globalThis.matchMedia?.('(max-width: 767px)')

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** Whether the page is shown at phone width. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches)
}
