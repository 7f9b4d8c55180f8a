import type { Variables } from '@canmou/engine'
import type { Job } from '../../jobs/job-queue.ts'
import { changeInstance } from '../change-instance.ts'
import { runCommand } from '../run-command.ts'
import type { Work } from '../work.ts'

/**
 * A signal is for everything that waits for it at this moment (BPMN 2.0.2 §10.5.1): in one statement the signal becomes a
 * job for each of these instances, and is spent.
 */
export async function broadcastSignal(work: Work, job: Job): Promise<void> {
  const { name, variables } = job.payload as { name: string; variables: Variables }
  await work.database.asSystem((tx) =>
    tx.execute(
      `with spent as (
         delete from jobs where id = $1 and locked_until = $2 returning id
       )
       insert into jobs (kind, key, payload, run_at)
       select 'deliverSignal', 'signal:' || s.id || ':' || w.instance_id,
              jsonb_build_object('instanceId', w.instance_id, 'name', w.name, 'variables', $4::jsonb), $5
       from spent s
       join message_waits w on w.kind = 'signal' and w.name = $3
       on conflict do nothing`,
      [job.id, job.lockedUntil, name, JSON.stringify(variables), work.now()],
    ),
  )
  work.wakeJobs()
}

/** Delivers a signal to one of those that waited for it; whoever no longer does gets none. */
export async function deliverSignal(work: Work, job: Job): Promise<void> {
  const { instanceId, name, variables } = job.payload as {
    instanceId: string
    name: string
    variables: Variables
  }
  await changeInstance(work, {
    instanceId,
    actorId: null,
    job,
    prepare: (_, world) => ({
      decide(draft) {
        if (draft.next.status !== 'running') return
        draft.entries.push({ type: 'signalReceived', name })
        runCommand(world, draft, { type: 'signalReceived', at: draft.commandAt, name, variables })
      },
    }),
  })
}
