import type { OnLimit } from './model.ts'
import type { Verb } from './verbs/verbs.ts'

/**
 * The shapes that cross the engine's public door. Everything here is plain JSON: a state, a step or a
 * command can be stored and sent as it is. Times are ISO 8601 strings with an offset or `Z`.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Variables = { [name: string]: Json }

/** What a caller may ask of a running instance. `at` is the command's time: the engine has no clock. */
export type Command = { at: string } & (
  | { type: 'completeTask'; taskId: string; variables?: Variables; by?: Actor }
  | { type: 'completeJob'; jobId: string; variables?: Variables }
  | { type: 'failJob'; jobId: string; errorCode?: string; message: string; retries: number }
  /** `due`: when it was to ring by the caller's calendar; the next round of one that repeats is counted from there. */
  | { type: 'timerFired'; timerId: string; due?: string }
  | { type: 'messageReceived'; name: string; correlationKey?: Json; variables?: Variables }
  | { type: 'signalReceived'; name: string; variables?: Variables }
  | { type: 'callCompleted'; callId: string; variables?: Variables }
  | { type: 'callFailed'; callId: string; errorCode?: string }
  | { type: 'retryIncident'; incidentId: string; variables?: Variables }
  | { type: 'cancel'; reason?: string }
  | VerbCommand
)

/**
 * Who gives a command. The engine knows no people: `user` and `onBehalfOf` (the one who is substituted) are ids of the
 * caller's, the same that drawings and variables use. Without `roles` the caller vouches that the person may do it.
 */
export interface Actor {
  user: string
  onBehalfOf?: string
  roles?: readonly Role[]
}

/** `holder`: the task is before him · `starter`: he began the instance · `administrator`: he looks after processes. */
export type Role = 'holder' | 'starter' | 'administrator'

/** Before whom something is put: a person, or whoever holds a position. */
export interface Who {
  user?: string
  position?: string
  weight?: number
}

/** How the flow goes on after a return: everything is walked again, or straight back to the one who returned. */
export type AfterReturn = 'again' | 'direct'

/** The verbs that move something; `verbs/matrix.ts` says where each is possible. All throw `VERB_REFUSED` otherwise. */
export type VerbCommand =
  | {
      type: 'returnTo'
      taskId: string
      /** The starter, the step before, or a step that was passed on the way here. */
      to: 'starter' | 'previous' | { elementId: string }
      then?: AfterReturn
      by?: Actor
      reason?: string
    }
  | { type: 'withdraw'; by?: Actor; reason?: string }
  /** `taskId` is the task that was completed. */
  | { type: 'takeBack'; taskId: string; by?: Actor }
  | { type: 'transfer'; taskId: string; to: Who; by?: Actor; reason?: string }
  | { type: 'delegate'; taskId: string; to: Who; by?: Actor; reason?: string }
  | {
      type: 'addSigner'
      taskId: string
      signers: Who[]
      place: 'before' | 'after' | 'parallel'
      /** How those added decide among themselves; the default is `all`. In parallel they join the step's own mode. */
      mode?: 'any' | 'all' | 'inOrder'
      /** `after` is an approval by the one who adds: what he fills in. */
      variables?: Variables
      by?: Actor
      reason?: string
    }
  /** `signer` is the number in `CreateTask.place` or in `verbsAt`. */
  | { type: 'removeSigner'; taskId: string; signer: number; by?: Actor; reason?: string }
  | { type: 'terminate'; reason: string; by?: Actor }
  /** `from` is a task, job, call or incident; its token goes to the element `to`. */
  | { type: 'jump'; from: string; to: string; by?: Actor; reason?: string }
  /** Everything that is before `from` goes to `to`; `taskIds` names open tasks that he holds through a position. */
  | { type: 'handOver'; from: string; to: Who; taskIds?: string[]; by?: Actor; reason?: string }
  /**
   * The caller's answer to a `createTask` with `asksHolders`: who may act on it, nobody if empty. `starter` is who began
   * the instance, `superior` the one above him, where the caller knows them.
   */
  | { type: 'holdersKnown'; taskId: string; holders: string[]; starter?: string; superior?: Who }

