import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '../api/keys.ts'

const firstWait = 1000
const longestWait = 30_000

/** Keeps what is shown fresh while somebody is signed in: the server says what changed, the queries are asked again. */
export function useLiveUpdates(): void {
  const client = useQueryClient()
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let wait = firstWait

    const open = () => {
      source = new EventSource('/api/events')
      source.onopen = () => {
        wait = firstWait
      }
      source.onmessage = () => void client.invalidateQueries({ queryKey: keys.tasks })
      source.onerror = () => {
        source?.close()
        timer = setTimeout(open, wait)
        wait = Math.min(wait * 2, longestWait)
      }
    }
    open()
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [client])
}
