import type { TaskVerb } from '@canmou/contract'
import { verbsAt, type Actor as EngineActor, type Needs } from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { rankOf } from '../organization/levels.ts'
import type { KeyedAnswer } from './apply-step.ts'
import { changeInstance } from './change-instance.ts'
import { closedTaskFailure } from './closed-task.ts'
import { decidedVersion, enclosuresOf, type Enclosures } from './enclosures.ts'
import { engineActor } from './engine-actor.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import { presentAction } from './present-action.ts'
import { asFailure } from './refused-verb.ts'
import { runCommand, type World } from './run-command.ts'
import { holdingOf, whereOf, type Holding } from './standing-in.ts'
import type { StepDraft } from './step-draft.ts'
import type { RequestKey } from './stored-answer.ts'
import type { TaskRequest } from './task-form.ts'
import { rulesOfTask } from './task-rules.ts'
import { verbCommand } from './verb-command.ts'
import type { Work } from './work.ts'

type MovingVerb = Exclude<TaskVerb, 'submit' | 'approve' | 'reject'>

/** Verbs by which somebody is done with his own task. */
const finishing: ReadonlySet<MovingVerb> = new Set<MovingVerb>([
  'returnToPrevious',
  'returnToStarter',
  'returnToStep',
  'transfer',
  'delegate',
  'addSignerBefore',
  'addSignerAfter',
])

/**
 * Does something with a task other than what the step is for: 退回, 转办, 委派, 加签, 减签, 收回, 跳转. The engine's table of verbs
 * decides. Answers with the JSON text of `TaskActionDone`. Fails with NOT_FOUND, TASK_DONE, TASK_TIMED_OUT, TASK_CANCELLED, INSTANCE_ENDED, VERB_REFUSED,
 * OPINION_REQUIRED, ATTACHMENT_REQUIRED, ATTACHMENT_GONE, SIGNATURE_REQUIRED, RECORD_CHANGED, SIGNATURE_INVALID,
 * SIGNATURE_BLANK, NOBODY_CHOSEN, NO_SUCH_PERSON, PERSON_NOT_CLEARED, STEP_NOT_CHOSEN or INSTANCE_BUSY.
 */
export async function actByVerb(
  work: Work,
  actor: Actor,
  task: { id: string; instanceId: string },
  verb: MovingVerb,
  request: TaskRequest,
  key: RequestKey | undefined,
): Promise<string> {
  const { result } = await changeInstance<string>(work, {
    instanceId: task.instanceId,
    actorId: actor.id,
    prepare: async (live, world) => {
      if (live.level > rankOf(actor.clearance)) throw new Failure('NOT_FOUND')
      const open = live.tasks.find(({ id }) => id === task.id)
      const found = open ?? (await doneTask(work, actor, task.id))
      if (!open && verb !== 'takeBack') throw await closedTaskFailure(work, actor, task.id)
      const holders = open?.candidates ?? []
      const holding = holdingOf(world.directory, whereOf(live), holders, actor.id, work.now())
      const by = engineActor(live, actor, holding)
      const needs = neededNow(live, found, verb, by)
      if (needs?.opinion && !request.opinion?.trim()) throw new Failure('OPINION_REQUIRED')
      const enclosed =
        needs && (await enclosuresOf(work, actor, live, found, rulesOfTask(live, found), request))
      return {
        decide(draft) {
          move(world, draft, found, verb, request, { holding, by, enclosed }, actor)
          return JSON.stringify(presentAction(world, draft, asTask(found), actor))
        },
        ...(key && { answer: (_: StepDraft, body: string): KeyedAnswer => ({ ...key, status: 200, body }) }),
      }
    },
  })
  return result
}

type DoneTask = Omit<LiveTask, 'candidates'>
const asTask = (task: LiveTask | DoneTask): LiveTask => ({ candidates: [], ...task })

/** As whom somebody acts, and what he encloses. */
interface Mover {
  holding: Holding | undefined
  by: EngineActor
  enclosed: Enclosures | undefined
}

function move(
  world: World,
  draft: StepDraft,
  task: LiveTask | DoneTask,
  verb: MovingVerb,
  request: TaskRequest,
  { holding, by, enclosed }: Mover,
  actor: Actor,
): void {
  const { next } = draft
  const isDone = finishing.has(verb) && holding !== undefined
  if (isDone) {
    draft.done = {
      id: task.id,
      decision: verb,
      opinion: request.opinion?.trim() || undefined,
      recordVersion: decidedVersion(next, task),
      onBehalfOf: holding.onBehalfOf?.id,
      ...enclosed,
    }
    if (holding.onBehalfOf) draft.addParticipants([actor.id])
  }
  // It is an approval, so that the engine counts the task as done by it.
  if (verb === 'addSignerAfter') draft.closeTask(task.engineTaskId)
  const command = verbCommand(verb, request, {
    at: draft.commandAt,
    taskId: task.engineTaskId,
    by,
    directory: world.directory,
    level: next.level,
  })
  asFailure(() => runCommand(world, draft, command))
  if (verb === 'takeBack') draft.takenBack = task.id
  // Where the engine left it open, nothing was finished.
  if (draft.next.tasks.some(({ id }) => id === task.id)) draft.done = undefined
}

/** What has to come with the verb; undefined where it is not possible, for then it is refused as such. */
function neededNow(
  { definition, state }: LiveInstance,
  { engineTaskId }: DoneTask,
  verb: MovingVerb,
  by: EngineActor,
): Needs | undefined {
  const answers = state ? verbsAt(definition.process, state, engineTaskId, { by }) : []
  const answer = answers.find((one) => one.verb === verb)
  return answer?.allowed ? answer.needs : undefined
}

/** A task that is not open any more, as its doer may take it back. Fails with NOT_FOUND. */
async function doneTask({ database }: Work, actor: Actor, taskId: string): Promise<DoneTask> {
  const [row] = await database.query<DoneTask & { positionId: string | null }>(
    actor.id,
    `select id, engine_task_id as "engineTaskId", element_id as "elementId", name, position_id as "positionId",
            created_at as "createdAt"
     from tasks
     where id = $1`,
    [taskId],
  )
  if (!row) throw new Failure('NOT_FOUND')
  const { positionId, ...task } = row
  return { ...task, ...(positionId !== null && { positionId }) }
}
