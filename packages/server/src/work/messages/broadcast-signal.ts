import type { Variables } from '@canmou/engine'
import type { Job } from '../../jobs/job-queue.ts'
import { signalStartsOf } from '../../processes/event-starts.ts'
import { changeInstance } from '../change-instance.ts'
import { startFrom, type FromOutside } from '../hand-over.ts'
import { runCommand } from '../run-command.ts'
import type { Work } from '../work.ts'

/**
 * A signal is for everything that waits for it at this moment, and for every process in effect that it starts (BPMN 2.0.2
 * §10.5.1): in one statement the signal becomes a job for each of them, and is spent.
 */
export async function broadcastSignal(work: Work, job: Job): Promise<void> {
  const signal = job.payload as unknown as FromOutside
  const started = (await work.definitions.allInEffect()).flatMap(({ processId, process }) =>
    signalStartsOf(process, signal.name).map((elementId) => ({ processId, elementId })),
  )
  await work.database.asSystem((tx) =>
    tx.execute(
      `with spent as (
         delete from jobs where id = $1 and locked_until = $2 returning id
       )
       insert into jobs (kind, key, payload, run_at)
       select 'deliverSignal', 'signal:' || s.id || ':' || w.instance_id,
              jsonb_build_object('instanceId', w.instance_id, 'name', w.name, 'variables', $4::jsonb -> 'variables',
                                 'passed', $4::jsonb -> 'passed'), $5::timestamptz
       from spent s
       join message_waits w on w.kind = 'signal' and w.name = $3
       union all
       select 'startBySignal', 'signalStart:' || s.id || ':' || p."processId" || ':' || p."elementId",
              $4::jsonb || jsonb_build_object('processId', p."processId", 'elementId', p."elementId"), $5::timestamptz
       from spent s
       cross join jsonb_to_recordset($6::jsonb) as p ("processId" text, "elementId" text)
       on conflict do nothing`,
      [job.id, job.lockedUntil, signal.name, JSON.stringify(signal), work.now(), JSON.stringify(started)],
    ),
  )
  work.wakeJobs()
}

/** Starts one of the processes that the signal starts; one that is in effect no longer, or draws it otherwise, gets none. */
export async function startBySignal(work: Work, job: Job): Promise<void> {
  const { processId, elementId, ...signal } = job.payload as unknown as FromOutside & {
    processId: string
    elementId: string
  }
  const target = await work.definitions.inEffect(processId)
  if (!target || !signalStartsOf(target.process, signal.name).includes(elementId)) return
  await startFrom(work, job, target, signal, { startElementId: elementId })
}

/** Delivers a signal to one of those that waited for it; whoever no longer does gets none. */
export async function deliverSignal(work: Work, job: Job): Promise<void> {
  const { instanceId, name, variables, passed } = job.payload as {
    instanceId: string
    name: string
    variables: Variables
    passed?: number | null
  }
  await changeInstance(work, {
    instanceId,
    actorId: null,
    job,
    prepare: (_, world) => ({
      decide(draft) {
        if (draft.next.status !== 'running') return
        draft.passed = passed ?? 0
        draft.entries.push({ type: 'signalReceived', name })
        runCommand(world, draft, { type: 'signalReceived', at: draft.commandAt, name, variables })
      },
    }),
  })
}
