import type { Locale, TimelineEntry } from '@canmou/contract'
import { elementName, type Definition } from '../processes/definitions.ts'
import type { Directory } from './directory.ts'
import type { Entry } from './entries.ts'
import { presentPerson } from './present.ts'
import { taskRules, verbLabel } from './task-rules.ts'

export interface StepRow {
  at: string
  personId: string | null
  entries: Entry[]
}

export interface TimelineContext {
  definition: Definition
  directory: Directory
  locale: Locale
  /** Position of each task of the instance. */
  positions: ReadonlyMap<string, string>
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
  { at, personId }: StepRow,
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
    case 'taskCreated':
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
        ...(entry.opinion !== undefined && { opinion: entry.opinion }),
        ...recordOf(entry),
      }
    case 'recordSubmitted':
    case 'recordInEffect':
      return { at, type: entry.type, elementId: entry.elementId, ...recordOf(entry) }
    case 'reminderSent':
      return { at, type: entry.type, ...stepOf({ ...entry, taskId: entry.taskIds[0] ?? '' }, context) }
    case 'incident':
      return {
        at,
        type: entry.type,
        ...stepOf({ ...entry, taskId: '' }, context),
        opinion: entry.message,
      }
    // What only the drawing shows.
    case 'incidentResolved':
    case 'messagePublished':
    case 'signalPublished':
    case 'path':
      return undefined
  }
}

type Told = Pick<TimelineEntry, 'elementId' | 'taskName' | 'positionName'>

function stepOf(
  { elementId, taskId }: { elementId: string; taskId: string },
  { definition, directory, locale, positions }: TimelineContext,
): Told {
  const position = positions.get(taskId)
  const positionName = position === undefined ? undefined : directory.positionName(position)?.[locale]
  return {
    elementId,
    taskName: elementName(definition, elementId, locale),
    ...(positionName !== undefined && { positionName }),
  }
}

function labelOf(
  { elementId, decision }: Extract<Entry, { type: 'taskCompleted' }>,
  { definition, locale }: TimelineContext,
): string {
  const element = definition.process.elements.get(elementId)
  return verbLabel(taskRules(element, element?.formId?.text), decision, locale)
}

function recordOf({
  recordId,
  recordVersion,
}: {
  recordId?: string | undefined
  recordVersion?: number | undefined
}): Pick<TimelineEntry, 'recordId' | 'recordVersion'> {
  return {
    ...(recordId !== undefined && { recordId }),
    ...(recordVersion !== undefined && { recordVersion }),
  }
}
