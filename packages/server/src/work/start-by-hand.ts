import type { Json, Variables } from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import type { Definition } from '../processes/definitions.ts'
import { processToStart } from '../processes/start-route.ts'
import { AnsweredAlready } from './apply-step.ts'
import type { LiveInstance } from './live-instance.ts'
import { definitionToStart, startInstance, type StartRequest } from './start-instance.ts'
import { stepFields } from './step-fields.ts'
import { storedAnswer, type RequestKey } from './stored-answer.ts'
import type { Work } from './work.ts'

/**
 * Starts a process, or what an entry of the start list leads to, for somebody whose position starts it; gives the instance's id, the first one's for a repeated request.
 * `data` is what the process's start form asks for or, where it has none, what its first form begins with. Fails with
 * PROCESS_UNKNOWN, PROCESS_NOT_IN_EFFECT, PROCESS_NOT_YOURS, RECORD_INVALID or INSTANCE_BUSY.
 */
export async function startByHand(
  work: Work,
  actor: Actor,
  name: string,
  data: Record<string, unknown> | undefined,
  key: RequestKey | undefined,
): Promise<string> {
  const { processId, definition } = await definitionOfStart(work, actor, name, data)
  const answer = key && {
    answer: ({ id }: LiveInstance) => ({ ...key, status: 201, body: JSON.stringify({ id }) }),
  }
  try {
    const started = await startInstance(work, {
      processId,
      actorId: actor.id,
      starterId: actor.id,
      ...handedIn(work, definition.startForm, data),
      ...answer,
    })
    return started.id
  } catch (error) {
    if (!(error instanceof AnsweredAlready) || !key) throw error
    const first = await storedAnswer(work.database, actor.id, key)
    if (!first) throw error
    return (JSON.parse(first.body) as { id: string }).id
  }
}

/**
 * The version that somebody starts by hand. Fails with PROCESS_UNKNOWN, PROCESS_NOT_IN_EFFECT, PROCESS_NOT_YOURS or, for an
 * entry of the start list without its field, RECORD_INVALID.
 */
export async function definitionOfStart(
  work: Work,
  actor: Actor,
  name: string,
  data: Record<string, unknown> | undefined,
): Promise<Definition> {
  const processId = await processToStart(work.definitions, work.catalogue, name, data)
  const started = await definitionToStart(work, processId)
  const { starts, starterPositions } = started.definition
  const mayStart =
    starts.includes('manual') && starterPositions.some((position) => actor.positions.includes(position))
  if (!mayStart) throw new Failure('PROCESS_NOT_YOURS', { process: processId })
  return started
}

/** The start form's fields become variables of the process (catalogue/README.md, `startForm`). */
function handedIn(
  { catalogue }: Work,
  startForm: string | undefined,
  data: Record<string, unknown> | undefined,
): Pick<StartRequest, 'variables' | 'prefill'> {
  const kind = catalogue.kinds.get(startForm ?? '')
  if (!kind) return data ? { prefill: data } : {}
  // Plain JSON, as the engine takes it.
  const fields = JSON.parse(JSON.stringify(stepFields(kind, data ?? {}))) as { [name: string]: Json }
  return { variables: fields satisfies Variables }
}
