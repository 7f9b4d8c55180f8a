import type { Locale, TaskVerb } from '@canmou/contract'
import { openSteps, type Json, type Variables } from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { rankOf } from '../organization/levels.ts'
import { actByVerb } from './act-by-verb.ts'
import type { KeyedAnswer } from './apply-step.ts'
import { changeInstance, type Plan } from './change-instance.ts'
import { closedTaskFailure } from './closed-task.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import { presentAction } from './present-action.ts'
import { settleRaisedLevel } from './raised-level.ts'
import { runCommand, type World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'
import { putIntoEffect } from './step-records.ts'
import { holdingOf, whereOf, type Holding } from './standing-in.ts'
import { orFirstAnswer, type RequestKey } from './stored-answer.ts'
import { prepareForm, type TaskForm, type TaskRequest } from './task-form.ts'
import { opinionRule, rulesOfTask, verbLabel, type TaskRules } from './task-rules.ts'
import type { Work } from './work.ts'

/**
 * Does a task: 提交, or the decision that it asks for; or something else with it (`actByVerb`). Answers with the JSON text of
 * `TaskActionDone`; a client that repeats the request with its key gets the first answer. Fails with NOT_FOUND,
 * TASK_NOT_YOURS, TASK_DONE, TASK_TIMED_OUT, TASK_CANCELLED, VERB_NOT_OFFERED, NOT_TOGETHER, OPINION_REQUIRED,
 * RECORD_CHANGED, INSTANCE_BUSY, or as `prepareForm` does.
 */
export async function actOnTask(
  work: Work,
  actor: Actor,
  taskId: string,
  request: TaskRequest,
  key: RequestKey | undefined,
): Promise<string> {
  return orFirstAnswer(work.database, actor.id, key, () => act(work, actor, taskId, request, key))
}

async function act(
  work: Work,
  actor: Actor,
  taskId: string,
  request: TaskRequest,
  key: RequestKey | undefined,
): Promise<string> {
  const instanceId = work.instances.instanceOfTask(taskId) ?? (await instanceOf(work, taskId))
  if (instanceId === undefined) throw new Failure('NOT_FOUND')
  const { verb } = request
  if (verb !== 'submit' && verb !== 'approve' && verb !== 'reject') {
    return actByVerb(work, actor, { id: taskId, instanceId }, verb, request, key)
  }
  const { result } = await changeInstance<string>(work, {
    instanceId,
    actorId: actor.id,
    prepare: async (live, world): Promise<Plan<string>> => {
      const task = live.tasks.find(({ id }) => id === taskId)
      const holding = task && holdingOf(world.directory, whereOf(live), task.candidates, actor.id, work.now())
      refuseStranger(live, task, holding, actor)
      if (!task) throw await closedTaskFailure(work, actor, taskId)
      const rules = rulesOfTask(live, task)
      refuseVerb(rules, request, actor.locale)
      refuseUnseen(live, task, request)
      const form = await prepareForm(work, actor, live, task, rules, request)
      return {
        takes: form.takes,
        decide(draft, number) {
          complete(world, draft, task, rules, request, form, number, actor, holding ?? {})
          return JSON.stringify(presentAction(world, draft, task, actor))
        },
        ...(key && { answer: (_: StepDraft, body: string): KeyedAnswer => ({ ...key, status: 200, body }) }),
      }
    },
  })
  return result
}

async function instanceOf(work: Work, taskId: string): Promise<string | undefined> {
  const row = await work.database.asSystem((tx) =>
    tx.first<{ id: string }>('select instance_id as id from tasks where id = $1', [taskId]),
  )
  return row?.id
}

function refuseStranger(
  live: LiveInstance,
  task: LiveTask | undefined,
  holding: Holding | undefined,
  actor: Actor,
): void {
  if (live.level > rankOf(actor.clearance)) throw new Failure('NOT_FOUND')
  if (!task || holding) return
  const isKnown = live.participants.includes(actor.id) || live.starterId === actor.id
  throw new Failure(isKnown ? 'TASK_NOT_YOURS' : 'NOT_FOUND')
}

function refuseVerb(rules: TaskRules, { verb, opinion, isTogether }: TaskRequest, locale: Locale): void {
  if (isTogether && !rules.isTogether) throw new Failure('NOT_TOGETHER')
  if (!(rules.verbs as TaskVerb[]).includes(verb))
    throw new Failure('VERB_NOT_OFFERED', { verb: verbLabel(rules, verb, locale) })
  if (opinionRule(rules, verb) === 'required' && !opinion?.trim()) throw new Failure('OPINION_REQUIRED')
}

/** Who decides, decides on the version that he was shown. Fails with RECORD_CHANGED. */
function refuseUnseen({ records }: LiveInstance, task: LiveTask, { recordVersion }: TaskRequest): void {
  const version = records.find(({ id }) => id === task.recordId)?.version
  if (recordVersion === undefined || version === undefined || recordVersion === version) return
  throw new Failure('RECORD_CHANGED', { version })
}

function complete(
  world: World,
  draft: StepDraft,
  task: LiveTask,
  rules: TaskRules,
  { verb, opinion, isTogether }: TaskRequest,
  form: TaskForm,
  number: string | undefined,
  { id: actorId, username }: Actor,
  { onBehalfOf }: Holding,
): void {
  const said = opinion?.trim() || undefined
  const record = form.write?.(draft, number)
  draft.closeTask(task.engineTaskId)
  const decided = draft.next.records.find(({ id }) => id === task.recordId)
  // What was before him is the newest version, also where it came after the task.
  const recordVersion = record?.version ?? (task.recordVersion === undefined ? undefined : decided?.version)
  draft.done = { id: task.id, decision: verb, opinion: said, recordVersion, onBehalfOf: onBehalfOf?.id }
  // Whoever acted in another's place goes on seeing what he did.
  if (onBehalfOf) draft.addParticipants([actorId])
  draft.entries.push({
    type: 'taskCompleted',
    taskId: task.id,
    elementId: task.elementId,
    decision: verb,
    opinion: said,
    advises: advisedBy(draft.before, task),
    recordId: task.recordId,
    recordVersion,
    corrected: form.corrected,
    isTogether,
    onBehalfOf: onBehalfOf?.username,
  })
  if (rules.takesEffect && verb === 'approve' && decided) putIntoEffect(draft, decided, task.elementId)
  runCommand(world, draft, {
    type: 'completeTask',
    at: draft.commandAt,
    taskId: task.engineTaskId,
    by: { user: username, ...(onBehalfOf && { onBehalfOf: onBehalfOf.username }) },
    variables: {
      ...asVariables(form.variables),
      ...(record && { recordId: record.id, recordNumber: record.number ?? null }),
      ...(isDecision(verb) && { decision: verb }),
      ...(said !== undefined && { opinion: said }),
    },
  })
  settleRaisedLevel(world, draft)
}

/** Who asked for the task by 委派, and decides himself. */
function advisedBy({ definition, state }: LiveInstance, { engineTaskId }: LiveTask): string | undefined {
  const places = state ? openSteps(definition.process, state).flatMap(({ signers }) => signers) : []
  const place = places.find(({ taskId }) => taskId === engineTaskId)
  return place?.how === 'delegate' ? place.addedBy : undefined
}

const isDecision = (verb: TaskVerb): boolean => verb !== 'submit'

/** Form data as the engine takes it: plain JSON. */
const asVariables = (data: Record<string, unknown>): Variables =>
  JSON.parse(JSON.stringify(data)) as { [name: string]: Json }
