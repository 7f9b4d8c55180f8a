import type { DemoAccounts as Demo } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import styles from './SignInPage.module.css'

interface DemoAccountsProps {
  demo: Demo
  isBusy: boolean
  choose: (username: string) => void
}

/** Who can be tried out, by position: one click signs in where the password is known, else fills in the name. */
export function DemoAccounts({ demo, isBusy, choose }: DemoAccountsProps) {
  const { t } = useTranslation('identity')
  const { t: tApp } = useTranslation('app')
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demoTitle')}</h2>
      <p className={styles.hint}>{t(demo.password ? 'demoHint' : 'demoFillHint')}</p>
      <ul className={styles.accounts}>
        {demo.accounts.map(({ username, name, positions }) => (
          <li key={username}>
            <button type="button" disabled={isBusy} onClick={() => choose(username)}>
              <span className={styles.position}>{positions.join(tApp('separator')) || name}</span>
              <span className={styles.person}>{positions.length > 0 ? name : username}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
