import type { PersonOption } from '@canmou/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../app/Chip.tsx'
import { List, type Column } from '../app/List.tsx'
import { paths } from '../app/paths.ts'
import styles from './parts.module.css'
import { organizationQuery, peopleListQuery } from './queries.ts'

interface PeopleListProps {
  caption: string
  filter: { q?: string; department?: string }
  empty: ReactNode
}

/** People of a department, or those found; page after page. */
export function PeopleList({ caption, filter, empty }: PeopleListProps) {
  const { t } = useTranslation('organization')
  const { t: tApp } = useTranslation('app')
  const source = useInfiniteQuery(peopleListQuery(filter))
  const { data: organization } = useQuery(organizationQuery)
  const name = (person: PersonOption) => (
    <>
      <Link {...paths.person(person.id)}>{person.name}</Link>{' '}
      {person.isDisabled && <Chip>{t('disabled')}</Chip>}
    </>
  )
  const positions = (person: PersonOption) => person.positions.join(tApp('separator')) || '—'
  const columns: Column<PersonOption>[] = [
    { key: 'name', title: t('name'), render: name },
    // What somebody signs in with is the business of whoever keeps the accounts.
    ...(organization?.mayChange
      ? [
          {
            key: 'username',
            title: t('username'),
            width: 220,
            render: ({ username }: PersonOption) => username,
          },
        ]
      : []),
    ...(filter.department === undefined
      ? [
          {
            key: 'department',
            title: t('department'),
            width: 150,
            render: ({ departmentName }: PersonOption) => departmentName,
          },
        ]
      : []),
    { key: 'positions', title: t('position'), width: 240, render: positions },
  ]
  return (
    <List
      caption={caption}
      source={source}
      columns={columns}
      rowKey={({ id }) => id}
      card={(person) => (
        <>
          {name(person)}
          <p className={styles.cardLine}>
            <span>{person.departmentName}</span>
            <span>{positions(person)}</span>
          </p>
        </>
      )}
      empty={empty}
    />
  )
}
