import type { Substitution } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { Chip, type ChipTone } from '../app/Chip.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { Page } from '../app/Page.tsx'
import { PendingPage } from '../app/PendingPage.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { DialogButton, EditDialog } from '../organization/dialogs/EditDialog.tsx'
import { NamingDialog } from './NamingDialog.tsx'
import { substitutionsQuery, useEnding } from './queries.ts'
import styles from './substitutions.module.css'

/** 代理: who acts in my place, in whose place I act, and naming somebody. */
export function SubstitutionsPage() {
  const { t } = useTranslation('substitutions')
  const { t: tApp } = useTranslation('app')
  const { data, error, refetch } = useQuery(substitutionsQuery)
  const naming = (
    <DialogButton label={t('add')} type="primary">
      {(close) => <NamingDialog close={close} />}
    </DialogButton>
  )
  const isEmpty = data?.items.length === 0
  return (
    <Page title={t('title')} note={t('hint')} actions={!isEmpty && naming}>
      {!data ? (
        error ? (
          <QueryFailure error={error} retry={() => void refetch()} />
        ) : (
          <PendingPage />
        )
      ) : isEmpty ? (
        <EmptyState title={t('none')} hint={t('noneHint')}>
          {naming}
        </EmptyState>
      ) : (
        <Sheet isFlush title={t('list')}>
          <ul>
            {data.items.map((one) => (
              <Arrangement key={one.id} one={one} separator={tApp('separator')} />
            ))}
          </ul>
        </Sheet>
      )}
    </Page>
  )
}

const tones: Record<Substitution['state'], ChipTone> = { planned: 'blue', running: 'pine', over: 'plain' }

function Arrangement({ one, separator }: { one: Substitution; separator: string }) {
  const { t } = useTranslation('substitutions')
  const { substitute, person, from, to, state, processes, reason } = one
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.who}>
          {t('who', { substitute: substitute.name, person: person.name })}
          <Chip tone={tones[state]}>{t(`state.${state}`)}</Chip>
        </p>
        <p className={styles.note}>
          <span className="tabular">{t('period', { from, to })}</span>
          <span>{processes ? processes.map(({ name }) => name).join(separator) : t('allProcesses')}</span>
          {reason && <span>{reason}</span>}
        </p>
      </div>
      {one.mayEnd && (
        <DialogButton
          label={t('end')}
          name={t('endOne', { substitute: substitute.name, person: person.name })}
        >
          {(close) => <EndDialog one={one} close={close} />}
        </DialogButton>
      )}
    </li>
  )
}

function EndDialog({ one, close }: { one: Substitution; close: () => void }) {
  const { t } = useTranslation('substitutions')
  const ending = useEnding(one.id)
  const names = { substitute: one.substitute.name, person: one.person.name }
  return (
    <EditDialog
      title={t('endOne', names)}
      okText={t('end')}
      isBusy={ending.isPending}
      failure={ending.error}
      save={() => ending.mutate(undefined, { onSuccess: close })}
      close={close}
    >
      <p>{t('endText', names)}</p>
    </EditDialog>
  )
}
