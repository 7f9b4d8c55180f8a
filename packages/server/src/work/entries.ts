import type { InstanceVerb, TaskVerb } from '@canmou/contract'
import type { Auto, Event } from '@canmou/engine'

/** What a step's row says about it: for people and, as `path`, for the drawing. */
export type Entry =
  | { type: 'instanceStarted' }
  | { type: 'taskCreated'; taskId: string; elementId: string }
  | {
      type: 'taskCompleted'
      taskId: string
      elementId: string
      decision: TaskVerb
      opinion?: string | undefined
      recordId?: string | undefined
      recordVersion?: number | undefined
      /** All of the records, at a step that may be about several. */
      documents?: RecordAt[] | undefined
      /** It was asked for by 委派: the user name of the one who decides. */
      advises?: string | undefined
      /** Fields that the decider corrected for the process (domain.md §8 A3); of several records by the id of each. */
      corrected?: Record<string, unknown> | undefined
      /** It was decided together with others (批量同意). */
      isTogether?: true | undefined
      /** User name of the holder in whose place it was done (代理). */
      onBehalfOf?: string | undefined
      /** Nobody decided in time, and so the drawing did. */
      auto?: 'timeLimit' | undefined
    }
  | { type: 'asked'; text: string }
  /** Something other than what the step is for: to people, positions or steps. */
  | {
      type: 'verb'
      verb: TaskVerb | InstanceVerb | 'handOver'
      elementId: string
      to?: string[] | undefined
      /** How the flow goes on after a return. */
      then?: 'again' | 'direct' | undefined
      /** Whose tasks were handed over. */
      from?: string | undefined
      reason?: string | undefined
      /** User name of whoever acted, where the step is the system's: 离职转办 reaches what the administrator may not read. */
      by?: string | undefined
      onBehalfOf?: string | undefined
    }
  /** A rule of the drawing decided: nobody holds the position, he began it, he has approved already. */
  | {
      type: 'autoDecided'
      elementId: string
      decision: string
      auto: Exclude<Auto, 'timeLimit'>
      positionId?: string | undefined
      recordId?: string | undefined
      recordVersion?: number | undefined
      documents?: RecordAt[] | undefined
    }
  | { type: 'taskCancelled'; taskId: string; elementId: string }
  /** Of a step that may make several. */
  | { type: 'documentAdded' | 'documentRemoved'; taskId: string; elementId: string; recordId: string }
  | { type: 'recordSubmitted'; recordId: string; recordVersion: number; elementId: string }
  | { type: 'recordInEffect'; recordId: string; recordVersion: number; elementId: string }
  | { type: 'reminderSent'; elementId: string; taskIds: string[]; people: string[] }
  /** Somebody has lost the right to do the task (user names): it is before the others, or before who is there instead. */
  | {
      type: 'reseated'
      elementId: string
      taskId: string
      from: string
      to: string[]
    }
  /** The working calendar has changed, and with it until when the task is to be done. */
  | { type: 'dueMoved'; elementId: string; taskId: string; dueAt: string }
  /** The time limit of a task is over, and the drawing leaves it at that. */
  | { type: 'limitPassed'; elementId: string; taskId: string }
  /** The time limit is over: `to` (user names) have the task beside `from`, who had it. */
  | { type: 'escalated'; elementId: string; taskId: string; to: string[]; from: string[] }
  | { type: 'incident'; elementId: string; code: string; message: string; incidentId?: string | undefined }
  | { type: 'incidentResolved'; elementId: string; incidentId: string }
  | { type: 'messagePublished'; elementId: string; name: string; handedTo?: string | undefined }
  | { type: 'signalPublished'; elementId: string; name: string }
  /** Something from outside reached what waited for it. */
  | { type: 'messageReceived' | 'signalReceived'; name: string }
  | { type: 'instanceCompleted' }
  | { type: 'instanceFailed'; code: string }
  | { type: 'instanceCancelled'; reason?: string | undefined }
  | Path

/** A record in one of its versions. */
export interface RecordAt {
  recordId: string
  recordVersion: number
}

/** Whether what was said is about the record. */
export const concerns = (
  { recordId, documents }: { recordId?: string | undefined; documents?: RecordAt[] | undefined },
  id: string,
): boolean => recordId === id || (documents ?? []).some((one) => one.recordId === id)

type VerbEntry = Extract<Entry, { type: 'verb' }>

/** Ids of elements and flows, in order. */
export interface Path {
  type: 'path'
  entered: string[]
  completed: string[]
  cancelled: string[]
  flows: string[]
}

/** What the engine reports, in the words of the timeline; movements are collected in `path`. */
export function entriesOf(event: Event, path: Path): Entry[] {
  switch (event.type) {
    case 'elementEntered':
      // An instance of a loop reports itself with its number, the loop as such without.
      if (event.loopCounter === undefined) path.entered.push(event.elementId)
      return []
    case 'elementCompleted':
      if (event.loopCounter === undefined) path.completed.push(event.elementId)
      return []
    case 'elementCancelled':
      if (event.loopCounter === undefined) path.cancelled.push(event.elementId)
      return []
    case 'flowTaken':
      path.flows.push(event.elementId)
      return []
    case 'incidentRaised': {
      const { elementId, code, message, incidentId } = event
      return [{ type: 'incident', elementId, code, message, incidentId }]
    }
    case 'incidentResolved':
      return [{ type: 'incidentResolved', elementId: event.elementId, incidentId: event.incidentId }]
    case 'verbApplied': {
      const { verb, elementId, to, then, from, reason, by, onBehalfOf } = event
      const said = { to, then, from, reason, by, onBehalfOf }
      return [{ type: 'verb', verb: verb as VerbEntry['verb'], elementId, ...said }]
    }
    // What a person decides, his task's own entry says; what a rule does, `decided-by-rule.ts`.
    case 'signerDecided':
    case 'taskPassed':
    case 'limitReached':
    case 'roundEnded':
      return []
    case 'instanceCompleted':
      return [{ type: 'instanceCompleted' }]
    case 'instanceFailed':
      return [{ type: 'instanceFailed', code: event.errorCode }]
    case 'instanceCancelled':
      return [{ type: 'instanceCancelled', reason: event.reason }]
  }
}
