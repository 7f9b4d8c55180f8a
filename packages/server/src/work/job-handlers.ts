import type { Command, Effect } from '@canmou/engine'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { remindHolders } from './remind-holders.ts'
import type { World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'
import { putIntoEffect } from './step-records.ts'

type RunJob = Extract<Effect, { type: 'runJob' }>

/** What a job leaves behind in the step; the variables go back into the process. Throws JobFailure. */
type JobHandler = (world: World, draft: StepDraft, effect: RunJob) => void

class JobFailure extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Jobs that need nothing from outside, by the task type in the drawing (catalogue/README.md, "Service tasks"). */
const handlers: Record<string, JobHandler> = {
  'canmou:archive': archive,
  'canmou:remind': remind,
  'canmou:activateVersion': activateVersion,
  'canmou:returnVersion': returnVersion,
  'canmou:resubmitVersion': resubmitVersion,
}

/** Does the job within the step. One that cannot be done becomes an incident, which keeps the token where it is. */
export function runJobNow(world: World, draft: StepDraft, effect: RunJob): Command {
  const { commandAt: at } = draft
  const { jobId, jobType } = effect
  try {
    const handler = Object.hasOwn(handlers, jobType) ? handlers[jobType] : undefined
    if (!handler) throw new JobFailure('JOB_TYPE_UNKNOWN', `There is no handler for ${jobType}`)
    handler(world, draft, effect)
    return { type: 'completeJob', at, jobId }
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error
    return { type: 'failJob', at, jobId, message: `${error.code}: ${error.message}`, retries: 0 }
  }
}

/** 归档生效: the record, or each of a list, takes effect, and everybody who took part is copied in (抄送). */
function archive({ catalogue }: World, draft: StepDraft, { headers, variables, elementId }: RunJob): void {
  const variable = headers['recordVariable'] ?? ''
  const named = [variables[variable]].flat()
  const records = draft.next.records.filter(({ id, version }) => version > 0 && named.includes(id))
  const [first] = records
  if (!first || records.length < named.length) {
    throw new JobFailure(
      'RECORD_MISSING',
      `The variable ${variable} names no submitted record of this instance`,
    )
  }
  for (const record of records) putIntoEffect(draft, record, elementId)
  const { feeds } = headers
  if (feeds !== undefined) feedRegister(catalogue, draft, feeds, first.id)
  draft.copies.push(...draft.next.participants.filter((person) => !draft.copies.includes(person)))
}

/** What the record says for a register is written by a job of its own, once, right after the step. */
function feedRegister({ feeds }: Catalogue, draft: StepDraft, feed: string, recordId: string): void {
  if (!feeds.has(feed)) throw new JobFailure('FEED_UNKNOWN', `The catalogue has no feed ${feed}`)
  const { id, version } = draft.next
  draft.jobs.push({
    kind: 'feed',
    key: `feed:${feed}:${recordId}:${version}`,
    payload: { feed, instanceId: id },
  })
}

/** 催办: those who hold the task are reminded once more. */
function remind(_: World, draft: StepDraft, { headers, elementId }: RunJob): void {
  const { task = elementId } = headers
  remindHolders(draft, (open) => open.elementId === task, task)
}

/** 流程生效: the version that the instance reviews takes effect (domain.md §3 GOV-2), and what it starts by timer is set. */
function activateVersion(_: World, draft: StepDraft, effect: RunJob): void {
  draft.versions.push({ id: reviewedVersion(effect), status: 'inEffect' })
  draft.jobs.push({ kind: 'scheduleStarts', key: `schedule:${draft.next.id}`, payload: {} })
}

/** One refusal makes the version a draft again, which may be changed. */
function returnVersion(_: World, draft: StepDraft, effect: RunJob): void {
  draft.versions.push({ id: reviewedVersion(effect), status: 'draft' })
}

/** Revised, it is under review again: nobody changes the drawing while the five sign it. */
function resubmitVersion(_: World, draft: StepDraft, effect: RunJob): void {
  draft.versions.push({ id: reviewedVersion(effect), status: 'inReview' })
}

function reviewedVersion({ headers, variables }: RunJob): string {
  const variable = headers['versionVariable'] ?? 'processVersionId'
  const id = variables[variable]
  if (typeof id !== 'string')
    throw new JobFailure('VERSION_MISSING', `The variable ${variable} names no version`)
  return id
}
