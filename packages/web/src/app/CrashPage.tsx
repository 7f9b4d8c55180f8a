import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { isApiFailure } from '../api/failure.ts'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { EmptyState } from './EmptyState.tsx'

/** What a page that could not be drawn is replaced by. A refused request says its own sentence; a bug says so. */
export function CrashPage({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation('app')
  if (isApiFailure(error)) return <QueryFailure error={error} retry={reset} />
  return (
    <EmptyState title={t('crash.title')} hint={t('crash.hint')} heading="h1">
      <Button type="primary" onClick={() => location.reload()}>
        {t('crash.reload')}
      </Button>
    </EmptyState>
  )
}
