import type { Refusal } from './verbs/refusals.ts'

/** One reason why a drawing cannot be run; `elementId` is the element to mark, or the file's root. */
export interface CompileProblem {
  code: CompileCode
  elementId: string
  message: string
}

export type CompileCode =
  | 'XML_INVALID'
  | 'NO_PROCESS'
  | 'PROCESS_AMBIGUOUS'
  | 'NESTING_TOO_DEEP'
  | 'MISSING_ID'
  | 'INVALID_ID'
  | 'DUPLICATE_ID'
  | 'DANGLING_REFERENCE'
  | 'FLOW_CROSSES_SCOPE'
  | 'FLOW_NOT_ALLOWED'
  | 'UNSUPPORTED_ELEMENT'
  | 'UNSUPPORTED_LANGUAGE'
  | 'FEEL_INVALID'
  | 'TIMER_INVALID'
  | 'LOOP_INVALID'
  | 'MESSAGE_MISSING'
  | 'EVENT_INVALID'
  | 'NO_START'
  | 'ATTRIBUTE_INVALID'

/** Thrown by `compile`: everything that is wrong with the drawing, not only the first finding. */
export class CompileError extends Error {
  readonly errors: CompileProblem[]

  constructor(errors: CompileProblem[]) {
    super(errors.map((problem) => `${problem.code} ${problem.elementId}: ${problem.message}`).join('\n'))
    this.name = 'CompileError'
    this.errors = errors
  }
}

export type CommandCode =
  | 'NOT_RUNNING'
  | 'UNKNOWN_TASK'
  | 'UNKNOWN_JOB'
  | 'UNKNOWN_TIMER'
  | 'UNKNOWN_CALL'
  | 'UNKNOWN_INCIDENT'
  | 'UNKNOWN_COMMAND'
  | 'MESSAGE_NOT_EXPECTED'
  | 'UNKNOWN_START'
  | 'START_AMBIGUOUS'
  | 'INVALID_TIME'
  | 'INVALID_VARIABLES'
  | 'ACTOR_INVALID'
  | 'VERB_INVALID'
  | 'VERB_REFUSED'
  | 'STATE_INVALID'

/** Thrown by `start` and `advance` for a command that is not legal now. Nothing has changed then. */
export class CommandError extends Error {
  readonly code: CommandCode
  readonly elementId?: string
  readonly taskId?: string
  /** Of `VERB_REFUSED`: why; the sentence in three languages is `refusals[reason]`. */
  readonly reason?: Refusal

  constructor(
    code: CommandCode,
    message: string,
    where: { elementId?: string; taskId?: string; reason?: Refusal } = {},
  ) {
    super(message)
    this.name = 'CommandError'
    this.code = code
    if (where.elementId !== undefined) this.elementId = where.elementId
    if (where.taskId !== undefined) this.taskId = where.taskId
    if (where.reason !== undefined) this.reason = where.reason
  }
}
