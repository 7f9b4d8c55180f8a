import type { Command, CreateTask } from '@canmou/engine'
import { elementName } from '../processes/definitions.ts'
import { candidatesFor } from './candidates.ts'
import { firstData } from './make-document.ts'
import type { World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'
import { recordsOfTask } from './task-record.ts'
import { dueOf } from './time-limits.ts'
import { isAboutVersion, taskRules, type TaskRules } from './task-rules.ts'

/** What the fields of a step that makes no record begin with. */
function stepFields(
  { catalogue, directory }: World,
  draft: StepDraft,
  effect: CreateTask,
  { formKind }: TaskRules,
  [first]: string[],
): Record<string, unknown> | undefined {
  const kind = catalogue.kinds.get(formKind ?? '')
  if (kind?.type !== 'form') return undefined
  const actor = first === undefined ? '' : (directory.person(first)?.username ?? '')
  return firstData(kind, draft, effect.variables, actor)
}

/** Puts a task before those who may do it, together with the record that they are to write or to decide on. */
export function putTask(world: World, draft: StepDraft, effect: CreateTask): Command | undefined {
  const { next } = draft
  const rules = taskRules(next.definition.process.elements.get(effect.elementId), effect.formId)
  const { people, positionId, isFallback } = candidatesFor(effect, next.level, world.directory, draft.now)
  const { records, isSeveral } = recordsOfTask(world, draft, effect, rules, people)
  const [record] = records
  const task = draft.addTask(
    {
      engineTaskId: effect.taskId,
      elementId: effect.elementId,
      name: effect.name || elementName(next.definition, effect.elementId, 'zh-CN'),
      positionId,
      recordId: record?.id,
      recordVersion: record && isAboutVersion(rules, world.catalogue) ? record.version : undefined,
      documents: isSeveral ? records.map(({ id }) => id) : undefined,
      dueAt: dueOf(world.calendar, effect),
      dueDate: effect.dueDate,
      onLimit: effect.limit && { then: effect.limit.then, to: effect.limit.to },
      candidates: people,
    },
    stepFields(world, draft, effect, rules, people),
  )
  draft.entries.push({ type: 'taskCreated', taskId: task.id, elementId: effect.elementId })
  if (effect.asksHolders) return holdersKnown(world, draft, effect, isFallback ? [] : people)
  if (!isFallback || effect.toAdministrator) return undefined
  draft.entries.push({
    type: 'incident',
    elementId: effect.elementId,
    code: people.length > 0 ? 'NOBODY_HOLDS_POSITION' : 'NOBODY_MAY_ACT',
    message: effect.candidateGroups.join(', ') || (effect.assignee ?? ''),
  })
  return undefined
}

/** The drawing has rules that depend on who holds the task: the engine is told, and decides. */
export function holdersKnown(
  { directory }: World,
  draft: StepDraft,
  { taskId }: Pick<CreateTask, 'taskId'>,
  people: string[],
): Command {
  const starter = directory.person(draft.next.starterId)
  const superior = starter && directory.superiorOf(starter)
  return {
    type: 'holdersKnown',
    at: draft.commandAt,
    taskId,
    holders: people.flatMap((id) => directory.person(id)?.username ?? []),
    ...(starter && { starter: starter.username }),
    ...(superior !== undefined && { superior: { position: superior } }),
  }
}
