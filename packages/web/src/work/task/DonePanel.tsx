import type { TaskActionDone } from '@canmou/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { paths } from '../../app/paths.ts'
import { Page } from '../../app/Page.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import { boxQuery, instanceQuery } from '../queries.ts'
import styles from './task.module.css'

interface DonePanelProps {
  result: Static<typeof TaskActionDone>
  /** 已提交 · 已签准: what was just done, as a heading. */
  title: string
}

/** After acting: what happens now, and the next thing to do. */
export function DonePanel({ result, title }: DonePanelProps) {
  const { t } = useTranslation('task')
  const { t: tApp } = useTranslation('app')
  const navigate = useNavigate()
  const { data: instance } = useQuery(instanceQuery(result.instance.id))
  const { data: box } = useInfiniteQuery(boxQuery('todo'))
  const todo = (box?.pages ?? [])
    .flatMap(({ items }) => items)
    .flatMap(({ task }) => (task && task.id !== result.task.id ? [task] : []))
  const [mine] = result.next
  const next = mine ?? todo[0]
  const open = instance?.tasks.filter(({ state }) => state === 'open') ?? []
  const hasMore = box?.pages.at(-1)?.next !== undefined
  return (
    <Page title={title} note={result.instance.title}>
      <Sheet>
        <div className={styles.done}>
          {result.instance.status === 'completed' && <p>{t('done.ended')}</p>}
          {open.length > 0 && (
            <div>
              <p>{t('done.now')}</p>
              <ul className={styles.nextSteps}>
                {open.map((task) => (
                  <li key={task.id}>
                    <span>{task.name}</span>
                    <span className={styles.soft}>
                      {task.positionName} {task.holders.map(({ name }) => name).join(tApp('separator'))}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {todo.length > 0 ? (
            <p className={styles.soft}>
              {t('done.todoLeft', { count: hasMore ? `${todo.length}+` : String(todo.length) })}
            </p>
          ) : (
            box && !mine && <p className={styles.soft}>{t('done.noTodo')}</p>
          )}
          <div className={styles.doneActions}>
            {next && (
              <Button type="primary" onClick={() => void navigate(paths.task(next.id))}>
                {t('done.nextTodo')}
              </Button>
            )}
            <Link {...paths.instance(result.instance.id)}>{t('done.instance')}</Link>
            <Link {...paths.workbench()}>{t('done.workbench')}</Link>
          </div>
        </div>
      </Sheet>
    </Page>
  )
}
