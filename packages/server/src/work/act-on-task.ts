import type { Locale, TaskVerb } from '@canmou/contract'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { actByVerb } from './act-by-verb.ts'
import type { KeyedAnswer } from './apply-step.ts'
import { changeInstance, type Plan } from './change-instance.ts'
import { completeTask, numbersOf } from './complete-task.ts'
import { enclosuresOf } from './enclosures.ts'
import { presentAction } from './present-action.ts'
import type { StepDraft } from './step-draft.ts'
import { orFirstAnswer, type RequestKey } from './stored-answer.ts'
import { prepareForm, type TaskRequest } from './task-form.ts'
import { instanceOfTask, refuseStranger } from './task-holder.ts'
import { refuseUnseen } from './seen-versions.ts'
import { opinionRule, rulesOfTask, verbLabel, writesDocument, type TaskRules } from './task-rules.ts'
import type { Work } from './work.ts'

/**
 * Does a task: 提交, or the decision that it asks for; or something else with it (`actByVerb`). Answers with the JSON text of
 * `TaskActionDone`; a client that repeats the request with its key gets the first answer. Fails with NOT_FOUND,
 * TASK_NOT_YOURS, TASK_DONE, TASK_TIMED_OUT, TASK_CANCELLED, VERB_NOT_OFFERED, NOT_TOGETHER, OPINION_REQUIRED,
 * RECORD_CHANGED, INSTANCE_BUSY, or as `enclosuresOf` or `prepareForm` do.
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
  const instanceId = await instanceOfTask(work, taskId)
  const { verb } = request
  if (verb !== 'submit' && verb !== 'approve' && verb !== 'reject') {
    return actByVerb(work, actor, { id: taskId, instanceId }, verb, request, key)
  }
  const { result } = await changeInstance<string>(work, {
    instanceId,
    actorId: actor.id,
    prepare: async (live, world): Promise<Plan<string>> => {
      const { task, holding } = await refuseStranger(work, world, live, taskId, actor)
      const rules = rulesOfTask(live, task)
      refuseVerb(rules, request, actor.locale)
      if (!writesDocument(rules, work.catalogue)) refuseUnseen(live, task, request, false)
      const enclosed = await enclosuresOf(work, actor, live, task, rules, request)
      const form = await prepareForm(work, actor, live, task, rules, request)
      return {
        takes: numbersOf(form),
        decide(draft, numbers) {
          completeTask(world, draft, task, rules, request, { form, numbers, enclosed }, actor, holding)
          return JSON.stringify(presentAction(world, draft, task, actor))
        },
        ...(key && { answer: (_: StepDraft, body: string): KeyedAnswer => ({ ...key, status: 200, body }) }),
      }
    },
  })
  return result
}

function refuseVerb(rules: TaskRules, { verb, opinion, isTogether }: TaskRequest, locale: Locale): void {
  if (isTogether && !rules.isTogether) throw new Failure('NOT_TOGETHER')
  if (!(rules.verbs as TaskVerb[]).includes(verb))
    throw new Failure('VERB_NOT_OFFERED', { verb: verbLabel(rules, verb, locale) })
  if (opinionRule(rules, verb) === 'required' && !opinion?.trim()) throw new Failure('OPINION_REQUIRED')
}
