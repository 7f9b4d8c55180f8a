import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { Mark } from './marks.ts'

const DiagramView = lazy(async () => ({ default: (await import('./DiagramView.tsx')).DiagramView }))

/** What is shown of a drawing (`DiagramView`). */
export interface DiagramProps {
  name: string
  xml: string
  /** What its elements are called in the reader's language, by their ids; the others as they are drawn. */
  names?: Readonly<Record<string, string>>
  /** What happened in an instance, or what was found; a drawing without marks shows a process as such. */
  marks?: Mark[]
  /** Elements to bring into sight when they change. */
  focus?: string[]
}

/** A drawing whose viewer is loaded only when one is shown. */
export function Diagram(props: DiagramProps) {
  return (
    <Suspense
      fallback={
        <div style={{ padding: 24, minHeight: 300 }}>
          <Skeleton active />
        </div>
      }
    >
      <DiagramView {...props} />
    </Suspense>
  )
}
