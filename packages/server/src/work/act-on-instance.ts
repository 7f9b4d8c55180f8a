import type { InstanceAction, InstanceVerb } from '@canmou/contract'
import { verbsAt, refusals, type Command } from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { rankOf } from '../organization/levels.ts'
import type { KeyedAnswer } from './apply-step.ts'
import { changeInstance } from './change-instance.ts'
import { engineActor } from './engine-actor.ts'
import type { LiveInstance } from './live-instance.ts'
import { asFailure } from './refused-verb.ts'
import { runCommand, type World } from './run-command.ts'
import { holdingOf, whereOf } from './standing-in.ts'
import type { StepDraft } from './step-draft.ts'
import { orFirstAnswer, type RequestKey } from './stored-answer.ts'
import { clearedPerson } from './verb-command.ts'
import type { Work } from './work.ts'

/**
 * Does something with an instance as a whole: 撤回, 终止, 催办, 抄送, 评论. Fails with NOT_FOUND, INSTANCE_ENDED, VERB_REFUSED,
 * OPINION_REQUIRED, NOBODY_CHOSEN, NO_SUCH_PERSON or PERSON_NOT_CLEARED. A client that repeats the request with its key has
 * done it once.
 */
export async function actOnInstance(
  work: Work,
  actor: Actor,
  instanceId: string,
  verb: InstanceVerb,
  request: InstanceAction,
  key: RequestKey | undefined,
): Promise<void> {
  await orFirstAnswer(work.database, actor.id, key, async () => {
    await changeInstance(work, {
      instanceId,
      actorId: actor.id,
      prepare: (live, world) => {
        const isSubstitute = live.tasks.some(({ candidates }) =>
          holdingOf(world.directory, whereOf(live), candidates, actor.id, work.now()),
        )
        if (live.level > rankOf(actor.clearance) || !(isSubstitute || isConcerned(live, actor)))
          throw new Failure('NOT_FOUND')
        if (live.status !== 'running' && verb !== 'comment' && verb !== 'copy')
          throw new Failure('INSTANCE_ENDED')
        return {
          decide: (draft) => perform(world, draft, actor, verb, request),
          ...(key && { answer: (): KeyedAnswer => ({ ...key, status: 200, body: '' }) }),
        }
      },
    })
    return ''
  })
}

function isConcerned(live: LiveInstance, { id, positions }: Actor): boolean {
  return live.participants.includes(id) || live.starterId === id || positions.includes('processAdmin')
}

function perform(
  world: World,
  draft: StepDraft,
  actor: Actor,
  verb: InstanceVerb,
  { opinion, people = [] }: InstanceAction,
): void {
  const { next, commandAt: at } = draft
  const said = opinion?.trim() || undefined
  const holdings = next.tasks.flatMap(
    ({ candidates }) => holdingOf(world.directory, whereOf(next), candidates, actor.id, draft.now) ?? [],
  )
  const by = engineActor(next, actor, holdings[0])
  switch (verb) {
    case 'withdraw':
      move(world, draft, { type: 'withdraw', at, by, ...(said && { reason: said }) })
      return
    case 'terminate':
      if (said === undefined) throw new Failure('OPINION_REQUIRED')
      move(world, draft, { type: 'terminate', at, by, reason: said })
      return
    case 'urge':
      refuse(next, verb, by)
      draft.entries.push({ type: 'verb', verb, elementId: '', to: holdersOf(world, next), reason: said })
      return
    case 'copy': {
      refuse(next, verb, by)
      const to = namedPeople(world, next, people)
      if (to.length === 0) throw new Failure('NOBODY_CHOSEN')
      sendCopies(world, draft, to)
      draft.entries.push({ type: 'verb', verb, elementId: '', to, reason: said })
      return
    }
    case 'comment': {
      if (said === undefined) throw new Failure('OPINION_REQUIRED')
      const mentioned = namedPeople(world, next, people)
      sendCopies(world, draft, mentioned)
      draft.entries.push({ type: 'verb', verb, elementId: '', to: mentioned, reason: said })
    }
  }
}

function move(world: World, draft: StepDraft, command: Command): void {
  asFailure(() => runCommand(world, draft, command))
}

/** Verbs that move nothing are asked of the same table. */
function refuse(live: LiveInstance, verb: InstanceVerb, by: ReturnType<typeof engineActor>): void {
  if (!live.state) return
  const [task] = live.tasks
  const answers = verbsAt(live.definition.process, live.state, task?.engineTaskId ?? '', { by })
  const answer = answers.find((one) => one.verb === verb)
  if (answer?.reason) throw new Failure('VERB_REFUSED', { reason: refusals[answer.reason] })
}

function holdersOf({ directory }: World, { tasks }: LiveInstance): string[] {
  const ids = new Set(tasks.flatMap(({ candidates }) => candidates))
  return [...ids].flatMap((id) => directory.person(id)?.username ?? [])
}

const namedPeople = ({ directory }: World, { level }: LiveInstance, people: readonly string[]): string[] => [
  ...new Set(people.map((person) => clearedPerson(directory, person, level))),
]

/** Whoever is copied in or mentioned may read the instance from then on. */
function sendCopies({ directory }: World, draft: StepDraft, usernames: readonly string[]): void {
  const ids = usernames.flatMap((username) => directory.person(username)?.id ?? [])
  draft.addParticipants(ids)
  draft.copies.push(...ids.filter((id) => !draft.copies.includes(id)))
}
