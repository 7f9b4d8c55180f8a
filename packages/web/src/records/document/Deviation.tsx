import { useDeviation } from '../form/deviations.tsx'
import styles from './document.module.css'

/** What a reviewer should know of a value: that it is not the one which is looked up. */
export function Deviation({ pointer }: { pointer: string }) {
  const said = useDeviation(pointer)
  return said === undefined ? null : <span className={styles.deviation}>{said}</span>
}
