import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { InstanceThere } from '../work/apply-step.ts'
import { startInstance } from '../work/start-instance.ts'
import type { Work } from '../work/work.ts'
import { reviewFindings } from './review-findings.ts'
import { lockedVersion, type VersionRow } from './versions.ts'

/** 流程联合审核: the process by which a version of any process takes effect. */
const reviewProcess = 'GOV-001'

/**
 * Puts a draft before the five managers (domain.md §3 GOV-2); gives the id of the review's instance, of the one that there
 * is where somebody was faster or asks again. Fails with NOT_FOUND, VERSION_NOT_DRAFT, VERSION_IN_REVIEW (another version of
 * the process) or, where GOV-001 itself is not in effect, PROCESS_NOT_IN_EFFECT.
 */
export async function reviewVersion(
  work: Work,
  actor: Actor,
  processId: string,
  version: number,
): Promise<string> {
  const row = await versionToReview(work, processId, version)
  if (row.reviewId !== null) return row.reviewId
  try {
    return await startReview(work, actor, processId, row)
  } catch (error) {
    if (!(error instanceof InstanceThere)) throw error
    const { reviewId } = await versionToReview(work, processId, version)
    if (reviewId === null) throw error
    return reviewId
  }
}

function versionToReview(work: Work, processId: string, version: number): Promise<VersionRow> {
  return work.database.asSystem(async (tx) => {
    const found = await lockedVersion(tx, processId, version)
    if (found.status !== 'draft' && found.status !== 'inReview') throw new Failure('VERSION_NOT_DRAFT')
    const other = await tx.first(
      `select from process_versions
       where process_id = $1 and version <> $2 and review_instance_id is not null and status in ('draft', 'inReview')
       limit 1`,
      [processId, version],
    )
    if (other) throw new Failure('VERSION_IN_REVIEW', { process: processId })
    return found
  })
}

async function startReview(
  work: Work,
  actor: Actor,
  processId: string,
  { id, version, note, definition, xml }: VersionRow,
): Promise<string> {
  const started = await startInstance(work, {
    processId: reviewProcess,
    actorId: actor.id,
    starterId: actor.id,
    variables: {
      processVersionId: id,
      processId,
      processName: definition.name[actor.locale],
      version,
      findings: await reviewFindings(work, definition, xml, actor.locale),
    },
    prefill: { changeNote: note },
    isOnePer: true,
    reviewOf: id,
  })
  return started.id
}
