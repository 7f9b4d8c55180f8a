import type { Auto, Json, Place, State, Variables, Who } from './door.ts'

/**
 * The instance between two commands. Tokens rest in three places: in a `Node` that waits, in a scope's `joins`
 * (arrived at a join that is not complete), or in an incident. All of it is plain JSON; nodes are sorted by key,
 * keys come from the counter `next` and are never used twice.
 */
export interface InstanceState extends State {
  processId: string
  next: number
  nodes: Node[]
  /** The way taken so far, in order of completion; absent until a person has done something. */
  trail?: readonly Visit[]
  /** The start event by which the instance began, where the drawing has several. */
  startedAt?: string
  /** How often a step with several signers has been carried out. */
  rounds?: { [elementId: string]: number }
}

/**
 * Something that has happened on the way: a person has done a step, branches have met, a sub-process has ended. A visit
 * knows the visits that led to it, so the trail is the causal net of the run and not merely a list: what follows from a
 * step, and what runs beside it, can be told apart (docs/decisions/0010-approval-verbs.md).
 */
export interface Visit {
  /** Key of the node that was completed; for branches that met, a key of its own. */
  key: number
  /** The step, the gateway at which branches met, or the sub-process. */
  at: string
  /** Key of the scope it lies in. */
  in: number
  /** What led to it; 0 is the start of the instance. */
  from: readonly number[]
  /** Not a step: branches that met (the flow each came by, beside `from`), or a scope that ended (empty). */
  via?: readonly string[]
  /** Who did it, and for whom. */
  by?: string
  onBehalfOf?: string
  /** Nobody did: a rule decided, so it is nobody's to take back. */
  passed?: true
  /** Where several signed: who approved. */
  who?: readonly string[]
  /** What the step was like, as long as nobody has acted after it: taking it back restores it. */
  was?: Node
  /** Since then a job was done, a message sent or a called process finished: it cannot be taken back. */
  moved?: true
  /** A scope that ended: what had led to it. */
  since?: number
  /** Tokens beside it were withdrawn by it, so nothing can be put back into the part before it. */
  cut?: true
}

export type NodeKind =
  | 'scope'
  | 'task'
  | 'pass'
  | 'job'
  | 'call'
  | 'wait'
  | 'choice'
  | 'multi'
  | 'loop'
  | 'undo'
  | 'incident'
  // a step whose token is away: it comes straight back from the step it was returned to
  | 'away'

/** Something that is alive: an activity at work, an event waited for, a level of the process. */
export interface Node {
  key: number
  kind: NodeKind
  /** Element id; the process id for the root. */
  at: string
  /** Key of the node whose variables and tokens surround this one; -1 for the root. */
  in: number
  /** Local variables. */
  vars?: Variables
  /** Scopes and loop bodies: tokens and instances alive inside. The scope ends when it falls to 0. */
  live?: number
  /** Scopes: tokens that wait at joins, per sequence flow. */
  joins?: { [flowId: string]: number }
  /** Scopes: completed activities that can be compensated, in order of completion. */
  done?: Completed[]
  /** Subscriptions: key of the activity, scope or gateway they belong to and die with. */
  host?: number
  wait?: Wait
  /** It measures the time of a place at its host (`run/time-limit.ts`); without `wait` it rang while the host was stopped. */
  clock?: Clock
  multi?: Multi
  /** Standard loop: iterations done. */
  rounds?: number
  /** Jobs: attempts left. */
  retries?: number
  /** Compensation: what is still to be undone, next one last. */
  undo?: Completed[]
  /** Incidents: the step that failed, to be tried again. */
  failed?: Work
  /** Position inside a loop body, from 1. */
  loopCounter?: number
  /** Key of the visit that the token comes from; absent at the start of the instance. */
  from?: number
  /** Scopes: where the tokens that wait at joins come from, beside `joins`. */
  came?: { [flowId: string]: readonly number[] }
  /** Scopes: where the tokens that ended inside come from. */
  ends?: readonly number[]
  /** Scopes: tokens inside were withdrawn (a terminate event, an interrupting event sub-process). */
  cut?: true
  /** Tasks: a rule has decided in a person's place. */
  passed?: true
  /** Loop bodies: a person has worked inside. */
  worked?: true
  /** Multi-instance over people: the instances that are done, so that one can be taken back. */
  answered?: readonly Answered[]
  /** A human step with several places. */
  round?: Round
  /** Key of the step that is away; when this one is done its token goes straight back there. */
  home?: number
  /** The step was returned to, or has come straight back. */
  returned?: Returned
  /** Came straight back from this node, which can be taken back while nobody has acted here. */
  cameBack?: CameBack
}

