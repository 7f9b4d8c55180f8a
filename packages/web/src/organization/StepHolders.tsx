import type { Level, StepHolders as Answer } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { Chip } from '../app/Chip.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { dayFromToday } from './dialogs/days.tsx'
import { stepHoldersQuery } from './queries.ts'
import styles from './StepHolders.module.css'

const levels = ['public', 'internal', 'secret', 'confidential'] as const satisfies Level[]
/** Noon of the company's day, so that the day is the same one for every reader. */
const momentOf = (day: string): string => `${day}T12:00:00+08:00`

type Task = Answer['tasks'][number]

/** 谁来办: who would get a step today, or on another day, and why; those left out too. */
export function StepHolders({ processId, elementId }: { processId: string; elementId: string }) {
  const { t } = useTranslation('organization')
  const { t: tApp } = useTranslation('app')
  const id = useId()
  const [level, setLevel] = useState<Level>('internal')
  const today = dayFromToday()
  const [day, setDay] = useState(today)
  const filter = { level, ...(day !== '' && day !== today && { at: momentOf(day) }) }
  const { data, error, refetch } = useQuery(stepHoldersQuery(processId, elementId, filter))
  return (
    <div className={styles.panel}>
      <div className={styles.question}>
        <label>
          <span>{t('holder.level')}</span>
          <Select
            aria-label={t('holder.level')}
            className={styles.level ?? ''}
            value={level}
            options={levels.map((one) => ({ value: one, label: tApp(`level.${one}`) }))}
            onChange={setLevel}
          />
        </label>
        <label htmlFor={`${id}-day`}>
          <span>{t('holder.on')}</span>
          <Input
            id={`${id}-day`}
            type="date"
            className={styles.day ?? ''}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
      </div>
      {!data && (error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />)}
      {data && <Explanation answer={data} />}
    </div>
  )
}

function Explanation({ answer }: { answer: Answer }) {
  const { t } = useTranslation('organization')
  return (
    <div className={styles.tasks}>
      {answer.atRunTime.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {answer.isOtherwise && <p className={styles.soft}>{t('holder.otherwise')}</p>}
      {answer.mode === 'each' && <p className={styles.soft}>{t('holder.each')}</p>}
      {answer.tasks.map((task, index) => (
        <TaskHolders key={task.groups[0]?.id ?? index} task={task} />
      ))}
    </div>
  )
}

function TaskHolders({ task }: { task: Task }) {
  const { t } = useTranslation('organization')
  const { t: tApp } = useTranslation('app')
  const people = task.holders.map(({ name }) => name).join(tApp('separator'))
  return (
    <section className={styles.task}>
      <p className={styles.answer}>
        {task.holders.length === 0
          ? t('holder.none')
          : t(task.holders.length > 1 ? 'holder.chosenAny' : 'holder.chosen', { people })}
      </p>
      {task.groups.map((group) => (
        <div key={group.id}>
          {group.positions.map((position, index) => (
            <div key={position.id ?? index} className={styles.position}>
              <p>
                {position.id && position.name && (
                  <Link {...paths.position(position.id)}>{position.name}</Link>
                )}{' '}
                <span className={styles.soft}>{position.reasons.join(' · ')}</span>
              </p>
              <People people={position.people} />
            </div>
          ))}
        </div>
      ))}
      {task.substitutes.length > 0 && (
        <div className={styles.position}>
          <p>{t('holder.substitutes')}</p>
          <People people={task.substitutes} />
        </div>
      )}
      {task.fallback && (
        <div className={styles.position}>
          <p className={styles.warning}>{task.fallback.reason}</p>
          <People people={task.fallback.people} />
        </div>
      )}
    </section>
  )
}

type Considered = Task['groups'][number]['positions'][number]['people'][number]

function People({ people }: { people: readonly Considered[] }) {
  const { t } = useTranslation('organization')
  return (
    <ul>
      {people.map(({ person, isChosen, reasons }) => (
        <li key={`${person.id} ${reasons.join()}`} className={styles.person}>
          <Chip tone={isChosen ? 'green' : 'plain'}>{isChosen ? t('holder.yes') : t('holder.no')}</Chip>
          <Link {...paths.person(person.id)}>{person.name}</Link>
          <span className={styles.soft}>{reasons.join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
