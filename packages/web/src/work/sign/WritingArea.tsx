import { useEffect, useId, useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { prepare } from './picture.ts'
import styles from './sign.module.css'
import { drawStrokes, penPoint, type PenPoint, type Stroke } from './strokes.ts'

interface WritingAreaProps {
  labelledBy: string
  strokes: readonly Stroke[]
  isDisabled: boolean
  write: (strokes: readonly Stroke[]) => void
}

/** The paper: one pen at a time draws on it, and what was drawn stays where it is when the window changes its size. */
export function WritingArea({ labelledBy, strokes, isDisabled, write }: WritingAreaProps) {
  const { t } = useTranslation('task')
  const id = useId()
  const isEmpty = strokes.length === 0
  const canvas = useRef<HTMLCanvasElement>(null)
  const pen = useRef<{ id: number; stroke: PenPoint[] } | undefined>(undefined)
  const [size, setSize] = useState({ width: 0, height: 0, fine: 1 })

  useEffect(() => {
    const area = canvas.current
    if (!area) return
    const watching = new ResizeObserver(() =>
      setSize({ width: area.clientWidth, height: area.clientHeight, fine: devicePixelRatio || 1 }),
    )
    watching.observe(area)
    return () => watching.disconnect()
  }, [])

  useEffect(() => {
    const paper = canvas.current?.getContext('2d')
    if (!paper) return
    paper.canvas.width = Math.round(size.width * size.fine)
    paper.canvas.height = Math.round(size.height * size.fine)
    paper.scale(size.fine, size.fine)
    prepare(paper)
    drawStrokes(paper, pen.current ? [...strokes, pen.current.stroke] : strokes)
  }, [strokes, size])

  const follow = (event: PointerEvent<HTMLCanvasElement>): void => {
    const writing = pen.current
    const area = canvas.current
    if (!writing || writing.id !== event.pointerId || !area) return
    const edge = area.getBoundingClientRect()
    const native = event.nativeEvent
    const places = native.getCoalescedEvents?.() ?? []
    for (const place of places.length > 0 ? places : [native]) {
      const before = writing.stroke.at(-1)
      writing.stroke.push(
        penPoint(before, {
          x: place.clientX - edge.left,
          y: place.clientY - edge.top,
          at: place.timeStamp,
          ...(place.pointerType === 'pen' && place.pressure > 0 && { pressure: place.pressure }),
        }),
      )
    }
    const paper = area.getContext('2d')
    // The last few places are enough to go on with the line.
    if (paper) drawStrokes(paper, [writing.stroke.slice(-4)])
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (isDisabled || pen.current || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    pen.current = { id: event.pointerId, stroke: [] }
    follow(event)
  }
  const finish = (event: PointerEvent<HTMLCanvasElement>): void => {
    const writing = pen.current
    if (!writing || writing.id !== event.pointerId) return
    pen.current = undefined
    write([...strokes, writing.stroke])
  }
  return (
    <div className={styles.paper}>
      <canvas
        ref={canvas}
        role="img"
        aria-labelledby={labelledBy}
        aria-describedby={id}
        className={styles.canvas}
        onPointerDown={begin}
        onPointerMove={follow}
        onPointerUp={finish}
        onPointerCancel={finish}
      />
      <span id={id} role="status" className={isEmpty ? styles.hint : 'visually-hidden'}>
        {isEmpty ? t('sign.here') : t('sign.drawn', { count: strokes.length })}
      </span>
    </div>
  )
}
