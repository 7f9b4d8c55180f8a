import { taskVariables } from '@canmou/engine'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import type { KeyedAnswer } from './apply-step.ts'
import { changeInstance } from './change-instance.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import { makeDocument } from './make-document.ts'
import type { World } from './run-command.ts'
import { mostDocuments } from './several-documents.ts'
import type { Holding } from './standing-in.ts'
import type { StepDraft } from './step-draft.ts'
import { orFirstAnswer, type RequestKey } from './stored-answer.ts'
import { instanceOfTask, refuseStranger } from './task-holder.ts'
import { rulesOfTask } from './task-rules.ts'
import type { Work } from './work.ts'

/**
 * 再加一份: one more document at a step that may make several, with a draft of its own. Answers with the JSON text of
 * `DocumentAdded`; a client that repeats the request with its key has added one. Fails with NOT_FOUND, TASK_NOT_YOURS,
 * TASK_DONE, TASK_CANCELLED, DOCUMENTS_NOT_SEVERAL, DOCUMENTS_TOO_MANY or INSTANCE_BUSY.
 */
export function addDocument(
  work: Work,
  actor: Actor,
  taskId: string,
  key: RequestKey | undefined,
): Promise<string> {
  return orFirstAnswer(work.database, actor.id, key, () =>
    changeDocuments(work, actor, taskId, key, 201, (draft, world, { task, kind, holding }) => {
      const documents = task.documents ?? []
      if (documents.length >= mostDocuments) throw new Failure('DOCUMENTS_TOO_MANY', { limit: mostDocuments })
      const owner = world.directory.person(holding.onBehalfOf?.id ?? actor.id)
      const [first] = draft.next.records.filter(({ id }) => documents.includes(id))
      if (!owner || !first) throw new Error(`The task ${taskId} has no document`)
      const variables = variablesAt(draft, task)
      const record = makeDocument(draft, { kind, slot: first.slot, owner, variables })
      keepDocuments(draft, task, [...documents, record.id])
      noteChange(draft, 'documentAdded', task, record.id)
      return JSON.stringify({ id: record.id })
    }),
  )
}

/**
 * Gives a document of such a step up that was never submitted. Fails with NOT_FOUND, TASK_NOT_YOURS, TASK_DONE,
 * TASK_CANCELLED, DOCUMENTS_NOT_SEVERAL, DOCUMENT_SUBMITTED, DOCUMENT_NEEDED or INSTANCE_BUSY.
 */
export async function removeDocument(
  work: Work,
  actor: Actor,
  taskId: string,
  recordId: string,
): Promise<void> {
  await changeDocuments(work, actor, taskId, undefined, 204, (draft, _, { task }) => {
    const documents = task.documents ?? []
    const { next } = draft
    const record = next.records.find(({ id }) => id === recordId && documents.includes(id))
    if (!record) throw new Failure('NOT_FOUND')
    if (record.version > 0) throw new Failure('DOCUMENT_SUBMITTED', { number: record.number ?? '' })
    if (documents.length === 1) throw new Failure('DOCUMENT_NEEDED')
    next.records = next.records.filter((one) => one !== record)
    draft.records.push({ type: 'discard', id: recordId })
    keepDocuments(
      draft,
      task,
      documents.filter((id) => id !== recordId),
    )
    noteChange(draft, 'documentRemoved', task, recordId)
    return ''
  })
}

interface Place {
  task: LiveTask
  kind: RecordKind
  holding: Holding
}

/** Changes what an open task makes; a step of its instance like any other, so that nobody submits what he has not seen. */
async function changeDocuments(
  work: Work,
  actor: Actor,
  taskId: string,
  key: RequestKey | undefined,
  status: number,
  change: (draft: StepDraft, world: World, place: Place) => string,
): Promise<string> {
  const instanceId = await instanceOfTask(work, taskId)
  const { result } = await changeInstance<string>(work, {
    instanceId,
    actorId: actor.id,
    prepare: async (live, world) => {
      const { task, holding } = await refuseStranger(work, world, live, taskId, actor)
      const kind = kindOf(work, live, task)
      return {
        decide: (draft) => change(draft, world, { task, kind, holding }),
        ...(key && { answer: (_: StepDraft, body: string): KeyedAnswer => ({ ...key, status, body }) }),
      }
    },
  })
  return result
}

function kindOf({ catalogue }: Work, live: LiveInstance, task: LiveTask): RecordKind {
  const { formKind, isMany } = rulesOfTask(live, task)
  const kind = catalogue.kinds.get(formKind ?? '')
  if (!isMany || !kind || !task.documents) throw new Failure('DOCUMENTS_NOT_SEVERAL')
  return kind
}

function variablesAt({ next, commandAt }: StepDraft, { engineTaskId }: LiveTask): Record<string, unknown> {
  const { definition, state } = next
  return (state && taskVariables(definition.process, state, engineTaskId, commandAt)) ?? {}
}

function keepDocuments({ next }: StepDraft, { id }: LiveTask, documents: string[]): void {
  next.tasks = next.tasks.map((one) => (one.id === id ? { ...one, documents, recordId: documents[0] } : one))
}

function noteChange(
  { entries }: StepDraft,
  type: 'documentAdded' | 'documentRemoved',
  { id: taskId, elementId }: LiveTask,
  recordId: string,
): void {
  entries.push({ type, taskId, elementId, recordId })
}
