import type { Organization } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { SearchBox } from '../app/SearchBox.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { useNarrow } from '../app/use-narrow.ts'
import { DepartmentPane } from './DepartmentPane.tsx'
import { DepartmentTree } from './DepartmentTree.tsx'
import { AddDepartment } from './dialogs/DepartmentDialog.tsx'
import styles from './OrganizationPage.module.css'
import { PeopleList } from './PeopleList.tsx'
import { organizationQuery } from './queries.ts'

/** Who there is: the tree of departments beside one of them; on a phone the tree first, then the department. */
export function OrganizationPage() {
  const { t } = useTranslation('organization')
  const { department: chosen, q = '' } = useSearch({ from: '/signed-in/organization' })
  const { data: organization, error, refetch } = useQuery(organizationQuery)
  const navigate = useNavigate()
  const search = (words: string) =>
    void navigate({ ...paths.organization(words ? { q: words } : {}), replace: true })
  return (
    <Page
      title={t('title')}
      actions={
        organization?.mayChange && (
          <>
            <Link {...paths.organizationChanges()} className={styles.log}>
              {t('changes')}
            </Link>
            <AddDepartment organization={organization} label={t('edit.addDepartment')} />
          </>
        )
      }
    >
      <div className={styles.search}>
        <SearchBox label={t('search')} value={q} search={search} />
      </div>
      {!organization &&
        (error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />)}
      {organization && q === '' && <Panes organization={organization} chosen={chosen} />}
      {organization && q !== '' && (
        <Sheet isFlush title={t('found')}>
          <PeopleList
            caption={t('found')}
            filter={{ q }}
            empty={<EmptyState title={t('foundNone', { q })} hint={t('foundNoneHint')} />}
          />
        </Sheet>
      )}
    </Page>
  )
}

function Panes({ organization, chosen }: { organization: Organization; chosen: string | undefined }) {
  const { t } = useTranslation('organization')
  const isNarrow = useNarrow()
  const wanted = organization.departments.find(({ id }) => id === chosen)
  const shown = wanted ?? (isNarrow ? undefined : organization.departments.find(({ isEnded }) => !isEnded))
  if (isNarrow && shown) {
    return (
      <>
        <Link {...paths.organization()} className={styles.back}>
          ‹ {t('allDepartments')}
        </Link>
        <DepartmentPane key={shown.id} organization={organization} department={shown} />
      </>
    )
  }
  return (
    <div className={styles.panes}>
      <Sheet isFlush title={t('departments')}>
        <DepartmentTree organization={organization} current={shown?.id} />
      </Sheet>
      {shown && <DepartmentPane key={shown.id} organization={organization} department={shown} />}
    </div>
  )
}
