import { advance, start, type Command, type Effect } from '@canmou/engine'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Directory } from './directory.ts'
import { settleRules } from './decided-by-rule.ts'
import { entriesOf } from './entries.ts'
import { perform } from './effects.ts'
import type { LoggedCommand, StepDraft } from './step-draft.ts'

/** What deciding a step reads besides the instance. */
export interface World {
  catalogue: Catalogue
  directory: Directory
  calendar: WorkingCalendar
}

/** A drawing that goes round without ever waiting for anybody would otherwise hold the server. */
const mostCommands = 500

/**
 * Gives the engine a command and does what follows, until nothing is left that this server can do at once: jobs such as
 * 归档生效 are done in the same step as what caused them. Throws the engine's `CommandError` where the command is not legal.
 */
export function runCommand(world: World, draft: StepDraft, command: LoggedCommand): void {
  const pending: LoggedCommand[] = [command]
  const first = draft.commands.length
  for (let next = pending.shift(); next; next = pending.shift()) {
    if (draft.commands.length - first >= mostCommands) {
      throw new Error(`The process ${draft.next.definition.processId} goes round without waiting for anybody`)
    }
    draft.commands.push(next)
    for (const effect of takeStep(draft, next)) {
      withdraw(pending, effect)
      const followUp = perform(world, draft, effect)
      if (followUp) pending.push(followUp)
    }
  }
}

function takeStep(draft: StepDraft, command: LoggedCommand): Effect[] {
  const { process } = draft.next.definition
  const { state } = draft.next
  const step =
    command.type === 'start'
      ? start(process, { ...command, id: draft.next.id })
      : advance(process, present(state), command)
  draft.next.state = step.state
  draft.next.status = step.state.status
  if (step.state.status !== 'running') draft.next.endedAt = draft.at
  for (const event of step.events) {
    draft.entries.push(...entriesOf(event, draft.path))
    settleRules(draft, event)
  }
  return step.effects
}

/** A job that was cancelled before its turn came is not done. */
function withdraw(pending: LoggedCommand[], effect: Effect): void {
  if (effect.type !== 'cancelJob') return
  const index = pending.findIndex((command) => isForJob(command, effect.jobId))
  if (index >= 0) pending.splice(index, 1)
}

const isForJob = (command: LoggedCommand, jobId: string): command is Command =>
  (command.type === 'completeJob' || command.type === 'failJob') && command.jobId === jobId

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The instance has not been started')
  return value
}
