import type { Element } from '../model.ts'
import { activity } from '../run/activity.ts'
import { Incident } from '../run/incident.ts'
import { publicId } from '../run/run.ts'
import type { Run } from '../run/run.ts'
import { evaluate, evaluateText, visible } from '../run/variables.ts'
import type { Node } from '../state.ts'

/** Service, business-rule and other tasks that a caller's worker does. */
export const jobTask = activity({ kind: 'job', begin: startJob })

/** Offers the job; `completeJob` or `failJob` answers. */
export function startJob(run: Run, element: Element, node: Node): void {
  const { job } = element
  if (!job) throw new Incident('JOB_TYPE_MISSING', 'the task says nowhere what is to be done')
  const jobType = evaluateText(run, job.type, node.key)
  if (jobType === undefined) throw new Incident('JOB_TYPE_MISSING', `${job.type.text} gives no job type`)
  const retries = Number(evaluate(run, job.retries, node.key))
  if (!Number.isInteger(retries))
    throw new Incident('RETRIES_INVALID', `${job.retries.text} is no whole number`)
  run.patch(node.key, { retries })
  offerJob(run, element, run.get(node.key), jobType)
}

export function offerJob(run: Run, element: Element, node: Node, jobType: string): void {
  const { job } = element
  run.effect({
    type: 'runJob',
    jobId: publicId(node),
    elementId: element.id,
    jobType,
    retries: node.retries ?? 0,
    headers: { ...job?.headers },
    ...(job?.script === undefined ? {} : { script: job.script }),
    ...(job?.scriptFormat === undefined ? {} : { scriptFormat: job.scriptFormat }),
    variables: visible(run, node.key),
  })
}
