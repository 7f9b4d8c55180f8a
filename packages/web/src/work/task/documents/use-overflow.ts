import { useEffect, useState, type RefObject } from 'react'

/** On which sides of a row that is moved sideways there is more than is in sight. */
export interface Overflow {
  before: boolean
  after: boolean
}

const nothing: Overflow = { before: false, after: false }

/** `count`: of what is in the row; it is measured anew when that changes. */
export function useOverflow(row: RefObject<HTMLElement | null>, count: number): Overflow {
  const [overflow, setOverflow] = useState(nothing)
  useEffect(() => {
    const element = row.current
    if (!element) return
    const measure = (): void => {
      const { scrollLeft, scrollWidth, clientWidth } = element
      const before = scrollLeft > slack
      const after = scrollWidth - clientWidth - scrollLeft > slack
      setOverflow((known) => (known.before === before && known.after === after ? known : { before, after }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [row, count])
  return overflow
}

/** Positions are fractions of a pixel on some screens. */
const slack = 4
