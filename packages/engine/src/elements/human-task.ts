import type { CreateTask } from '../door.ts'
import type { Expression } from '../feel/expression.ts'
import type { Element } from '../model.ts'
import { activity } from '../run/activity.ts'
import { Incident } from '../run/incident.ts'
import { publicId } from '../run/run.ts'
import type { Run } from '../run/run.ts'
import { evaluateJson, evaluateText, visible } from '../run/variables.ts'
import type { Node } from '../state.ts'
import { anchor } from '../time/timer.ts'

/** User and manual tasks: work that a person does and that is completed by the command `completeTask`. */
export const humanTask = activity({
  kind: 'task',
  begin(run, element, node) {
    run.effect(createTask(run, element, node))
  },
})

function createTask(run: Run, element: Element, node: Node): CreateTask {
  const { assignment = {}, formId } = element
  const text = (expression: Expression | undefined) => expression && evaluateText(run, expression, node.key)
  const task: CreateTask = {
    type: 'createTask',
    taskId: publicId(node),
    elementId: element.id,
    name: element.name,
    kind: element.type === 'manualTask' ? 'manual' : 'user',
    candidateGroups: names(run, assignment.candidateGroups, node.key),
    candidateUsers: names(run, assignment.candidateUsers, node.key),
    variables: visible(run, node.key),
  }
  const assignee = text(assignment.assignee)
  const form = text(formId)
  const dueDate = instant(run, assignment.dueDate, node.key)
  const followUpDate = instant(run, assignment.followUpDate, node.key)
  if (assignee !== undefined) task.assignee = assignee
  if (form !== undefined) task.formId = form
  if (dueDate !== undefined) task.dueDate = dueDate
  if (followUpDate !== undefined) task.followUpDate = followUpDate
  if (node.loopCounter !== undefined) task.loopCounter = node.loopCounter
  return task
}

function instant(run: Run, expression: Expression | undefined, key: number): string | undefined {
  const written = expression && evaluateText(run, expression, key)
  if (expression === undefined || written === undefined) return undefined
  const anchored = anchor(written, run.at)
  if (anchored === undefined)
    throw new Incident('DATE_INVALID', `${expression.text} gives no date: ${written}`)
  return anchored
}

/** A fixed list is written with commas; FEEL gives a list of texts, or one text. */
function names(run: Run, expression: Expression | undefined, key: number): string[] {
  if (!expression) return []
  const value = evaluateJson(run, expression, key)
  if (value === null) return []
  if (typeof value === 'string') return expression.isLiteral ? splitNames(value) : [value]
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw new Incident('CANDIDATES_INVALID', `${expression.text} gives no list of names`)
}

function splitNames(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
