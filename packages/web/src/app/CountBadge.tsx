import styles from './CountBadge.module.css'

/** How many are waiting, as a number in a pill; nothing at zero. */
export function CountBadge({ count, isUrgent = false }: { count: number; isUrgent?: boolean }) {
  if (count === 0) return null
  return <span className={isUrgent ? styles.urgent : styles.badge}>{count > 99 ? '99+' : count}</span>
}
