import { instanceVerbs, taskVerbs, type Locale, type VerbOffer } from '@canmou/contract'
import { refusals, verbEffects, verbFacts, verbsAt, openSteps, type VerbAnswer } from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { elementName } from '../processes/definitions.ts'
import { engineActor } from './engine-actor.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import type { Directory } from './directory.ts'
import { holdingOf, whereOf } from './standing-in.ts'
import { attachmentRule, rulesOfTask } from './task-rules.ts'
import type { Work } from './work.ts'

/**
 * What the asker can do with a task beside its own buttons, each with what it does or why it is not possible, from the table
 * by which the engine guards. Fails with NOT_FOUND.
 */
export async function taskOffers(work: Work, actor: Actor, taskId: string): Promise<VerbOffer[]> {
  const [row] = await work.database.query<{ instanceId: string; engineTaskId: string }>(
    actor.id,
    'select instance_id as "instanceId", engine_task_id as "engineTaskId" from tasks where id = $1',
    [taskId],
  )
  if (!row) throw new Failure('NOT_FOUND')
  return offers(work, actor, row.instanceId, row.engineTaskId, taskVerbs.slice(3))
}

/** What the asker can do with an instance as a whole. Fails with NOT_FOUND. */
export async function instanceOffers(work: Work, actor: Actor, instanceId: string): Promise<VerbOffer[]> {
  const [seen] = await work.database.query(actor.id, 'select from instances where id = $1', [instanceId])
  if (!seen) throw new Failure('NOT_FOUND')
  return offers(work, actor, instanceId, undefined, instanceVerbs)
}

async function offers(
  work: Work,
  actor: Actor,
  instanceId: string,
  engineTaskId: string | undefined,
  asked: readonly VerbOffer['verb'][],
): Promise<VerbOffer[]> {
  const live = await work.instances.get(instanceId)
  if (!live?.state) return []
  const directory = await work.directory.current()
  const holdingAt = (one: LiveTask | undefined) =>
    one && holdingOf(directory, whereOf(live), one.candidates, actor.id, work.now())
  const mine = live.tasks.find((one) => holdingAt(one))
  const task = live.tasks.find((one) => one.engineTaskId === engineTaskId)
  const by = engineActor(live, actor, holdingAt(engineTaskId === undefined ? mine : task))
  const at = engineTaskId ?? (mine ?? live.tasks[0])?.engineTaskId ?? ''
  const answers = verbsAt(live.definition.process, live.state, at, { by, at: work.now().toISOString() })
  return answers
    .filter(({ verb }) => (asked as readonly string[]).includes(verb))
    .map((answer) => ({
      ...offerOf(answer, live, task, directory, actor.locale),
      attachment: task ? attachmentRule(rulesOfTask(live, task), answer.verb, work.catalogue) : 'none',
    }))
}

function offerOf(
  { verb, allowed, effect, reason, needs, targets, signers }: VerbAnswer,
  live: LiveInstance,
  task: LiveTask | undefined,
  directory: Directory,
  locale: Locale,
): Omit<VerbOffer, 'attachment'> {
  const hint = reason ? refusals[reason] : effect ? verbEffects[effect] : undefined
  const places =
    signers &&
    openSteps(live.definition.process, live.state ?? { ...noState }).find(
      ({ elementId }) => elementId === task?.elementId,
    )
  return {
    verb: verb as VerbOffer['verb'],
    label: verbFacts[verb][locale],
    allowed,
    hint: hint?.[locale] ?? '',
    opinion: needs.opinion ? 'required' : 'optional',
    signature: needs.signature,
    ...(targets && {
      targets: targets.map((target) => ({
        ...target,
        name: elementName(live.definition, target.elementId, locale),
      })),
    }),
    ...(signers && {
      signers: signers.map((signer) => {
        const place = places?.signers.find(({ id }) => id === signer)
        return { signer, name: nameOf(place, directory, locale) }
      }),
    }),
  }
}

const noState = { id: '', status: 'completed', variables: {} } as const

function nameOf(
  place: { user?: string; position?: string } | undefined,
  directory: Directory,
  locale: Locale,
): string {
  if (place?.user !== undefined) return directory.person(place.user)?.name ?? place.user
  const { position = '' } = place ?? {}
  return directory.positionName(position)?.[locale] ?? position
}