/** What the caller must now do in the world outside. */
export type Effect =
  | CreateTask
  /** `because`: the verb by which it was withdrawn, where it was one. */
  | { type: 'cancelTask'; taskId: string; because?: Verb }
  /**
   * `due` is by the clock; a caller who has a working calendar fires it at `working` instead, where that is given. `since`: from
   * when a further round of one that repeats counts; otherwise it counts from now.
   */
  | {
      type: 'scheduleTimer'
      timerId: string
      elementId: string
      due: string
      since?: string
      working?: WorkingMoment
    }
  | { type: 'cancelTimer'; timerId: string }
  /** Those who hold the task are reminded, as the drawing says: the `number`th time of `of`. */
  | { type: 'remindTask'; taskId: string; elementId: string; number: number; of: number }
  /** The time limit is over: `to`, or else the superior of each holder, gets the task beside them. */
  | { type: 'escalateTask'; taskId: string; elementId: string; to?: Who }
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

/** A moment in working time: counted from `since`, by one length after the other. */
export interface WorkingMoment {
  since: string
  by: readonly WorkingLength[]
}

/** Working days, and working time beside them; backwards where it is negative. */
export interface WorkingLength {
  days: number
  millis: number
}

/** Until when a task is to be done, and what then happens. */
export interface TimeLimit {
  /** By the clock. */
  due: string
  /** In working time. */
  working: WorkingMoment
  then: OnLimit
  /** Escalation: who gets it beside its holders, where the drawing names them; else their superior. */
  to?: Who
}

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
  /** `zeebe:taskSchedule`, evaluated; ISO time, or an ISO day where it gives one. */
  dueDate?: string
  followUpDate?: string
  /** The drawing gives the step a time limit (`canmou:task limit`). */
  limit?: TimeLimit
  /** The values visible at the task: local ones over the scopes above. */
  variables: Variables
  /** Position inside a multi-instance or loop body, from 1. */
  loopCounter?: number
  /** One of several places at the step. */
  place?: Place
  /** The drawing has rules that depend on who holds the task: answer with `holdersKnown`, in the same step. */
  asksHolders?: true
  /** It is put before those who look after processes, because nobody else can do it. */
  toAdministrator?: true
  /** The starter's own step where the drawing has none: the start event, to be submitted again. */
  toStarter?: true
  /** It is open again because of a return, or the answer to one. */
  returned?: { from: string; then: AfterReturn | 'back'; by?: string }
}

/** One signer's place at a step (countersign, add-sign, transfer …). */
export interface Place {
  signer: number
  /** How often the step has been carried out, this time included. */
  round: number
  /** Position in the order of asking, from 1, and how many there are. */
  order: number
  of: number
  weight?: number
  addedBy?: string
  how?: 'before' | 'after' | 'parallel' | 'delegate' | 'transfer' | 'handOver' | 'policy'
  /** The signer for whom he was asked first, or whose place he has. */
  for?: number
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
  /** A verb was applied; what it moved follows. */
  | {
      type: 'verbApplied'
      verb: Verb
      elementId: string
      taskId?: string
      by?: string
      onBehalfOf?: string
      /** Steps that it goes to, or people. */
      to?: string[]
      /** A return: how the flow goes on from there. */
      then?: AfterReturn
      /** 离职转办: whose it was. */
      from?: string
      reason?: string
    }
  /** One signer of several has decided; `auto` where a rule did it for him. */
  | {
      type: 'signerDecided'
      elementId: string
      taskId: string
      signer: number
      decision: string
      by?: string
      onBehalfOf?: string
      auto?: Auto
    }
  /** A step with one place was passed by a rule of the drawing. */
  | { type: 'taskPassed'; elementId: string; taskId: string; decision: 'approve' | 'reject'; auto: Auto }
  /** The time limit of a task is over; by `pass` or `refuse` it is decided, and `signerDecided` follows. */
  | { type: 'limitReached'; elementId: string; taskId: string; then: OnLimit }
  | { type: 'roundEnded'; elementId: string; round: number; outcome: 'approve' | 'reject' }
  | { type: 'instanceCompleted'; variables: Variables }
  | { type: 'instanceFailed'; errorCode: string }
  | { type: 'instanceCancelled'; reason?: string }

/** The rule by which something was decided: nobody holds the position, he began it, he has approved already, his time was over. */
export type Auto = 'vacant' | 'starter' | 'samePerson' | 'timeLimit'

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
