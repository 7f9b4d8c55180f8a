import type { TaskDetail, TaskDocument } from '@canmou/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../../app/Chip.tsx'
import { LevelChip } from '../../../app/LevelChip.tsx'
import { paths } from '../../../app/paths.ts'
import { useNarrow } from '../../../app/use-narrow.ts'
import styles from './documents.module.css'
import { useAddDocument } from './queries.ts'
import { useOverflow } from './use-overflow.ts'

interface DocumentTabsProps {
  task: TaskDetail
  documents: readonly TaskDocument[]
  /** The one that is on the page. */
  shownId: string | undefined
  /** Those of which there is a newer version than was seen. */
  moved: ReadonlySet<string>
  /** Those in which something is changed that goes with the decision. */
  changed: ReadonlyMap<string, object>
}

/** All documents of a step that may be about several: which there are, how far each is, and the way to each. */
export function DocumentTabs({ task, documents, shownId, moved, changed }: DocumentTabsProps) {
  const { t } = useTranslation('task')
  const id = useId()
  const navigate = useNavigate()
  const add = useAddDocument(task.id)
  const isNarrow = useNarrow()
  const isWritten = task.mode === 'form'
  const shown = useRef<HTMLLIElement>(null)
  const row = useRef<HTMLOListElement>(null)
  const more = useOverflow(row, documents.length)
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shownId])
  const addButton = task.canAdd && (
    <Button
      block
      type="dashed"
      className={styles.add ?? ''}
      loading={add.isPending}
      onClick={() =>
        add.mutate(undefined, { onSuccess: (made) => void navigate(paths.task(task.id, made.id)) })
      }
    >
      {t('documents.add')}
    </Button>
  )
  return (
    <nav className={styles.tabs} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>
          {t('documents.title', { kind: task.record?.kindName ?? '', count: documents.length })}
        </h2>
        <p className={styles.soft}>
          {t(
            isWritten
              ? 'documents.writeHint'
              : task.state === 'open'
                ? 'documents.decideHint'
                : 'documents.readHint',
          )}
        </p>
      </div>
      <div className={styles.row} data-before={more.before || undefined} data-after={more.after || undefined}>
        <ol ref={row} className={styles.list}>
          {documents.map((document, index) => {
            const isShown = document.id === shownId
            return (
              <li key={document.id} {...(isShown && { ref: shown })} className={styles.item}>
                <Link
                  {...paths.task(task.id, document.id)}
                  replace
                  resetScroll={false}
                  className={styles.tab}
                  aria-current={isShown ? 'true' : undefined}
                >
                  <span className={styles.name}>
                    <span className={styles.place}>{index + 1}</span>
                    <span className={styles.words}>{document.title}</span>
                  </span>
                  <span className={styles.facts}>
                    <StateChip document={document} />
                    {moved.has(document.id) && <Chip tone="amber">{t('documents.moved')}</Chip>}
                    {changed.has(document.id) && <Chip tone="green">{t('documents.changed')}</Chip>}
                    {document.number && <span className="tabular">{document.number}</span>}
                    {document.version > 0 && <span>V{document.version}</span>}
                    {document.level !== 'internal' && <LevelChip level={document.level} />}
                  </span>
                </Link>
              </li>
            )
          })}
          {addButton && !isNarrow && <li className={styles.item}>{addButton}</li>}
        </ol>
      </div>
      {isNarrow && addButton}
    </nav>
  )
}

/** 完整 · 待补 3 处, while it is written. */
function StateChip({ document: { problems } }: { document: TaskDocument }) {
  const { t } = useTranslation('task')
  if (problems === undefined) return null
  return problems === 0 ? (
    <Chip tone="green">{t('documents.complete')}</Chip>
  ) : (
    <Chip tone="amber">{t('documents.incomplete', { count: problems })}</Chip>
  )
}
