import type { Labels, Locale, TimelineEntry } from '@canmou/contract'
import { verbFacts } from '@canmou/engine'
import { elementName, type Definition } from '../processes/definitions.ts'
import { presentByRule } from './by-rule.ts'
import type { Directory } from './directory.ts'
import type { Entry, RecordAt } from './entries.ts'
import type { Given } from './given.ts'
import { presentPerson } from './present.ts'
import { rulesAt, verbLabel } from './task-rules.ts'

export interface StepRow {
  at: string
  personId: string | null
  /** The task that it closed by a verb. */
  taskId: string | null
  entries: Entry[]
}

interface DocumentOf {
  recordId?: string | undefined
  recordVersion?: number | undefined
  /** All of them, where it may be about several. */
  documents?: RecordAt[] | undefined
}

export interface TimelineContext {
  definition: Definition
  directory: Directory
  locale: Locale
  /** Position of each task of the instance. */
  positions: ReadonlyMap<string, string>
  /** What each task was about. */
  documents: ReadonlyMap<string, DocumentOf>
  /** What came with the decision on each task. */
  given: ReadonlyMap<string, Given>
  /** Who may do each task that is open. */
  open: ReadonlyMap<string, readonly string[]>
}

/** The instance's log as people read it, oldest first. */
export function timelineOf(steps: readonly StepRow[], context: TimelineContext): TimelineEntry[] {
  return steps.flatMap((step) =>
    step.entries.flatMap((entry) => {
      const told = entryOf(entry, step, context)
      return told ? [told] : []
    }),
  )
}

function entryOf(
  entry: Entry,
  { at, personId, taskId }: StepRow,
  context: TimelineContext,
): TimelineEntry | undefined {
  const person = personId === null ? {} : { person: presentPerson(context.directory, personId) }
  switch (entry.type) {
    case 'instanceStarted':
    case 'instanceCompleted':
    case 'instanceFailed':
      return { at, type: entry.type, ...person }
    case 'instanceCancelled':
      return { at, type: entry.type, ...person, ...(entry.reason && { opinion: entry.reason }) }
    case 'asked':
      return { at, type: entry.type, ...person, opinion: entry.text }
    case 'taskCreated': {
      const waitsFor = context.open.get(entry.taskId)?.map((id) => nameOf(id, context))
      return {
        at,
        type: entry.type,
        taskId: entry.taskId,
        ...stepOf(entry, context),
        ...(waitsFor && { waitsFor }),
      }
    }
    case 'taskCancelled':
      return { at, type: entry.type, taskId: entry.taskId, ...stepOf(entry, context) }
    case 'taskCompleted':
      return {
        at,
        type: entry.type,
        taskId: entry.taskId,
        ...stepOf(entry, context),
        ...person,
        decision: entry.decision,
        decisionLabel: labelOf(entry, context),
        ...(entry.auto && { byRule: presentByRule(entry.auto, context.locale) }),
        ...(entry.opinion !== undefined && { opinion: entry.opinion }),
        ...(entry.isTogether && { isTogether: true }),
        ...(entry.advises !== undefined && { advises: nameOf(entry.advises, context) }),
        ...(entry.onBehalfOf !== undefined && {
          onBehalfOf: presentPerson(context.directory, entry.onBehalfOf),
        }),
        ...context.given.get(entry.taskId),
        ...recordOf(entry),
      }
    case 'recordSubmitted':
    case 'recordInEffect':
      return { at, type: entry.type, elementId: entry.elementId, ...recordOf(entry) }
    case 'verb':
      return { ...verbOf(entry, at, person, context), ...closedBy(entry, taskId, context) }
    case 'autoDecided':
      return autoDecided(entry, at, context)
    case 'reminderSent':
      return { at, type: entry.type, ...stepOf({ ...entry, taskId: entry.taskIds[0] ?? '' }, context) }
    case 'reseated':
      return {
        at,
        type: entry.type,
        ...stepOf(entry, context),
        from: nameOf(entry.from, context),
        to: entry.to.map((one) => nameOf(one, context)),
        opinion: clearanceLost[context.locale],
      }
    case 'dueMoved':
      return { at, type: entry.type, ...stepOf(entry, context), dueAt: entry.dueAt }
    case 'limitPassed':
      return { at, type: entry.type, ...stepOf(entry, context) }
    case 'escalated':
      return {
        at,
        type: entry.type,
        ...stepOf(entry, context),
        to: entry.to.map((one) => nameOf(one, context)),
      }
    case 'incident':
      return {
        at,
        type: entry.type,
        ...stepOf({ ...entry, taskId: '' }, context),
        opinion: whyOf(entry, context),
      }
    // What only the drawing shows, or is the author's own while he writes.
    case 'incidentResolved':
    case 'documentAdded':
    case 'documentRemoved':
    case 'messagePublished':
    case 'signalPublished':
    case 'messageReceived':
    case 'signalReceived':
    case 'path':
      return undefined
  }
}

/** What a rule decided before anybody was asked: in whose place is the position's name. */
function autoDecided(
  entry: Extract<Entry, { type: 'autoDecided' }>,
  at: string,
  context: TimelineContext,
): TimelineEntry {
  const decision = entry.decision === 'reject' ? 'reject' : 'approve'
  const positionName = positionNameOf(entry.positionId, context)
  return {
    at,
    type: entry.type,
    ...stepOf({ ...entry, taskId: '' }, context),
    ...(positionName !== undefined && { positionName }),
    decision,
    decisionLabel: labelOf({ ...entry, decision }, context),
    byRule: presentByRule(entry.auto, context.locale),
    ...recordOf(entry),
    ...(entry.documents && { documents: entry.documents }),
  }
}

