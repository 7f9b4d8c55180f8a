/**
 * The shapes that cross the engine's public door. Everything here is plain JSON: a state, a step or a
 * command can be stored and sent as it is. Times are ISO 8601 strings with an offset or `Z`.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Variables = { [name: string]: Json }

/** What a caller may ask of a running instance. `at` is the command's time: the engine has no clock. */
export type Command = { at: string } & (
  | { type: 'completeTask'; taskId: string; variables?: Variables }
  | { type: 'completeJob'; jobId: string; variables?: Variables }
  | { type: 'failJob'; jobId: string; errorCode?: string; message: string; retries: number }
  | { type: 'timerFired'; timerId: string }
  | { type: 'messageReceived'; name: string; correlationKey?: Json; variables?: Variables }
  | { type: 'signalReceived'; name: string; variables?: Variables }
  | { type: 'callCompleted'; callId: string; variables?: Variables }
  | { type: 'callFailed'; callId: string; errorCode?: string }
  | { type: 'retryIncident'; incidentId: string; variables?: Variables }
  | { type: 'cancel'; reason?: string }
)

/** What the caller must now do in the world outside. */
export type Effect =
  | CreateTask
  | { type: 'cancelTask'; taskId: string }
  | { type: 'scheduleTimer'; timerId: string; elementId: string; due: string }
  | { type: 'cancelTimer'; timerId: string }
  | {
      type: 'runJob'
      jobId: string
      elementId: string
      jobType: string
      retries: number
      headers: { [key: string]: string }
      script?: string
      scriptFormat?: string
      variables: Variables
    }
  | { type: 'cancelJob'; jobId: string }
  | { type: 'callProcess'; callId: string; elementId: string; processId: string; variables: Variables }
  | { type: 'cancelCall'; callId: string }
  | { type: 'publishMessage'; name: string; correlationKey?: Json; variables: Variables; elementId: string }
  | { type: 'publishSignal'; name: string; variables: Variables; elementId: string }

/** A human task (user or manual task) to put before somebody. */
export interface CreateTask {
  type: 'createTask'
  taskId: string
  elementId: string
  name: string
  kind: 'user' | 'manual'
  /** `zeebe:assignmentDefinition`, evaluated. Groups are position ids. */
  assignee?: string
  candidateGroups: string[]
  candidateUsers: string[]
  /** `zeebe:formDefinition formId`: a record kind's code, or none for a task that is a decision only. */
  formId?: string
  /** `zeebe:taskSchedule`, evaluated; ISO time. */
  dueDate?: string
  followUpDate?: string
  /** The values visible at the task: local ones over the scopes above. */
  variables: Variables
  /** Position inside a multi-instance or loop body, from 1. */
  loopCounter?: number
}

/** What has happened, in order; the instance's history. */
export type Event =
  // a multi-instance or loop reports itself once, and each instance with its `loopCounter`
  | { type: 'elementEntered'; elementId: string; loopCounter?: number }
  | { type: 'elementCompleted'; elementId: string; loopCounter?: number }
  | { type: 'elementCancelled'; elementId: string; loopCounter?: number }
  | { type: 'flowTaken'; elementId: string }
  // the token stays where it is; `retryIncident` with this id tries the same step again
  | { type: 'incidentRaised'; elementId: string; code: string; message: string; incidentId: string }
  | { type: 'incidentResolved'; elementId: string; incidentId: string }
  | { type: 'instanceCompleted'; variables: Variables }
  | { type: 'instanceFailed'; errorCode: string }
  | { type: 'instanceCancelled'; reason?: string }

export type Status = 'running' | 'completed' | 'failed' | 'cancelled'

/** One step's outcome. `state` is a new value; the one that went in is never changed. */
export interface Step {
  state: State
  events: Event[]
  effects: Effect[]
}

/** The instance as plain JSON. Only `status` and `variables` are for callers; the rest is the engine's. */
export interface State {
  id: string
  status: Status
  variables: Variables
  [internal: string]: unknown
}
