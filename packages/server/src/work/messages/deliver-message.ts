import { CommandError, type Json, type Variables } from '@canmou/engine'
import type { Job } from '../../jobs/job-queue.ts'
import { changeInstance } from '../change-instance.ts'
import { startByMessage } from '../hand-over.ts'
import { runCommand } from '../run-command.ts'
import type { Work } from '../work.ts'
import { expireMessage } from './expired-messages.ts'
import { instanceThatAwaits, parkMessage } from './waits.ts'

/** A message on its way: the job is the message, and goes in the transaction that delivers it. */
export interface MessageInTransit {
  name: string
  correlationKey: Json
  variables: Variables
  /** ISO; whoever begins to wait until then still gets it. */
  expiresAt: string
  /** The instance that threw it, or the person who sent it. */
  instanceId?: string
  senderId?: string
  passed?: number
}

/** How often somebody else may be served first before the message waits a little. */
const mostTries = 5

/**
 * Delivers a message once: to the instance that has waited for it longest, else to the process that it starts, else it is
 * put aside until something waits for it or its time is over.
 */
export async function deliverMessage(work: Work, job: Job): Promise<void> {
  const message = job.payload as unknown as MessageInTransit
  for (let tries = 1; tries <= mostTries; tries++) {
    const receiver = await instanceThatAwaits(work, message.name, message.correlationKey)
    if (receiver === undefined) {
      if (await isDoneWithoutReceiver(work, job, message)) return
    } else if (await isTaken(work, job, message, receiver)) return
  }
  throw new Error(`Others were served first ${mostTries} times`)
}

async function isTaken(
  work: Work,
  job: Job,
  message: MessageInTransit,
  instanceId: string,
): Promise<boolean> {
  const { name, correlationKey, variables, passed = 0 } = message
  try {
    await changeInstance(work, {
      instanceId,
      actorId: null,
      job,
      prepare: (_, world) => ({
        decide(draft) {
          draft.passed = passed
          draft.entries.push({ type: 'messageReceived', name })
          const at = draft.commandAt
          runCommand(world, draft, { type: 'messageReceived', at, name, correlationKey, variables })
          // The next one that was put aside, where the instance goes on waiting.
          draft.jobs.push({ kind: 'wakeMessage', key: `wake:${job.id}`, payload: { name, correlationKey } })
        },
      }),
    })
    return true
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    // This server's copy of the instance is old, or another message was faster.
    work.instances.forget(instanceId)
    return false
  }
}

/** Whether the message is spent, or put aside, though nothing waits for it. */
async function isDoneWithoutReceiver(work: Work, job: Job, message: MessageInTransit): Promise<boolean> {
  if (await startByMessage(work, job, message)) return true
  if (message.expiresAt <= work.now().toISOString()) {
    await expireMessage(work, job, message)
    return true
  }
  return parkMessage(work, job, message.expiresAt)
}
