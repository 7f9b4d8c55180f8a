import type { Person } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'

/** Names in a row, each the way to the person's page. */
export function PersonLinks({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation('app')
  return (
    <>
      {people.map((person, index) => (
        <Fragment key={person.id}>
          {index > 0 && t('separator')}
          <Link {...paths.person(person.id)}>{person.name}</Link>
        </Fragment>
      ))}
    </>
  )
}
