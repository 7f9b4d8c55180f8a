import { AimOutlined, ExpandOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './DiagramView.module.css'
import type { DiagramProps } from './Diagram.tsx'
import type { Mark, MarkKind } from './marks.ts'
import { followFingers } from './touch.ts'
import { heightOf, openViewer, showDrawing, showElements, showWhole, type Services } from './viewer.ts'

const noMarks: Mark[] = []
const asDrawn: Readonly<Record<string, string>> = {}

/** A BPMN drawing that can be moved and zoomed, with the marks of an instance on it. bpmn.io's watermark stays. */
export function DiagramView({ name, xml, names = asDrawn, marks = noMarks, focus }: DiagramProps) {
  const { t } = useTranslation('work')
  const { container, services, isPart, failed } = useDrawing({ name, xml, names, marks })
  useMarks(services, marks)
  useEffect(() => {
    if (services && focus && focus.length > 0) showElements(services, focus)
  }, [services, focus])

  const zoomBy = (factor: number) => services?.canvas.zoom(services.canvas.zoom() * factor)
  const active = marks.filter(({ kind }) => kind === 'active').map(({ elementId }) => elementId)
  if (failed) return <p className={styles.failed}>{t('diagram.failed')}</p>
  return (
    <figure className={styles.figure} role="group" aria-label={t('diagram.label', { name })}>
      <div className={styles.tools}>
        {isPart && <p className={styles.hint}>{t('diagram.drag')}</p>}
        <Button
          icon={<PlusOutlined aria-hidden />}
          aria-label={t('diagram.zoomIn')}
          title={t('diagram.zoomIn')}
          onClick={() => zoomBy(1.25)}
        />
        <Button
          icon={<MinusOutlined aria-hidden />}
          aria-label={t('diagram.zoomOut')}
          title={t('diagram.zoomOut')}
          onClick={() => zoomBy(0.8)}
        />
        <Button
          icon={<ExpandOutlined aria-hidden />}
          aria-label={t('diagram.fit')}
          title={t('diagram.fit')}
          onClick={() => services && showWhole(services)}
        />
        {active.length > 0 && (
          <Button
            icon={<AimOutlined aria-hidden />}
            aria-label={t('diagram.current')}
            title={t('diagram.current')}
            onClick={() => services && showElements(services, active)}
          />
        )}
      </div>
      <div ref={container} className={styles.canvas} />
      {marks.length > 0 && <Legend marks={marks} />}
    </figure>
  )
}

/** Opens the viewer on a container and closes it again; the services are there once the drawing is. */
function useDrawing({ name, xml, names, marks }: Required<Omit<DiagramProps, 'focus'>>) {
  const container = useRef<HTMLDivElement>(null)
  const [services, setServices] = useState<Services>()
  const [isPart, setPart] = useState(false)
  const [failed, setFailed] = useState(false)
  const focus = useRef<string[]>([])
  focus.current = marks.filter(({ kind }) => kind === 'active').map(({ elementId }) => elementId)

  useEffect(() => {
    const element = container.current
    if (!element) return undefined
    let isClosed = false
    const closers: (() => void)[] = []
    openViewer(element, xml, names, name).then(
      (viewer) => {
        closers.push(viewer.destroy)
        if (isClosed) return viewer.destroy()
        element.style.setProperty('--drawing', `${heightOf(viewer.services)}px`)
        setPart(showDrawing(viewer.services, focus.current) === 'part')
        closers.push(followFingers(element, viewer.services.canvas))
        const observer = new ResizeObserver(() => viewer.services.canvas.resized())
        observer.observe(element)
        closers.push(() => observer.disconnect())
        setServices(viewer.services)
      },
      (error: unknown) => {
        console.error(error)
        setFailed(true)
      },
    )
    return () => {
      isClosed = true
      setServices(undefined)
      for (const close of closers.toReversed()) close()
    }
  }, [xml, names, name])
  return { container, services, isPart, failed }
}

const signs: Record<MarkKind, string> = {
  active: '●',
  completed: '✓',
  incident: '!',
  flow: '',
  error: '!',
  warning: '?',
  way: '',
  added: '+',
  changed: '≠',
  removed: '−',
}
const lines: readonly MarkKind[] = ['flow', 'way']
const shapes = (Object.keys(signs) as MarkKind[]).filter((kind) => !lines.includes(kind))

/** Puts the marks on the drawing and takes them off again when they change. */
function useMarks(services: Services | undefined, marks: Mark[]): void {
  const { t } = useTranslation('work')
  useEffect(() => {
    if (!services) return undefined
    const { canvas, overlays, elements } = services
    // A drawing changed by hand may lack an element that the log names.
    const drawn = marks.filter(({ elementId }) => elements.get(elementId))
    for (const { elementId, kind, times, message } of drawn) {
      canvas.addMarker(elementId, `canmou-${kind}`)
      // A line has no corner to put a sign on.
      if (lines.includes(kind) || elements.get(elementId)?.waypoints) continue
      const sign = document.createElement('span')
      sign.className = `${styles.sign} ${styles[kind]}`
      sign.textContent = times > 1 ? `${signs[kind]}×${times}` : signs[kind]
      sign.title = message ?? t(`diagram.${kind}`)
      overlays.add(elementId, 'canmou', { position: { top: -11, right: 13 }, html: sign })
    }
    return () => {
      overlays.remove({ type: 'canmou' })
      for (const { elementId, kind } of drawn) canvas.removeMarker(elementId, `canmou-${kind}`)
    }
  }, [services, marks, t])
}

function Legend({ marks }: { marks: Mark[] }) {
  const { t } = useTranslation('work')
  const kinds = new Set(marks.map(({ kind }) => kind))
  return (
    <figcaption className={styles.legend}>
      {shapes
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <span key={kind}>
            <span className={`${styles.sign} ${styles[kind]}`} aria-hidden>
              {signs[kind]}
            </span>
            {t(`diagram.${kind}`)}
          </span>
        ))}
      {lines
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <span key={kind}>
            <span className={`${styles.line} ${styles[`${kind}Line`]}`} aria-hidden />
            {t(`diagram.${kind}`)}
          </span>
        ))}
    </figcaption>
  )
}
