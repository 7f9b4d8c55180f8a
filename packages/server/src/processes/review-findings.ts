import { CommandError } from '@canmou/engine'
import type { Locale } from '@canmou/contract'
import type { ProcessDefinition } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Job } from '../jobs/job-queue.ts'
import { changeInstance } from '../work/change-instance.ts'
import { runCommand } from '../work/run-command.ts'
import type { Work } from '../work/work.ts'
import { findingsOf } from './version-findings.ts'

/** One row of the review's table of findings (catalogue/records/PVR…). */
export interface ReviewFinding {
  severity: string
  element: string
  message: string
  [name: string]: string
}

/** What the check of a drawing found, as the five managers read it. */
export async function reviewFindings(
  work: Work,
  definition: ProcessDefinition,
  xml: string,
  locale: Locale,
): Promise<ReviewFinding[]> {
  const findings = await findingsOf(work, definition, xml, locale)
  return findings.map(({ severity, elementName, message }) => ({ severity, element: elementName, message }))
}

/** The message by which a review that waits for a revision hears that the drawing was replaced. */
const versionChanged = 'GOV-001.versionChanged'

/** Has the review hear of the replaced drawing, with the transaction that replaces it. */
export async function tellReviewLater(
  tx: Transaction,
  instanceId: string,
  versionId: string,
  locale: Locale,
): Promise<void> {
  await tx.execute(
    `insert into jobs (kind, key, payload, run_at) values ('versionChanged', $1, $2, now())
     on conflict on constraint jobs_key_unique do update set run_at = excluded.run_at, payload = excluded.payload,
       attempts = 0, locked_until = null`,
    [`versionChanged:${versionId}`, JSON.stringify({ instanceId, versionId, locale })],
  )
}

/**
 * Brings the findings of a review up to date once its drawing was replaced. A review that waits for no revision any more is
 * left alone.
 */
export async function tellReview(work: Work, job: Job): Promise<void> {
  const { instanceId, versionId, locale } = job.payload as {
    instanceId: string
    versionId: string
    locale: Locale
  }
  const { definition, xml } = await work.definitions.get(versionId)
  const findings = await reviewFindings(work, definition, xml, locale)
  try {
    await changeInstance(work, {
      instanceId,
      actorId: null,
      job,
      prepare: (_, world) => ({
        decide(draft) {
          const { commandAt: at } = draft
          runCommand(world, draft, {
            type: 'messageReceived',
            at,
            name: versionChanged,
            variables: { findings },
          })
        },
      }),
    })
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
  }
}