export interface CameBack {
  key: number
  at: string
  in: number
  from: number
  by?: string
}

export interface Answered {
  key: number
  loopCounter: number
  vars?: Variables
  by?: string
  /** A rule decided. */
  passed?: true
}

export interface Returned {
  /** The step from which it came. */
  from: string
  then: 'again' | 'direct' | 'back'
  by?: string
}

export type Mode = 'all' | 'any' | 'inOrder' | 'vote'

/** Who stands where at a human step, and what each has decided. */
export interface Round {
  /** How often the step has been carried out, this time included. */
  round: number
  /** Groups of signers; the first is the step itself, the others were added to one of the signers. */
  groups: readonly Group[]
  /** In the order in which they are asked. */
  signers: readonly Signer[]
  /** Number of the next signer or opening. */
  next: number
  /** What the signers filled in so far. */
  data?: Variables
}

export interface Group {
  id: number
  mode: Mode
  /** `ends`: the first refusal decides; `waits`: everybody is heard first. */
  refusal: 'ends' | 'waits'
  /** Vote: what the weight of the approvals must reach, or exceed. */
  threshold?: Threshold
  /** The signer to whom the group was added. `advice` is a delegation: it counts for nothing and comes back. */
  host?: number
  place?: 'before' | 'after' | 'advice'
}

export interface Threshold {
  value: number
  /** Of all weights (`share`, 0–1), or a sum of weights. */
  of: 'share' | 'sum'
  exceed: boolean
}

export interface Signer {
  id: number
  group: number
  user?: string
  position?: string
  weight?: number
  /** `waiting`: not asked yet, or again later; `left`: passed on, removed, or the round ended without him. */
  state: 'waiting' | 'open' | 'done' | 'left'
  /** Number of the opening: it tells his tasks apart. */
  task?: number
  decision?: string
  opinion?: string
  at?: string
  /** Who decided, where that is known, and in whose place. */
  by?: string
  onBehalfOf?: string
  /** Decided by rule. */
  auto?: Auto
  addedBy?: string
  how?: Place['how'] & string
  /** Nobody else can do it: it is before those who look after processes. */
  administrator?: true
  /** Removed from the step, not merely no longer asked. */
  removed?: true
  /** The signer whose place he has taken. */
  instead?: number
}

export type Wait =
  /** `dated`: it rings at a date of its own, and counts `every` only from then on. */
  | { for: 'timer'; due: string; every?: string; left?: number; dated?: true }
  | { for: 'message'; name: string; key?: Json }
  | { for: 'signal'; name: string }
  | { for: 'condition'; was: boolean }

/** The time that a place at a step has, worked out when it was asked; durations as the drawing gave them. */
export interface Clock {
  /** The signer; 0 is the one place of a step that has no round. */
  place: number
  since: string
  limit: string
  /** It reminds: number of the reminder that is next. Without it, it rings at the limit. */
  reminder?: number
  before?: string
  every?: string
  /** Escalation: to whom, where the drawing says it. */
  to?: Who
}

interface Multi {
  total: number
  completed: number
  cancelled: number
  /** Sequential: items not started yet. */
  rest?: Json[]
  /** Number of the instance started last. */
  last: number
}

/** A completed activity that can be undone, with the variables it saw locally. */
export interface Completed {
  at: string
  vars?: Variables
  /** A completed sub-process without a handler of its own: what to undo inside it. */
  inside?: Completed[]
}

/** One step of a token. Also what an incident keeps, so that the step can be repeated. */
export type Work =
  | { do: 'flow'; flow: string; in: number; from?: number }
  | Enter
  | { do: 'exit'; at: string; in: number; from?: number }
  | { do: 'finish'; key: number; variables?: Variables; from?: number }
  | { do: 'round'; key: number; vars?: Variables; from?: number }
  // one signer of several decides
  | Sign
  // offers a failed job or call once more
  | { do: 'begin'; key: number; from?: number }

export interface Sign {
  do: 'sign'
  key: number
  signer: number
  variables?: Variables
  by?: string
  onBehalfOf?: string
  auto?: Auto
  from?: number
}

/** A token arrives at an element. */
export interface Enter {
  do: 'enter'
  at: string
  in: number
  /** The sequence flow it came by. */
  via?: string
  /** Local variables that the instance begins with. */
  vars?: Variables
  /** What came with the event that started it. */
  variables?: Variables
  loopCounter?: number
  /** Repeated after an incident: the arrival is already in the history. */
  again?: true
  /** Key of the visit that the token comes from. */
  from?: number
  /** By a verb: where the token goes straight back to, how it came here, and the round it goes on with. */
  home?: number
  returned?: Returned
  round?: Round
  cameBack?: CameBack
}
