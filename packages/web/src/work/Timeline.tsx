import type { TimelineEntry } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { formatDateTime } from '../i18n/format.ts'
import { FileLinks } from '../records/attachments/FileLinks.tsx'
import { SignatureImage } from '../records/document/SignatureImage.tsx'
import { readableTimeline } from './timeline.ts'
import styles from './Timeline.module.css'

/** 办理经过 in office words: 公司总经理 签否, and why. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const { t } = useTranslation('work')
  return (
    <ol className={styles.timeline}>
      {readableTimeline(entries).map((entry, index) => (
        <li key={`${entry.at} ${index}`} className={styles.entry} data-tone={toneOf(entry)}>
          <p>
            {sentence(t, entry)}
            <RecordLinks entry={entry} />
          </p>
          {entry.opinion && <blockquote className={styles.opinion}>{entry.opinion}</blockquote>}
          {entry.type === 'autoDecided' && entry.byRule && (
            <blockquote className={styles.opinion}>{entry.byRule.reason}</blockquote>
          )}
          <FileLinks attachments={entry.attachments} />
          {entry.taskId && (
            <SignatureImage
              taskId={entry.taskId}
              name={entry.person?.name ?? ''}
              signature={entry.signature}
              isTakenBack={entry.takenBackAt !== undefined}
            />
          )}
          <p className={styles.when}>
            {(entry.type === 'taskCompleted' || entry.type === 'verb') && entry.taskName && (
              <span>{entry.taskName}</span>
            )}
            <time dateTime={entry.at} className="tabular">
              {formatDateTime(entry.at)}
            </time>
          </p>
        </li>
      ))}
    </ol>
  )
}

/** The way to what was submitted or decided on, as it then was; a signature on several leads to each by itself. */
function RecordLinks({ entry }: { entry: TimelineEntry }) {
  const { recordId, recordVersion, documents = [], signature } = entry
  const { t } = useTranslation('work')
  if (documents.length > 1 && signature) return null
  const one = recordId && recordVersion !== undefined ? [{ recordId, recordVersion }] : []
  return (documents.length > 1 ? documents : one).map(({ recordId: id, recordVersion: version }, index) => (
    <Link key={id} {...paths.record(id, { version })} className={styles.record}>
      {documents.length > 1
        ? t('timeline.seeDocument', { place: index + 1, version })
        : t('timeline.seeVersion', { version })}
    </Link>
  ))
}

const refusing: ReadonlySet<TimelineEntry['verb']> = new Set([
  'returnToPrevious',
  'returnToStarter',
  'returnToStep',
  'terminate',
])

function toneOf({ type, decision, verb }: TimelineEntry): string {
  if (type === 'taskCreated') return 'open'
  if (type === 'verb') return refusing.has(verb) ? 'bad' : 'plain'
  if (type === 'limitPassed' || type === 'escalated') return 'bad'
  if (type === 'incident' || type === 'instanceFailed' || decision === 'reject') return 'bad'
  if (type === 'taskCompleted' || type === 'recordInEffect' || type === 'instanceCompleted') return 'good'
  return 'plain'
}

function sentence(t: TFunction<'work'>, entry: TimelineEntry): string {
  const task = entry.taskName ?? ''
  const version = entry.recordVersion
  switch (entry.type) {
    case 'taskCreated':
      return t('timeline.taskCreated', {
        task,
        position: entry.waitsFor?.join(t('timeline.listSeparator')) || (entry.positionName ?? ''),
      })
    case 'taskCompleted':
      return completed(t, entry, task)
    case 'instanceStarted':
      return t('timeline.instanceStarted', { who: whoOf(t, entry) })
    case 'taskCancelled':
      return t('timeline.taskCancelled', { task })
    case 'asked':
      return t('timeline.asked', { who: whoOf(t, entry) })
    case 'recordSubmitted':
      return t('timeline.recordSubmitted', { version })
    case 'recordInEffect':
      return t('timeline.recordInEffect', { version })
    case 'reminderSent':
      return t('timeline.reminderSent', { task })
    case 'reseated':
      return t('timeline.reseated', {
        task,
        from: entry.from ?? '',
        to: (entry.to ?? []).join(t('timeline.listSeparator')),
      })
    case 'dueMoved':
      return t('timeline.dueMoved', { task, due: formatDateTime(entry.dueAt ?? '') })
    case 'limitPassed':
      return t('timeline.limitPassed', { task })
    case 'escalated': {
      const to = (entry.to ?? []).join(t('timeline.listSeparator'))
      return t(to ? 'timeline.escalated' : 'timeline.escalatedToNobody', { task, to })
    }
    case 'incident':
      return t('timeline.incident', { task: task || (entry.elementId ?? '') })
    case 'verb':
      return verbSentence(t, entry)
    case 'autoDecided':
      return t('timeline.autoDecided', { task, decision: entry.decisionLabel ?? '' })
    case 'instanceCompleted':
    case 'instanceFailed':
    case 'instanceCancelled':
      return t(`timeline.${entry.type}`)
  }
}

/** 谁做了什么、对谁、之后怎么走. */
function verbSentence(t: TFunction<'work'>, entry: TimelineEntry): string {
  const { verb, from = '' } = entry
  const parts = { who: whoOf(t, entry), from, to: (entry.to ?? []).join(t('timeline.listSeparator')) }
  switch (verb) {
    case 'returnToPrevious':
    case 'returnToStarter':
    case 'returnToStep':
      return t(entry.then === 'direct' ? 'timeline.verbs.returnToDirect' : 'timeline.verbs.returnTo', parts)
    case 'comment':
      return t(parts.to ? 'timeline.verbs.commentTo' : 'timeline.verbs.comment', parts)
    // Decisions are told by the task that they close.
    case 'submit':
    case 'approve':
    case 'reject':
    case undefined:
      return entry.verbLabel ?? ''
    default:
      return t(`timeline.verbs.${verb}`, parts)
  }
}

function completed(t: TFunction<'work'>, entry: TimelineEntry, task: string): string {
  const who = whoOf(t, entry)
  const version = entry.recordVersion
  const count = entry.documents?.length ?? 1
  if (entry.decision === undefined || entry.decision === 'submit') {
    if (count > 1) return t('timeline.submittedSeveral', { who, count })
    return version === undefined
      ? t('timeline.submittedPlain', { who, task })
      : t('timeline.submitted', { who, version })
  }
  if (entry.byRule)
    return t(`timeline.timedOut.${entry.decision === 'reject' ? 'reject' : 'approve'}`, { task })
  const decision = entry.decisionLabel ?? ''
  if (entry.advises !== undefined) return t('timeline.advised', { who, decision, host: entry.advises })
  const said =
    count > 1
      ? t('timeline.decidedOnSeveral', { who, decision, count })
      : version === undefined
        ? t('timeline.decided', { who, decision })
        : t('timeline.decidedOn', { who, decision, version })
  return entry.isTogether ? t('timeline.together', { said }) : said
}

function whoOf(t: TFunction<'work'>, { person, positionName, onBehalfOf }: TimelineEntry): string {
  if (!person) return positionName ?? t('timeline.system')
  const who = positionName ? t('timeline.who', { position: positionName, name: person.name }) : person.name
  return onBehalfOf ? t('timeline.standsIn', { who, principal: onBehalfOf.name }) : who
}
