import type { Variables, Who } from '../door.ts'
import type { Expression } from '../feel/expression.ts'
import type { Element, OnLimit } from '../model.ts'
import { Incident } from '../run/incident.ts'
import { evaluateJson, evaluateText } from '../run/variables.ts'
import { whoOf } from '../run/who.ts'
import { dayOrInstant } from '../time/timer.ts'
import { readWorkingLength } from '../time/working-length.ts'
import { isLater, localsAt } from './preview-people.ts'
import type { Place, Walk } from './preview.ts'

/** What an expression gives; `later` while the data do not say it yet. */
type Foreseen<Value> = Value | 'later'

/** The time limit that a step to come will have: counted from when it is reached, so a length and not a moment. */
export interface ExpectedLimit {
  /** Working time, such as `P2D`. */
  length: Foreseen<string>
  reminders?: number
  remindBefore?: Foreseen<string>
  remindEvery?: Foreseen<string>
  then: OnLimit
  /** Escalation: who gets it, where the drawing names them; else their superior. */
  to?: Foreseen<Who>
}

export interface ExpectedTime {
  limit?: ExpectedLimit
  /** `zeebe:taskSchedule`, where the data say it already; ISO time. */
  dueDate?: string
}

/** How long the step will have, and what then happens, as far as it can be worked out. */
export const timeAt = (walk: Walk, place: Place): ExpectedTime =>
  timeOf({ walk, key: place.key, locals: localsAt(walk, place) }, place.element)

/** The same of a step that is open; the node sees what it sees. */
export const timeAtNode = (walk: Walk, element: Element, key: number): ExpectedTime =>
  timeOf({ walk, key, locals: [{}] }, element)

function timeOf(asked: Asked, element: Element): ExpectedTime {
  const { canmou, assignment } = element
  if (canmou.limit) {
    const length = known(asked, canmou.limit, lengthOf)
    // Null: the drawing gives none this time.
    return length === null ? {} : { limit: limitOf(asked, element, length) }
  }
  const dueDate =
    assignment?.dueDate && known(asked, assignment.dueDate, (at, text) => dayOrInstant(text, at))
  return dueDate === undefined || dueDate === null || dueDate === 'later' ? {} : { dueDate }
}

interface Asked {
  walk: Walk
  key: number
  locals: Variables[] | 'later'
}

function limitOf(asked: Asked, { canmou }: Element, length: string): ExpectedLimit {
  const { reminders, remindBefore, remindEvery, onLimit = 'nothing', escalateTo } = canmou
  const before = remindBefore && known(asked, remindBefore, lengthOf)
  const every = remindEvery && known(asked, remindEvery, lengthOf)
  const to = escalateTo && namedBy(asked, escalateTo)
  return {
    length,
    ...(reminders === undefined ? {} : { reminders }),
    ...(typeof before === 'string' ? { remindBefore: before } : {}),
    ...(typeof every === 'string' ? { remindEvery: every } : {}),
    then: onLimit,
    ...(to ? { to } : {}),
  }
}

const lengthOf = (_: string, text: string): string | undefined => (readWorkingLength(text) ? text : undefined)

/** What the expression gives, the same for each instance; null where it gives nothing. */
function known(
  { walk, key, locals }: Asked,
  expression: Expression,
  read: (at: string, text: string) => string | undefined,
): Foreseen<string> | null {
  if (locals === 'later' || isLater(walk, [expression])) return 'later'
  const { run } = walk
  return attempt(() => {
    const found = locals.map((one) => {
      const text = evaluateText(run, expression, key, one)
      return text === undefined ? null : (read(run.at, text) ?? 'later')
    })
    const [first = null] = found
    return found.every((one) => one === first) ? first : 'later'
  })
}

function namedBy({ walk, key, locals }: Asked, expression: Expression): Foreseen<Who> | null {
  if (locals === 'later' || isLater(walk, [expression])) return 'later'
  return attempt(() => {
    const named = evaluateJson(walk.run, expression, key, locals[0])
    return named === null ? null : whoOf(named, expression.text)
  })
}

/** An expression that fails now is asked again when the step is reached. */
function attempt<Value>(ask: () => Value): Foreseen<Value> {
  try {
    return ask()
  } catch (cause) {
    if (cause instanceof Incident) return 'later'
    throw cause
  }
}
