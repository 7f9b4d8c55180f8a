import type { InstanceSummary } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import styles from './SideList.module.css'
import { StatusChip } from './StatusChip.tsx'

/** Upstream or downstream instances (domain.md GOV-1); nothing where there are none. */
export function InstanceLinks({ title, instances }: { title: string; instances: InstanceSummary[] }) {
  if (instances.length === 0) return null
  return (
    <Sheet isFlush title={title}>
      <ul>
        {instances.map((instance) => (
          <li key={instance.id} className={styles.row}>
            <Link {...paths.instance(instance.id)}>{instance.title}</Link>
            <p className={styles.note}>
              <span className="tabular">{instance.number}</span>
              <span>{instance.processName}</span>
              <StatusChip status={instance.status} />
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
