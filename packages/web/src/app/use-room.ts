import { useCallback, useState, type RefCallback } from 'react'

/** How wide, in px, the place is that something is drawn in; until it is there, the page. */
export function useRoom(): [RefCallback<HTMLElement>, number] {
  const [room, setRoom] = useState(() => document.documentElement.clientWidth)
  const place = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    setRoom(element.clientWidth)
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [place, room]
}
