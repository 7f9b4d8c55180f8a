import { advance, CommandError, type Command } from '@canmou/engine'
import type { Locale } from '@canmou/contract'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { rankOf } from '../organization/levels.ts'
import type { KeyedAnswer } from './apply-step.ts'
import { changeInstance } from './change-instance.ts'
import type { LiveInstance } from './live-instance.ts'
import { runCommand } from './run-command.ts'
import { orFirstAnswer, type RequestKey } from './stored-answer.ts'
import type { Work } from './work.ts'

/**
 * Asks something of a running instance (domain.md 009-8: 如有疑问), which goes on meanwhile: the message that the process names
 * for it begins the answering step. Fails with NOT_FOUND, INSTANCE_ENDED, NOT_A_PARTICIPANT or ASKING_NOT_POSSIBLE. A
 * client that repeats the request with its key has asked once.
 */
export async function ask(
  work: Work,
  actor: Actor,
  instanceId: string,
  { message, text }: { message: string; text: string },
  key: RequestKey | undefined,
): Promise<void> {
  await orFirstAnswer(work.database, actor.id, key, async () => {
    await changeInstance(work, {
      instanceId,
      actorId: actor.id,
      prepare: (live, world) => {
        refuse(live, actor, message)
        return {
          decide(draft) {
            draft.entries.push({ type: 'asked', text })
            runCommand(world, draft, question(message, draft.commandAt, text, actor.departmentId))
          },
          ...(key && { answer: (): KeyedAnswer => ({ ...key, status: 200, body: '' }) }),
        }
      },
    })
    return ''
  })
}

function refuse(live: LiveInstance, actor: Actor, message: string): void {
  if (live.level > rankOf(actor.clearance)) throw new Failure('NOT_FOUND')
  if (!live.participants.includes(actor.id)) throw new Failure('NOT_A_PARTICIPANT')
  if (live.status !== 'running') throw new Failure('INSTANCE_ENDED')
  const isOffered = live.definition.definition.asks?.some((one) => one.message === message)
  if (!isOffered || !isExpected(live, message)) throw new Failure('ASKING_NOT_POSSIBLE')
}

/** What a participant may ask now, with the button's words. */
export function offeredQuestions(
  live: LiveInstance,
  actor: Actor,
  locale: Locale,
): { message: string; label: string }[] {
  const isMine = live.status === 'running' && live.participants.includes(actor.id)
  const asks = isMine ? (live.definition.definition.asks ?? []) : []
  return asks
    .filter(({ message }) => isExpected(live, message))
    .map(({ message, name }) => ({ message, label: name[locale] }))
}

/** Whether the instance waits for the message now; the engine decides, and nothing of its answer is kept. */
function isExpected({ definition, state, startedAt }: LiveInstance, message: string): boolean {
  if (!state) return false
  try {
    advance(definition.process, state, question(message, startedAt, '', ''))
    return true
  } catch (error) {
    if (error instanceof CommandError) return false
    throw error
  }
}

const question = (name: string, at: string, text: string, departmentId: string): Command => ({
  type: 'messageReceived',
  at,
  name,
  variables: { question: text, askedBy: departmentId },
})
