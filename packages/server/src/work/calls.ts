import { CommandError, type Command, type Variables } from '@canmou/engine'
import type { Job } from '../jobs/job-queue.ts'
import { InstanceThere } from './apply-step.ts'
import { changeInstance } from './change-instance.ts'
import type { InstanceStatusName } from './live-instance.ts'
import { runCommand } from './run-command.ts'
import { startInstance } from './start-instance.ts'
import type { Work } from './work.ts'

/** Starts the process that a call activity asks for; the caller waits (domain.md §7: SC-007 calls SC-001). */
export async function startCalled(work: Work, job: Job): Promise<void> {
  const { instanceId, callId, processId, variables, passed } = job.payload as {
    instanceId: string
    callId: string
    processId: string
    variables: Variables
    passed?: number
  }
  const parent = await work.instances.get(instanceId)
  if (!parent || parent.status !== 'running') return
  const called = await work.definitions.startedBy({ bpmnProcessId: processId })
  if (!called) {
    await answerCall(work, job, instanceId, { callId, status: 'failed', variables: {} })
    return
  }
  try {
    await startInstance(work, {
      processId: called.processId,
      actorId: null,
      starterId: parent.starterId,
      variables: { ...variables, calledFrom: parent.definition.processId },
      level: parent.level,
      parent: { instanceId, callId },
      passed,
      job,
    })
  } catch (error) {
    if (!(error instanceof InstanceThere)) throw error
  }
}

/** Tells the caller how the called process ended. */
export async function endCall(work: Work, job: Job): Promise<void> {
  const { instanceId, ...outcome } = job.payload as unknown as Outcome & { instanceId: string }
  await answerCall(work, job, instanceId, outcome)
}

interface Outcome {
  callId: string
  status: InstanceStatusName
  variables: Variables
  passed?: number
}

async function answerCall(work: Work, job: Job, instanceId: string, outcome: Outcome): Promise<void> {
  const { callId, status, variables, passed = 0 } = outcome
  await changeInstance(work, {
    instanceId,
    actorId: null,
    job,
    prepare: (_, world) => ({
      decide(draft) {
        draft.passed = passed
        const { commandAt: at } = draft
        const command: Command =
          status === 'completed'
            ? { type: 'callCompleted', at, callId, variables }
            : { type: 'callFailed', at, callId }
        if (draft.next.status === 'running') ifItStillWaits(() => runCommand(world, draft, command))
      },
    }),
  })
}

/** Ends a called process whose caller does not wait for it any more. */
export async function cancelCalled(work: Work, job: Job): Promise<void> {
  const { instanceId, callId } = job.payload as { instanceId: string; callId: string }
  const called = await work.database.asSystem((tx) =>
    tx.first<{ id: string }>(
      'select id from instances where parent_instance_id = $1 and parent_call_id = $2',
      [instanceId, callId],
    ),
  )
  if (!called) return
  await changeInstance(work, {
    instanceId: called.id,
    actorId: null,
    job,
    prepare: (_, world) => ({
      decide(draft) {
        if (draft.next.status !== 'running') return
        runCommand(world, draft, { type: 'cancel', at: draft.commandAt, reason: 'CALLER_ENDED' })
      },
    }),
  })
}

/** A call that was cancelled meanwhile has nobody to tell. */
function ifItStillWaits(tell: () => void): void {
  try {
    tell()
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
  }
}