/** What was done other than what the step is for; where the step is the system's, the entry names who acted. */
function verbOf(
  entry: Extract<Entry, { type: 'verb' }>,
  at: string,
  acted: Pick<TimelineEntry, 'person'>,
  context: TimelineContext,
): TimelineEntry {
  const { verb, to, then, from, reason, by, onBehalfOf } = entry
  return {
    at,
    type: entry.type,
    ...(entry.elementId !== '' && stepOf({ ...entry, taskId: '' }, context)),
    ...(acted.person === undefined && by !== undefined
      ? { person: presentPerson(context.directory, by) }
      : acted),
    verb,
    verbLabel: verbFacts[verb][context.locale],
    ...(to && to.length > 0 && { to: to.map((one) => nameOf(one, context)) }),
    ...(then && { then }),
    ...(from !== undefined && { from: nameOf(from, context) }),
    ...(reason !== undefined && { opinion: reason }),
    ...(onBehalfOf !== undefined && { onBehalfOf: presentPerson(context.directory, onBehalfOf) }),
  }
}

/** What came with a verb that closed a task; an approval of one's own stands among the signatures of the document. */
function closedBy(
  { verb }: Extract<Entry, { type: 'verb' }>,
  taskId: string | null,
  { given, documents }: TimelineContext,
): Partial<TimelineEntry> {
  if (taskId === null) return {}
  const document = verb === 'addSignerAfter' && { taskId, ...recordOf(documents.get(taskId) ?? {}) }
  return { ...given.get(taskId), ...document }
}

type Told = Pick<TimelineEntry, 'elementId' | 'taskName' | 'positionName'>

function stepOf(
  { elementId, taskId }: { elementId: string; taskId: string },
  context: TimelineContext,
): Told {
  const { definition, locale, positions } = context
  const positionName = positionNameOf(positions.get(taskId), context)
  return {
    elementId,
    taskName: elementName(definition, elementId, locale),
    ...(positionName !== undefined && { positionName }),
  }
}

const positionNameOf = (
  id: string | undefined,
  { directory, locale }: TimelineContext,
): string | undefined => (id === undefined ? undefined : directory.positionName(id)?.[locale])

function labelOf(
  { elementId, decision }: Pick<Extract<Entry, { type: 'taskCompleted' }>, 'elementId' | 'decision'>,
  { definition, locale }: TimelineContext,
): string {
  return verbLabel(rulesAt(definition, elementId), decision, locale)
}

/** Why a step is stuck: the positions that nobody holds by their names; what the engine says stays for who mends it. */
function whyOf({ code, message }: Extract<Entry, { type: 'incident' }>, context: TimelineContext): string {
  const reason = incidentReasons[code]?.[context.locale] ?? message
  if (code !== 'NOBODY_HOLDS_POSITION' && code !== 'NOBODY_MAY_ACT') return reason
  const [separator, colon] = context.locale === 'en' ? [', ', ': '] : ['、', '：']
  const names = message.split(', ').map((id) => nameOf(id, context))
  return `${reason}${colon}${names.join(separator)}`
}

/** A person, a position or a step. */
function nameOf(id: string, { directory, definition, locale }: TimelineContext): string {
  return (
    directory.person(id)?.name ?? directory.positionName(id)?.[locale] ?? elementName(definition, id, locale)
  )
}

/** Why somebody may not do a task any more. */
const clearanceLost: Labels = {
  'zh-CN': '涉密等级已低于流程的密级',
  'zh-TW': '涉密等級已低於流程的密級',
  en: 'No longer cleared for the level of this run',
}

/** What is said of an incident; others are told in the engine's words. */
const incidentReasons: Partial<Record<string, Labels>> = {
  NOBODY_HOLDS_POSITION: {
    'zh-CN': '岗位无人任职，已转流程管理员',
    'zh-TW': '崗位無人任職，已轉流程管理員',
    en: 'Nobody holds the position; given to the process administrator',
  },
  NOBODY_MAY_ACT: {
    'zh-CN': '没有涉密等级足够的人可以办理',
    'zh-TW': '沒有涉密等級足夠的人可以辦理',
    en: 'Nobody who is cleared for it can do this',
  },
  NOBODY_LEFT: {
    'zh-CN': '原办理人已无权办理，也没有别人可以接手，已另行安排',
    'zh-TW': '原辦理人已無權辦理，也沒有別人可以接手，已另行安排',
    en: 'Whoever had this may not do it any more, and nobody else could take it over; it went to somebody else',
  },
  GOES_ROUND: {
    'zh-CN': '流程之间自动相互触发，没完没了，到此停止；请流程管理员检查流程图',
    'zh-TW': '流程之間自動相互觸發，沒完沒了，到此停止；請流程管理員檢查流程圖',
    en: 'Processes set one another off without end, and were stopped here; the process administrator has to look at the drawing',
  },
  NOBODY_CLEARED: {
    'zh-CN': '密级提高后，原办理人的涉密等级都不够，已另行安排',
    'zh-TW': '密級提高後，原辦理人的涉密等級都不夠，已另行安排',
    en: 'The level was raised above the clearance of everybody who had this; it went to somebody else',
  },
}

function recordOf({
  recordId,
  recordVersion,
  documents,
}: DocumentOf): Pick<TimelineEntry, 'recordId' | 'recordVersion' | 'documents'> {
  return {
    ...(recordId !== undefined && { recordId }),
    ...(recordVersion !== undefined && { recordVersion }),
    ...(documents && { documents }),
  }
}
