import type { Attachment, Level, RecordDetail } from '@canmou/contract'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useMe } from '../../identity/session.ts'
import { isEqualValue } from '../difference/row-diff.ts'
import { compute } from '../form/computed.ts'
import type { Data } from '../form/conditions.ts'
import type { RecordModel } from '../form/field-model.ts'
import { formStore, type FormStore } from '../form/form-store.ts'
import { sentFields, withLocked } from '../form/step-model.ts'
import { isRuleTitle } from '../values/title.ts'
import { useValueWords } from '../values/use-value-words.ts'
import type { DraftContent } from './save-draft.ts'
import { forgetUnsent, unsentText, type UnsentText } from './unsent-text.ts'
import { useDraft, type Draft } from './use-draft.ts'

/** What stands beside a record's data: the title that was typed, the level, the files. */
export interface Envelope {
  typedTitle: string | undefined
  level: Level
  attachments: readonly Attachment[]
}

export interface RecordDraft {
  store: FormStore
  envelope: Envelope
  changeEnvelope(change: (envelope: Envelope) => Partial<Envelope>): void
  /** What would be sent now. */
  content(): DraftContent
  draft: Draft
  /** Text that the server did not have was found in this tab. */
  isRestored: boolean
  /** Replaces everything by the draft that was saved elsewhere. */
  takeTheirs(theirs: RecordDetail): void
}

/** Attachments that were uploaded but are on no list yet belong to the record all the same. */
const attachmentsOf = (record: RecordDetail, ids: readonly string[] | undefined): Attachment[] =>
  ids ? record.attachments.filter(({ id }) => ids.includes(id)) : record.attachments

/**
 * What the server has not got, or undefined where it has it all: an answer may have been lost, not the text. It keeps the
 * revision that it was typed on, so that a draft saved elsewhere since is noticed and not overwritten.
 */
function lostText(
  person: string,
  record: RecordDetail,
  model: RecordModel,
): UnsentText<DraftContent> | undefined {
  const kept = unsentText<DraftContent>(person, record.id)
  if (!kept) return undefined
  const { data, level = record.level } = kept.draft
  const text = compute(model, withLocked(model, data, record.data))
  if (isEqualValue(text, compute(model, record.data)) && level === record.level) {
    forgetUnsent(person, record.id)
    return undefined
  }
  return kept
}

/** A record while it is written: its form, what stands beside it, and the saving of both. */
export function useRecordDraft(record: RecordDetail, model: RecordModel): RecordDraft {
  const me = useMe()
  const words = useValueWords()
  const [lost] = useState(() => lostText(me.id, record, model))
  const draft = useDraft(record.id, lost?.revision ?? record.draftRevision)
  const data = useRef<Data>(lost ? withLocked(model, lost.draft.data, record.data) : record.data)
  // Another language is another model: the form is built anew around the same data.
  const store = useMemo(() => formStore(model, data.current, record.version + 1), [model, record.version])
  const typedIn = (title: string, of: Data): string | undefined =>
    isRuleTitle(title, model, of, words) ? undefined : title
  const [envelope, setEnvelope] = useState<Envelope>(() => ({
    typedTitle: lost ? lost.draft.title : typedIn(record.title, record.data),
    level: lost?.draft.level ?? record.level,
    attachments: attachmentsOf(record, lost?.draft.attachmentIds),
  }))
  const latest = useRef(envelope)

  const content = (): DraftContent => ({
    data: sentFields(model, store.data()),
    level: latest.current.level,
    attachmentIds: latest.current.attachments.map(({ id }) => id),
    ...(latest.current.typedTitle !== undefined && { title: latest.current.typedTitle }),
  })
  const changed = useRef(() => undefined as void)
  changed.current = () => draft.change(content())

  useEffect(
    () =>
      store.onChange((next) => {
        data.current = next
        changed.current()
      }),
    [store],
  )
  useEffect(() => {
    if (lost) changed.current()
  }, [lost])

  return {
    store,
    envelope,
    content,
    draft,
    isRestored: lost !== undefined,
    changeEnvelope(change) {
      latest.current = { ...latest.current, ...change(latest.current) }
      setEnvelope(latest.current)
      changed.current()
    },
    takeTheirs(theirs) {
      data.current = theirs.data
      store.replace(theirs.data)
      latest.current = {
        typedTitle: typedIn(theirs.title, theirs.data),
        level: theirs.level,
        attachments: theirs.attachments,
      }
      setEnvelope(latest.current)
      draft.saver.takeTheirs(theirs.draftRevision, theirs.updatedAt)
    },
  }
}
