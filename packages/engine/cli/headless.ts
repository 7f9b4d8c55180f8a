import type { CreateTask, Effect, Event, Process, Step } from '../src/index.ts'

/** What the world outside holds open: made by effects, closed by commands. */
export interface OpenItem {
  kind: 'task' | 'timer' | 'job' | 'call' | 'incident'
  id: string
  elementId: string
  loopCounter?: number
  /** One of several places at the step: before whom it is. */
  who?: string
  due?: string
  job?: Extract<Effect, { type: 'runJob' }>
}

/** Takes a closed item off the list. */
export function close(open: OpenItem[], ids: unknown[]): OpenItem | undefined {
  const at = open.findIndex((item) => ids.includes(item.id))
  return at < 0 ? undefined : open.splice(at, 1)[0]
}

/** A step as short lines that a person can read, in order; what it opens and closes is kept in `open`. */
export function traceOf(process: Process, open: OpenItem[], step: Step): string[] {
  const events = step.events.flatMap((event) => eventLine(process, open, event))
  return [...events, ...step.effects.map((effect) => effectLine(open, effect))]
}

const isGateway = (process: Process, id: string) =>
  process.elements.get(id)?.type.endsWith('Gateway') ?? false

/** `A` for the activity as a whole, `A#2` for the second instance of a loop or multi-instance. */
const roundOf = ({
  elementId,
  loopCounter,
  who,
}: {
  elementId: string
  loopCounter?: number
  who?: string
}) => `${elementId}${loopCounter === undefined ? '' : `#${loopCounter}`}${who === undefined ? '' : `@${who}`}`

/** Entering is implied by the flow taken, and a gateway by the flows that leave it: a trace shows neither. */
function eventLine(process: Process, open: OpenItem[], event: Event): string[] {
  switch (event.type) {
    case 'flowTaken':
      return [`take ${event.elementId}`]
    case 'elementCompleted':
      return isGateway(process, event.elementId) ? [] : [`done ${roundOf(event)}`]
    case 'elementCancelled':
      return [`cancelled ${roundOf(event)}`]
    case 'incidentRaised':
      open.push({ kind: 'incident', id: event.incidentId, elementId: event.elementId })
      return [`incident ${event.elementId} ${event.code}`]
    case 'incidentResolved':
      return [`resolved ${event.elementId}`]
    case 'verbApplied':
      return [`${event.verb} ${event.elementId}${event.to ? ` to ${event.to.join(' ')}` : ''}`]
    case 'signerDecided':
      return [`signed ${event.elementId} ${event.signer} ${event.decision}`]
    case 'taskPassed':
      return [`passed ${event.elementId} ${event.decision} ${event.auto}`]
    case 'limitReached':
      return [`time up ${event.elementId} ${event.then}`]
    case 'roundEnded':
      return [`round ${event.elementId} ${event.outcome}`]
    case 'instanceCompleted':
      return ['completed']
    case 'instanceFailed':
      return [`failed ${event.errorCode}`]
    case 'instanceCancelled':
      return ['cancelled']
    case 'elementEntered':
      return []
  }
}

/** Who stands at one of several places: by name, else by position. */
function placeName({ place, assignee, candidateGroups, toAdministrator }: CreateTask): { who?: string } {
  if (!place) return {}
  const who = toAdministrator ? 'administrator' : (assignee ?? candidateGroups[0])
  return who === undefined ? {} : { who }
}

function placeOf(open: readonly OpenItem[], taskId: string): string {
  const item = open.find(({ id }) => id === taskId)
  return item ? roundOf(item) : taskId
}

function effectLine(open: OpenItem[], effect: Effect): string {
  const opened = (kind: OpenItem['kind'], id: string, more: Partial<OpenItem> & { elementId: string }) => {
    open.push({ kind, id, ...more })
    return `${kind} ${roundOf(more)}`
  }
  const closed = (kind: OpenItem['kind'], id: string) => `cancel ${kind} ${close(open, [id])?.elementId}`
  switch (effect.type) {
    case 'createTask': {
      const counter = effect.loopCounter === undefined ? {} : { loopCounter: effect.loopCounter }
      return opened('task', effect.taskId, { elementId: effect.elementId, ...counter, ...placeName(effect) })
    }
    case 'scheduleTimer':
      return opened('timer', effect.timerId, { elementId: effect.elementId, due: effect.due })
    case 'remindTask':
      return `remind ${placeOf(open, effect.taskId)} ${effect.number} of ${effect.of}`
    case 'escalateTask':
      return `escalate ${placeOf(open, effect.taskId)} to ${effect.to?.user ?? effect.to?.position ?? 'superior'}`
    case 'runJob':
      return opened('job', effect.jobId, { elementId: effect.elementId, job: effect })
    case 'callProcess':
      return `${opened('call', effect.callId, { elementId: effect.elementId })} ${effect.processId}`
    case 'cancelTask':
      return closed('task', effect.taskId)
    case 'cancelTimer':
      return closed('timer', effect.timerId)
    case 'cancelJob':
      return closed('job', effect.jobId)
    case 'cancelCall':
      return closed('call', effect.callId)
    case 'publishMessage':
      return `publish message ${effect.name}`
    case 'publishSignal':
      return `publish signal ${effect.name}`
  }
}
