import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './together.module.css'
import type { Together } from './use-together.ts'

// Brings the dialog along, which a list that is only read does without.
const TogetherDialog = lazy(() =>
  import('./TogetherDialog.tsx').then(({ TogetherDialog: Part }) => ({ default: Part })),
)

/** Below the list while something is chosen: how much, and the way on. */
export function TogetherBar({ items, clear }: Pick<Together, 'items' | 'clear'>) {
  const { t } = useTranslation('verbs')
  /** What was chosen when the dialog was opened: the rows go as they are done. */
  const [asked, setAsked] = useState<Together['items']>()
  const end = (): void => {
    setAsked(undefined)
    clear()
  }
  return (
    <>
      {items.length > 0 && (
        <div className={styles.bar} role="group" aria-label={t('together.title')}>
          <p role="status">{t('together.chosen', { count: items.length })}</p>
          <Button onClick={clear}>{t('together.clear')}</Button>
          <Button type="primary" onClick={() => setAsked(items)}>
            {t('together.title')}
          </Button>
        </div>
      )}
      {asked && (
        <Suspense>
          <TogetherDialog items={asked} end={end} close={() => setAsked(undefined)} />
        </Suspense>
      )}
    </>
  )
}
