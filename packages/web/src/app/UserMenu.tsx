import { DownOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useSignOut } from '../identity/session.ts'
import { avatarLetters } from './avatar-letters.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { paths } from './paths.ts'
import styles from './UserMenu.module.css'

/** Who I am and in which positions; language; sign-out. A native popover: Escape and a click outside close it. */
export function UserMenu() {
  const { t } = useTranslation('app')
  const me = useMe()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const positions = me.positions.map((position) => position.name).join(t('separator'))

  const leave = () => signOut.mutate(undefined, { onSuccess: () => void navigate(paths.signIn()) })
  return (
    <>
      <button type="button" className={styles.button} popoverTarget={id}>
        <span className={styles.avatar} aria-hidden>
          {avatarLetters(me.name)}
        </span>
        <span className={styles.who}>
          <span>{me.name}</span>
          <small>{positions}</small>
        </span>
        <span className="visually-hidden">{t('userMenu')}</span>
        <DownOutlined aria-hidden className={styles.arrow} />
      </button>
      <div id={id} ref={panel} popover="auto" className={styles.panel}>
        <p className={styles.name}>{me.name}</p>
        <p className={styles.note}>
          {me.departmentName}
          {positions && ` · ${positions}`}
        </p>
        <p className={styles.note}>{t('levelName', { level: t(`level.${me.clearance}`) })}</p>
        <LanguageChoice onChosen={() => panel.current?.hidePopover()} />
        <button type="button" className={styles.leave} onClick={leave} disabled={signOut.isPending}>
          {t('signOut')}
        </button>
      </div>
    </>
  )
}
