import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { reconnectNow, useConnection } from './connection.ts'
import styles from './ConnectionBanner.module.css'

/** Over every page while the server does not answer; goes by itself when it does again. */
export function ConnectionBanner() {
  const { t } = useTranslation('api')
  const connection = useConnection()
  return (
    <div role="status" aria-live="polite">
      {connection === 'lost' && (
        <div className={styles.banner}>
          <span>{t('banner')}</span>
          <Button size="small" ghost onClick={reconnectNow}>
            {t('reconnect')}
          </Button>
        </div>
      )}
    </div>
  )
}
