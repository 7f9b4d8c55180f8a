import type { FailureCode } from '@canmou/contract'
import { Failure } from '../http/failure.ts'
import { LostRace, type ClaimedJob, type KeyedAnswer, type TakenNumber } from './apply-step.ts'
import type { Directory } from './directory.ts'
import { fillIn } from './fill-in.ts'
import type { LiveInstance } from './live-instance.ts'
import type { World } from './run-command.ts'
import { settleEnd } from './settle-end.ts'
import { substitutesOf, whereOf } from './standing-in.ts'
import { StepDraft } from './step-draft.ts'
import { armTimers } from './timers.ts'
import type { Work } from './work.ts'

/** How often somebody else may be faster before the person is asked to try again. */
const mostTries = 12

/** What a change is made of, once everything that it depends on has been read. */
export interface Plan<Result> {
  /** The sequence of the numbers that it takes, such as MRP, and how many. */
  takes?: { code: string; count: number } | undefined
  /** Changes the draft; fails with the `Failure` that the person is told. */
  decide: (draft: StepDraft, numbers: readonly string[]) => Result
  /** What a client that repeats the request is answered. */
  answer?: ((draft: StepDraft, result: Result) => KeyedAnswer) | undefined
}

export interface ChangeRequest<Result> {
  instanceId: string
  /** Null: the system. */
  actorId: string | null
  /** The job that asks for it; done and gone with the change. */
  job?: ClaimedJob | undefined
  /** Reads what the decision depends on; asked again where somebody else was faster. */
  prepare: (live: LiveInstance, world: World) => Plan<Result> | Promise<Plan<Result>>
}

/**
 * Changes a running instance: one decision, one transaction, one round trip. Where somebody else was faster everything is
 * read and decided anew. Fails with NOT_FOUND, INSTANCE_BUSY or what `decide` fails with.
 */
export async function changeInstance<Result>(
  work: Work,
  request: ChangeRequest<Result>,
): Promise<{ result: Result; after: LiveInstance }> {
  const { instanceId } = request
  return work.instances.inLine(instanceId, async () => {
    for (let tries = 1; ; tries++) {
      try {
        return await tryOnce(work, request)
      } catch (error) {
        const isStale = error instanceof LostRace || mayBeStale(error, tries)
        if (!isStale) throw error
        work.instances.forget(instanceId)
        await work.directory.reload()
        if (tries === mostTries) throw new Failure('INSTANCE_BUSY', {}, undefined, error)
      }
    }
  })
}

const refusalsOfTheCopy: FailureCode[] = [
  'NOT_FOUND',
  'TASK_NOT_YOURS',
  'TASK_DONE',
  'TASK_TIMED_OUT',
  'TASK_CANCELLED',
  'INSTANCE_ENDED',
]

/** A refusal by this server's copy is believed only once the instance was read anew: another server may have moved it. */
const mayBeStale = (error: unknown, tries: number): boolean =>
  tries === 1 && error instanceof Failure && refusalsOfTheCopy.includes(error.code)

async function tryOnce<Result>(
  work: Work,
  { instanceId, actorId, job, prepare }: ChangeRequest<Result>,
): Promise<{ result: Result; after: LiveInstance }> {
  const live = await work.instances.get(instanceId)
  if (!live) throw new Failure('NOT_FOUND')
  const directory = await work.directory.current()
  const world: World = {
    catalogue: work.catalogue,
    directory,
    calendar: await work.calendar.at(directory.version),
  }
  const plan = await prepare(live, world)
  const now = work.now()
  const save = async (numbers: TakenNumber[]): Promise<{ result: Result; after: LiveInstance }> => {
    const draft = new StepDraft(live, now, actorId)
    draft.numbers.push(...numbers)
    const result = plan.decide(
      draft,
      numbers.map(({ text }) => text),
    )
    await saveStep(work, draft, directory, plan.answer?.(draft, result), job)
    return { result, after: draft.next }
  }
  const { takes } = plan
  return takes === undefined ? save([]) : work.numbers.nextFew(takes.code, now, takes.count, save)
}

/** Writes a decided step, keeps the instance at hand and tells everybody concerned. */
export async function saveStep(
  work: Work,
  draft: StepDraft,
  directory: Directory,
  answer: KeyedAnswer | undefined,
  job: ClaimedJob | undefined,
): Promise<void> {
  fillIn(work.catalogue, draft)
  settleEnd(draft)
  armTimers(draft)
  const change = draft.change(directory.version)
  await work.steps.write({ actorId: draft.actorId, change, answer, job })
  work.instances.keep(draft.next)
  const { next, now } = draft
  const open = next.tasks.flatMap(({ candidates }) => candidates)
  const told = [next.starterId, ...substitutesOf(directory, whereOf(next), open, now)]
  work.announce([...next.participants, ...told.filter((id) => !next.participants.includes(id))])
  if (change.jobs.some(({ runAt }) => runAt === undefined || runAt <= draft.at)) work.wakeJobs()
}
