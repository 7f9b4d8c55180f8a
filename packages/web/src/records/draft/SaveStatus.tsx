import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../i18n/format.ts'
import type { SaveState } from './draft-saver.ts'
import styles from './draft.module.css'

const time = (iso: string): string => formatDateTime(iso).slice(-5)

/** Whether what was typed is safe: 已保存 14:32, or why not yet. */
export function SaveStatus({ state, retry }: { state: SaveState; retry: () => void }) {
  const { t } = useTranslation('records')
  const isTrouble = state.kind === 'waiting' || state.kind === 'refused'
  return (
    <p role="status" className={styles.status} data-trouble={isTrouble || undefined}>
      {state.kind === 'clean' &&
        (state.savedAt ? t('save.saved', { time: time(state.savedAt) }) : t('save.clean'))}
      {state.kind === 'dirty' && t('save.dirty')}
      {state.kind === 'saving' && t('save.saving')}
      {state.kind === 'outdated' && t('save.outdatedTitle')}
      {state.kind === 'refused' && t('save.refused', { reason: state.message })}
      {state.kind === 'waiting' && state.reason === 'signedOut' && t('save.signedOut')}
      {state.kind === 'waiting' && state.reason === 'network' && <Countdown until={state.retryAt} />}
      {state.kind === 'waiting' && (
        <Button type="link" size="small" onClick={retry}>
          {t('save.tryNow')}
        </Button>
      )}
    </p>
  )
}

function Countdown({ until }: { until: number }) {
  const { t } = useTranslation('records')
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  // A reader is told once, not every second.
  const seconds = Math.max(1, Math.ceil((until - now) / 1_000))
  return <span aria-live="off">{t('save.waiting', { seconds })}</span>
}
