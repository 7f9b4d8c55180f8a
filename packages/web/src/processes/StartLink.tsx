import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { processesQuery } from './queries.ts'
import { startEntries } from './start-entries.ts'

/** The next step of an empty list: to start something or, for whoever may start nothing, to see what there is. */
export function StartLink() {
  const { t } = useTranslation('processes')
  const { t: tApp } = useTranslation('app')
  const { data } = useQuery(processesQuery)
  if (!data) return null
  const isStarter = startEntries(data.items).length > 0
  return isStarter ? (
    <Link {...paths.start()}>{tApp('start')}</Link>
  ) : (
    <Link {...paths.processes()}>{t('title')}</Link>
  )
}
