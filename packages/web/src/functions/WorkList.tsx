import { mostCounted, type DutyKind, type DutyProcess } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { processesQuery, useStart } from '../processes/queries.ts'
import { useCreateEntry } from '../records/entry/queries.ts'
import styles from './functions.module.css'

/** What a piece of work is done by; the counts are left out where they are not known. */
interface WorkListProps {
  processes: readonly (Pick<DutyProcess, 'id' | 'name' | 'startable'> & Partial<DutyProcess>)[]
  kinds: readonly (Pick<DutyKind, 'code' | 'name' | 'type' | 'mayCreate'> & Partial<DutyKind>)[]
}

/** The ways into a piece of work: its processes, each to look at or to start, and where it is kept. */
export function WorkList({ processes, kinds }: WorkListProps) {
  const { t } = useTranslation('functions')
  const known = useQuery(processesQuery)
  const start = useStart()
  const create = useCreateEntry()
  const isBusy = start.isPending || create.isPending
  return (
    <ul className={styles.work}>
      {processes.map(({ id, name, startable, todo = 0, running = 0 }) => (
        <li key={id} className={styles.way}>
          <Link {...paths.process(id)} className={styles.name}>
            {name}
          </Link>
          {todo > 0 && (
            <Link {...paths.box('todo')} className={styles.todo}>
              {t('todo', { number: todo })}
            </Link>
          )}
          {running > 0 && <span className={styles.count}>{t('running', { number: running })}</span>}
          {startable && (
            <Button
              size="small"
              aria-label={t('startNamed', { name })}
              loading={start.pendingId === id}
              disabled={isBusy}
              onClick={() => {
                const process = known.data?.items.find((one) => one.id === id)
                if (process) start.start(process)
              }}
            >
              {t('start')}
            </Button>
          )}
        </li>
      ))}
      {kinds.map(({ code, name, type, records, mayCreate }) => (
        <li key={code} className={styles.way}>
          <Link {...paths.records({ kind: code })} className={styles.name}>
            {name}
          </Link>
          {records !== undefined && (
            <span className={styles.count}>
              {t(type === 'register' ? 'entries' : 'records', {
                number: records < mostCounted ? records : t('manyRecords', { number: mostCounted - 1 }),
              })}
            </span>
          )}
          {mayCreate && (
            <Button
              size="small"
              aria-label={t('createNamed', { name })}
              loading={create.isPending && create.variables === code}
              disabled={isBusy}
              onClick={() => create.mutate(code)}
            >
              {t('create')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
