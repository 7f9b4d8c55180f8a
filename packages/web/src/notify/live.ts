import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '../api/keys.ts'

const firstWait = 1000
const longestWait = 30_000

/**
 * Keeps what is shown fresh while somebody is signed in: the server hints that something of his has changed, and what the
 * page shows of tasks, instances and records is asked for again. Only a page that is seen holds the channel: a browser
 * opens six connections to a server and no more, so that a seventh tab would wait for ever.
 */
export function useLiveUpdates(): void {
  const client = useQueryClient()
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let wait = firstWait
    // Hints that were sent while nobody listened are not sent again; what was asked for before the channel was open may have
    // missed some as well.
    let hasMissed = true

    const refresh = () => {
      for (const queryKey of [keys.tasks, keys.instances, keys.records, keys.functions]) {
        void client.invalidateQueries({ queryKey })
      }
    }
    const close = () => {
      clearTimeout(timer)
      source?.close()
      source = undefined
      hasMissed = true
    }
    const open = () => {
      source = new EventSource('/api/events')
      source.onopen = () => {
        wait = firstWait
        if (hasMissed) refresh()
        hasMissed = false
      }
      // A register that somebody wrote in changes neither tasks nor instances.
      source.onmessage = ({ data }) =>
        data === 'registers' ? void client.invalidateQueries({ queryKey: keys.records }) : refresh()
      source.onerror = () => {
        close()
        timer = setTimeout(open, wait)
        wait = Math.min(wait * 2, longestWait)
      }
    }
    const follow = () => {
      close()
      if (document.visibilityState === 'visible') open()
    }
    open()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      close()
    }
  }, [client])
}
