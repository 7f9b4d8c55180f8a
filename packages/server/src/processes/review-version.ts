import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { startInstance } from '../work/start-instance.ts'
import type { Work } from '../work/work.ts'
import { lockedVersion } from './versions.ts'

/** 流程联合审核: the process by which a version of any process takes effect. */
const reviewProcess = 'GOV-001'

/**
 * Puts a draft before the five managers (domain.md §3 GOV-2); gives the id of the review's instance. Fails with NOT_FOUND,
 * VERSION_NOT_DRAFT, VERSION_IN_REVIEW or, where GOV-001 itself is not in effect, PROCESS_NOT_IN_EFFECT.
 */
export async function reviewVersion(
  work: Work,
  actor: Actor,
  processId: string,
  version: number,
): Promise<string> {
  const row = await work.database.asSystem(async (tx) => {
    const found = await lockedVersion(tx, processId, version)
    if (found.status === 'inReview') throw new Failure('VERSION_IN_REVIEW', { process: processId })
    if (found.status !== 'draft' || found.reviewId !== null) throw new Failure('VERSION_NOT_DRAFT')
    const other = await tx.first(
      `select from process_versions where process_id = $1 and status = 'inReview' limit 1`,
      [processId],
    )
    if (other) throw new Failure('VERSION_IN_REVIEW', { process: processId })
    return found
  })
  const started = await startInstance(work, {
    processId: reviewProcess,
    actorId: actor.id,
    starterId: actor.id,
    variables: {
      processVersionId: row.id,
      processId,
      processName: row.definition.name[actor.locale],
      version,
    },
    prefill: { changeNote: row.note },
    reviewOf: row.id,
  })
  return started.id
}
