import type { StepRule } from '@canmou/contract'
import styles from './RuleList.module.css'

/** The rules of a step, or what else is said of it, each under its name. */
export function RuleList({ rules }: { rules: readonly Pick<StepRule, 'name' | 'text'>[] }) {
  if (rules.length === 0) return null
  return (
    <dl className={styles.rules}>
      {rules.map(({ name, text }) => (
        <div key={`${name} ${text}`}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
