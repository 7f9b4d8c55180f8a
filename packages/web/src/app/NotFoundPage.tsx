import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState.tsx'
import { paths } from './paths.ts'

export function NotFoundPage() {
  const { t } = useTranslation('app')
  return (
    <main>
      <EmptyState title={t('notFound.title')} hint={t('notFound.hint')} heading="h1">
        <Link {...paths.workbench()}>{t('notFound.home')}</Link>
      </EmptyState>
    </main>
  )
}
