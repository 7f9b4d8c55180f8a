import type { StepRule } from '@canmou/contract'
import styles from './RuleList.module.css'

/** The rules of a step, each under its name. */
export function RuleList({ rules }: { rules: readonly StepRule[] }) {
  if (rules.length === 0) return null
  return (
    <dl className={styles.rules}>
      {rules.map(({ rule, name, text }) => (
        <div key={rule}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
