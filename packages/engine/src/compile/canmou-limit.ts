import type { Expression } from '../feel/expression.ts'
import type { CanmouAttributes, Element } from '../model.ts'
import { readWorkingLength } from '../time/working-length.ts'
import { decisionOf } from '../verbs/guard.ts'
import type { Drawing } from './drawing.ts'
import { text } from './moddle-read.ts'
import type { ModdleElement } from './moddle-read.ts'

const lengths = ['limit', 'remindBefore', 'remindEvery'] as const

/** The time limit of a step. What is fixed must be a length of working time; FEEL is asked when the step is entered. */
export function readLimit(
  drawing: Drawing,
  source: ModdleElement,
  task: ModdleElement,
  found: CanmouAttributes,
): void {
  for (const name of lengths) {
    const value = drawing.optionalValue(source, task, name)
    if (!value) continue
    found[name] = value
    if (!text(task, name)?.startsWith('=') && !readWorkingLength(value.text))
      drawing.refuse('ATTRIBUTE_INVALID', source, `canmou ${name}="${value.text}"`)
  }
  const escalateTo = drawing.optionalValue(source, task, 'escalateTo')
  if (escalateTo) found.escalateTo = escalateTo
  const reminders = text(task, 'reminders')
  if (reminders === undefined) return
  if (/^[1-9]\d?$/.test(reminders)) found.reminders = Number(reminders)
  else drawing.refuse('ATTRIBUTE_INVALID', source, `canmou reminders="${reminders}"`)
}

const dependent = ['reminders', 'remindBefore', 'remindEvery', 'onLimit', 'escalateTo'] as const

/** What each attribute of the time limit needs beside it, and where it can do nothing. */
export function checkLimit(element: Element, refuse: (message: string) => void): void {
  const { canmou, assignment, type } = element
  const { limit, reminders, remindBefore, remindEvery, onLimit = 'nothing', escalateTo } = canmou
  const decides = onLimit === 'pass' || onLimit === 'refuse'
  const alone = limit ? undefined : dependent.find((name) => canmou[name] !== undefined)
  if (alone) refuse(`${alone} needs a limit`)
  if (limit && type !== 'userTask' && type !== 'manualTask') refuse('only a human step has a time limit')
  if (limit && assignment?.dueDate) refuse('a limit and a dueDate both say until when')
  if (escalateTo && onLimit !== 'escalate') refuse('escalateTo needs onLimit="escalate"')
  if (decides && (element.formId || decisionOf(element) === 'none'))
    refuse(`onLimit="${onLimit}" needs a step that is a decision only`)
  if (onLimit === 'refuse' && decisionOf(element) === 'read') refuse('what is only read cannot be refused')
  if (remindBefore && !reminders) refuse('remindBefore needs reminders')
  if (remindEvery && (reminders ?? 0) < 2) refuse('remindEvery needs more than one of reminders')
  if (reminders !== undefined && reminders > 1 && !remindEvery) refuse('several reminders need remindEvery')
  if (decides && reminders && !remindBefore)
    refuse('nobody is left to remind after the limit: reminders need remindBefore')
  if (limit && remindBefore && isLonger(remindBefore, limit)) refuse('remindBefore is longer than the limit')
}

/** As far as it is fixed and of one unit: how many hours a day has is the calendar's matter. */
function isLonger(one: Expression, other: Expression): boolean {
  const [before, limit] = [one, other].map((length) =>
    length.isLiteral ? readWorkingLength(length.text) : undefined,
  )
  if (!before || !limit) return false
  if (before.millis === 0 && limit.millis === 0) return before.days >= limit.days
  return before.days === 0 && limit.days === 0 && before.millis >= limit.millis
}
