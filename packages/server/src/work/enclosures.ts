import { needsOf } from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import { chosenFiles } from './opinion-files.ts'
import { refuseUnseen } from './seen-versions.ts'
import { takeSignature, type TakenSignature } from './signatures/take-signature.ts'
import type { TaskRequest } from './task-form.ts'
import { attachmentRule, writesDocument, type TaskRules } from './task-rules.ts'
import type { Work } from './work.ts'

/** What comes with a decision beside its words. */
export interface Enclosures {
  attachmentIds: string[]
  signature: TakenSignature | undefined
}

/**
 * What a request encloses, checked; files of a document that the step writes are checked with it (`prepareForm`). Fails with
 * ATTACHMENT_REQUIRED, ATTACHMENT_GONE, SIGNATURE_REQUIRED, RECORD_CHANGED, SIGNATURE_INVALID or SIGNATURE_BLANK.
 */
export async function enclosuresOf(
  work: Work,
  actor: Actor,
  live: LiveInstance,
  task: Omit<LiveTask, 'candidates'>,
  rules: TaskRules,
  request: TaskRequest,
): Promise<Enclosures> {
  const { verb, attachmentIds, signature } = request
  const needs = needsOf(verb, rules)
  const rule = attachmentRule(rules, verb, work.catalogue)
  const isApart = rule !== 'none' && !writesDocument(rules, work.catalogue)
  if (isApart && needs.attachment && !attachmentIds?.length) throw new Failure('ATTACHMENT_REQUIRED')
  // A signature is for what its signer had before him, not for what has replaced it while he read.
  const isForVersions = signs(verb) && signature !== undefined && verb !== 'submit'
  if (isForVersions && task.recordVersion !== undefined) refuseUnseen(live, task, request, true)
  return {
    attachmentIds: isApart && attachmentIds ? await chosenFiles(work, actor, task.id, attachmentIds) : [],
    signature: signs(verb) ? takeSignature(signature, needs.signature) : undefined,
  }
}

/** Whether a verb can be signed at all: where the drawing asks for it, this is asked too. */
const signs = (verb: TaskRequest['verb']): boolean => needsOf(verb, { signature: 'required' }).signature

/**
 * The version that a decision is about: the newest, which its page shows, though another step may have made it since the task was
 * put before somebody. Undefined at a step that decides on no document.
 */
export function decidedVersion(
  { records }: Pick<LiveInstance, 'records'>,
  { recordId, recordVersion }: Pick<LiveTask, 'recordId' | 'recordVersion'>,
): number | undefined {
  if (recordVersion === undefined) return undefined
  return records.find(({ id }) => id === recordId)?.version ?? recordVersion
}
