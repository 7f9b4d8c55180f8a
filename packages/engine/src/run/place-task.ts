import type { CreateTask, Place, Variables } from '../door.ts'
import type { Expression } from '../feel/expression.ts'
import type { Element } from '../model.ts'
import type { Node, Returned, Round, Signer } from '../state.ts'
import { dayOrInstant } from '../time/timer.ts'
import { keepClocks, limitOf } from './clocks.ts'
import { Incident } from './incident.ts'
import { publicId } from './run.ts'
import type { Run } from './run.ts'
import { evaluateJson, evaluateText, visible } from './variables.ts'

/** Puts a step before those whom the drawing names. */
export function placeTask(run: Run, element: Element, node: Node): void {
  const task = taskOf(run, element, node)
  const limit = limitOf(run, element, node)
  if (limit) task.limit = limit
  run.effect(task)
  keepClocks(run, element, node, [task])
}

/** The task of one signer of a step. */
export function signerTask(run: Run, element: Element, node: Node, round: Round, signer: Signer): CreateTask {
  const task = taskOf(run, element, node)
  task.taskId = signerTaskId(node, signer)
  task.place = placeOf(round, signer)
  const limit = limitOf(run, element, node, signer)
  if (limit) task.limit = limit
  const { user, position, administrator } = signer
  const isNamed = user !== undefined || position !== undefined || administrator
  if (isNamed) {
    delete task.assignee
    task.candidateUsers = []
    task.candidateGroups = position === undefined ? [] : [position]
    if (user !== undefined) task.assignee = user
    if (administrator) task.toAdministrator = true
  }
  if (administrator) delete task.asksHolders
  return task
}

/** The id of a signer's task: each time he is asked it is another one, so that an old page cannot act on it. */
export function signerTaskId(node: Node, signer: Signer): string {
  return signer.task === undefined || signer.task === 0 ? publicId(node) : `${publicId(node)}.${signer.task}`
}

function placeOf(round: Round, signer: Signer): Place {
  const counted = round.signers.filter((one) => one.group === signer.group && one.state !== 'left')
  const { how, addedBy, weight, instead } = signer
  const host = round.groups.find((group) => group.id === signer.group)?.host ?? instead
  return {
    signer: signer.id,
    round: round.round,
    order: counted.indexOf(signer) + 1,
    of: counted.length,
    ...(weight === undefined ? {} : { weight }),
    ...(addedBy === undefined ? {} : { addedBy }),
    ...(how === undefined ? {} : { how }),
    ...(host === undefined ? {} : { for: host }),
  }
}

/** The task of a step with one place, or what the tasks of its signers begin from. */
export function taskOf(run: Run, element: Element, node: Node): CreateTask {
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
  const assignee = element.type === 'startEvent' ? starterOf(run) : text(assignment.assignee)
  const form = text(formId)
  const dueDate = dueOf(run, assignment.dueDate, node.key)
  const followUpDate = dueOf(run, assignment.followUpDate, node.key)
  if (assignee !== undefined) task.assignee = assignee
  if (form !== undefined) task.formId = form
  if (dueDate !== undefined) task.dueDate = dueDate
  if (followUpDate !== undefined) task.followUpDate = followUpDate
  if (node.loopCounter !== undefined) task.loopCounter = node.loopCounter
  if (element.asksHolders) task.asksHolders = true
  if (element.type === 'startEvent') task.toStarter = true
  const returned = returnedOf(run, node)
  if (returned) task.returned = returned
  return task
}

/** How the step came to be open once more; an instance is what its multi-instance or loop is. */
export function returnedOf(run: Run, node: Node): Returned | undefined {
  if (node.returned || node.loopCounter === undefined) return node.returned
  return run.get(node.in).returned
}

/** The variable `starter` holds who began the instance (catalogue/README.md, "Start"). */
export function starterOf(run: Run): string | undefined {
  const { starter } = run.variables
  return typeof starter === 'string' ? starter : undefined
}

function dueOf(run: Run, expression: Expression | undefined, key: number): string | undefined {
  const written = expression && evaluateText(run, expression, key)
  if (expression === undefined || written === undefined) return undefined
  const due = dayOrInstant(written, run.at)
  if (due === undefined) throw new Incident('DATE_INVALID', `${expression.text} gives no date: ${written}`)
  return due
}

/** A fixed list is written with commas; FEEL gives a list of texts, or one text. */
export function names(
  run: Run,
  expression: Expression | undefined,
  key: number,
  locals?: Variables,
): string[] {
  if (!expression) return []
  const value = evaluateJson(run, expression, key, locals)
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
