import type { ExpectedAfter, ExpectedStep } from '@canmou/contract'
import { preview } from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { completeTask, numbersOf } from './complete-task.ts'
import { presentSteps, viewOf } from './expected-steps.ts'
import type { World } from './run-command.ts'
import { StepDraft } from './step-draft.ts'
import { instanceOfTask, refuseStranger } from './task-holder.ts'
import { prepareForm, type TaskRequest } from './task-form.ts'
import { rulesOfTask, verbLabel } from './task-rules.ts'
import type { Work } from './work.ts'

/**
 * What follows when a task is done with what is on its form now: it is decided as it would be then, in a draft that is
 * thrown away. What it puts before somebody has the order 0. Neither a number nor a signature is asked for: they change
 * nothing about who is next. Fails with NOT_FOUND, TASK_NOT_YOURS, TASK_DONE, TASK_TIMED_OUT, TASK_CANCELLED,
 * VERB_NOT_OFFERED or as `prepareForm` does.
 */
export async function foreseeTask(
  work: Work,
  actor: Actor,
  taskId: string,
  request: TaskRequest,
): Promise<ExpectedAfter> {
  const live = await work.instances.get(await instanceOfTask(work, taskId))
  if (!live) throw new Failure('NOT_FOUND')
  // Nobody waits for this answer in a step, and it must not be yesterday's.
  const directory = await work.directory.reload()
  const calendar = await work.calendar.at(directory.version)
  const world: World = { catalogue: work.catalogue, directory, calendar }
  const { task, holding } = await refuseStranger(work, world, live, taskId, actor)
  const rules = rulesOfTask(live, task)
  const { verb } = request
  if (!rules.verbs.some((offered) => offered === verb))
    throw new Failure('VERB_NOT_OFFERED', { verb: verbLabel(rules, verb, actor.locale) })
  const form = await prepareForm(work, actor, live, task, rules, request)
  const draft = new StepDraft(live, work.now(), actor.id)
  const { count = 0 } = numbersOf(form) ?? {}
  const brought = {
    form,
    numbers: Array<string>(count).fill('…'),
    enclosed: { attachmentIds: [], signature: undefined },
  }
  completeTask(world, draft, task, rules, request, brought, actor, holding)
  return { steps: await stepsAfter(work, draft, actor), isLast: draft.next.status !== 'running' }
}

async function stepsAfter(work: Work, { before, next, at, commandAt }: StepDraft, actor: Actor) {
  const { definition, state, status, level, starterId } = next
  if (!state || status !== 'running') return []
  const { steps } = preview(definition.process, state, { at: commandAt })
  const view = await viewOf(work, definition, { level, starterId }, new Date(at), actor.locale)
  const known = new Set(before.tasks.map(({ id }) => id))
  const opened = new Set(next.tasks.flatMap(({ id, elementId }) => (known.has(id) ? [] : [elementId])))
  return presentSteps(view, steps).map((step): ExpectedStep =>
    opened.has(step.elementId) && step.certainty === 'open' ? { ...step, certainty: 'certain' } : step,
  )
}
