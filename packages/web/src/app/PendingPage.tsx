import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'

/** Holds the place of a page whose code or data is on its way. */
export function PendingPage() {
  const { t } = useTranslation('app')
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  )
}
