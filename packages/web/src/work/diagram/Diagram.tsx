import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { Mark } from './marks.ts'

const DiagramView = lazy(async () => ({ default: (await import('./DiagramView.tsx')).DiagramView }))

/** A drawing whose viewer is loaded only when one is shown. */
export function Diagram(props: { name: string; xml: string; marks?: Mark[]; focus?: string[] }) {
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
