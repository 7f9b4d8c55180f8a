import type { Json, State, Variables } from './door.ts'

/**
 * The instance between two commands. Tokens rest in three places: in a `Node` that waits, in a scope's `joins`
 * (arrived at a join that is not complete), or in an incident. All of it is plain JSON; nodes are sorted by key,
 * keys come from the counter `next` and are never used twice.
 */
export interface InstanceState extends State {
  processId: string
  next: number
  nodes: Node[]
}

export type NodeKind =
  'scope' | 'task' | 'pass' | 'job' | 'call' | 'wait' | 'choice' | 'multi' | 'loop' | 'undo' | 'incident'

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
}

export type Wait =
  | { for: 'timer'; due: string; every?: string; left?: number }
  | { for: 'message'; name: string; key?: Json }
  | { for: 'signal'; name: string }
  | { for: 'condition'; was: boolean }

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
  | { do: 'flow'; flow: string; in: number }
  | Enter
  | { do: 'exit'; at: string; in: number }
  | { do: 'finish'; key: number; variables?: Variables }
  | { do: 'round'; key: number; vars?: Variables }
  // offers a failed job or call once more
  | { do: 'begin'; key: number }

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
}
