import type { MessageSent, MessageToSend, SignalToSend } from '@canmou/contract'
import type { Static } from 'typebox'
import { newId } from '../../db/new-id.ts'
import { recordAct } from '../../audit/audit-log.ts'
import type { Transaction } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { answerOnce } from '../../http/answer-once.ts'
import type { RequestKey } from '../stored-answer.ts'
import type { Work } from '../work.ts'
import { usualTimeToLive } from './thrown.ts'

/**
 * Takes a message from outside. It is delivered after the answer, once: to what waits for it, or to what begins to wait
 * within its time to live. A request that is repeated with its key is one message. Fails with IDEMPOTENCY_KEY_REUSED.
 */
export async function sendMessage(
  work: Work,
  actor: Actor,
  { name, correlationKey, data = {}, timeToLive = usualTimeToLive }: Static<typeof MessageToSend>,
  key: RequestKey | undefined,
): Promise<Static<typeof MessageSent>> {
  const now = work.now()
  const expiresAt = new Date(now.getTime() + timeToLive * 1000).toISOString()
  const payload = { name, correlationKey, variables: data, expiresAt, senderId: actor.id }
  return send(work, actor, key, 'deliverMessage', payload)
}

/** Takes a signal from outside, for everything that waits for it and every process that it starts. Fails with IDEMPOTENCY_KEY_REUSED. */
export async function sendSignal(
  work: Work,
  actor: Actor,
  { name, data = {} }: Static<typeof SignalToSend>,
  key: RequestKey | undefined,
): Promise<Static<typeof MessageSent>> {
  return send(work, actor, key, 'broadcastSignal', { name, variables: data, senderId: actor.id })
}

async function send(
  work: Work,
  actor: Actor,
  key: RequestKey | undefined,
  kind: 'deliverMessage' | 'broadcastSignal',
  payload: { name: string; [more: string]: unknown },
): Promise<{ id: string }> {
  const id = await work.database.as(actor.id, (tx) =>
    answerOnce(tx, actor.id, key, async () => {
      const made = newId()
      await putInLine(tx, kind, made, payload, work.now())
      await recordAct(tx, {
        personId: actor.id,
        action: kind === 'deliverMessage' ? 'message.sent' : 'signal.sent',
        subjectType: 'message',
        subjectId: made,
        data: { name: payload.name },
      })
      return made
    }),
  )
  work.wakeJobs()
  return { id }
}

async function putInLine(
  tx: Transaction,
  kind: string,
  id: string,
  payload: object,
  at: Date,
): Promise<void> {
  await tx.execute('insert into jobs (kind, key, payload, run_at) values ($1, $2, $3, $4)', [
    kind,
    `message:${id}`,
    JSON.stringify(payload),
    at,
  ])
}
