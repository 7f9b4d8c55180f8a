import {
  holderSentence,
  levelLabels,
  type HolderReason,
  type Level,
  type Locale,
  type Person,
  type StepHolders,
} from '@canmou/contract'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { elementName, type Definition } from '../processes/definitions.ts'
import { shownDefinition } from '../processes/process-pages.ts'
import { assignmentOf, type StepAssignment } from '../processes/step-assignment.ts'
import { chooseHolders, type Choice, type Considered, type ConsideredSeat } from '../work/candidates.ts'
import type { Directory, DirectoryPerson } from '../work/directory.ts'
import { standInsOf, standsInSentence } from '../work/standing-in.ts'
import type { Work } from '../work/work.ts'
import { levelOf, rankOf } from './levels.ts'

interface StepQuestion {
  processId: string
  elementId: string
  at: Date
  /** 密级 of the instance: who is not cleared for it is left out. */
  level: Level
}

/**
 * Who would get a step on the day of `at`, and why: the same choice by which tasks are put before people, with its reasons
 * in the asker's language. Fails with PROCESS_UNKNOWN or STEP_UNKNOWN.
 */
export async function explainStep(work: Work, actor: Actor, question: StepQuestion): Promise<StepHolders> {
  const { processId, elementId, at, level } = question
  const definition = await shownDefinition(work.database, work.definitions, actor, processId)
  const element = definition.process.elements.get(elementId)
  if (element?.type !== 'userTask' && element?.type !== 'manualTask') throw new Failure('STEP_UNKNOWN')
  // Nobody waits for this answer in a step, and it must not be yesterday's.
  const directory = await work.directory.reload()
  const assignment = assignmentOf(definition.definition, element)
  const words: Words = { directory, locale: actor.locale, level, processId, at }
  const choices = tasksOf(assignment).map((assigned) => chooseHolders(assigned, rankOf(level), directory, at))
  return {
    elementId,
    name: elementName(definition, elementId, actor.locale),
    at: at.toISOString(),
    level,
    mode: assignment.mode,
    atRunTime: assignment.atRunTime.map((one) => runTimeSentence(one, actor.locale)),
    isOtherwise: choices.length > 0 && assignment.atRunTime.some(({ what }) => what === 'assignee'),
    tasks: choices.map((choice) => presentChoice(words, choice)),
  }
}

/** What each task of the step is assigned by; none where only the running process knows. */
function tasksOf({ mode, groups, assignee, users }: StepAssignment): Parameters<typeof chooseHolders>[0][] {
  if (mode === 'each') return groups.map((group) => ({ candidateGroups: [group], candidateUsers: users }))
  if (groups.length === 0 && users.length === 0 && assignee === undefined) return []
  return [{ candidateGroups: groups, candidateUsers: users, ...(assignee !== undefined && { assignee }) }]
}

function runTimeSentence({ what, expression }: StepAssignment['atRunTime'][number], locale: Locale): string {
  const isStarter =
    what === 'assignee' && expression.reads.length === 1 && /^=?\s*starter\s*$/.test(expression.text)
  if (isStarter) return holderSentence('starter', locale)
  const reason = what === 'positions' ? 'runTimePosition' : 'runTimePerson'
  return holderSentence(reason, locale, { expression: expression.text })
}

interface Words {
  directory: Directory
  locale: Locale
  level: Level
  processId: string
  at: Date
}

function presentChoice(words: Words, choice: Choice): StepHolders['tasks'][number] {
  const { directory, locale } = words
  const chosen = new Set(choice.chosen)
  return {
    groups: choice.groups.map(({ group, type, seats }) => ({
      id: group,
      name: nameOf(directory, group, locale),
      kind: type,
      positions:
        seats.length > 0
          ? seats.map((seat) => presentSeat(words, seat, chosen))
          : [{ reasons: [whyNoSeat(words, group, type)], people: [] }],
    })),
    holders: choice.chosen.map(asPerson),
    substitutes: substitutesOf(words, choice.chosen),
    ...(choice.fallback && {
      fallback: {
        reason: holderSentence('nobody', locale),
        people: choice.fallback.flatMap(({ positionId, holders }) =>
          holders.map((holder) => presentHolder(words, positionId, holder, chosen)),
        ),
      },
    }),
  }
}

/** Who may act in the place of those who get it that day; who begins the process is known only then. */
function substitutesOf(
  words: Words,
  chosen: readonly DirectoryPerson[],
): StepHolders['tasks'][number]['substitutes'] {
  const { directory, processId, level, at, locale } = words
  const ids = chosen.map(({ id }) => id)
  return standInsOf(directory, { processId, level: rankOf(level) }, ids, at).map((one) => ({
    person: asPerson(one.person),
    insteadOf: asPerson(one.insteadOf),
    isChosen: one.leftOut === undefined,
    reasons: [standsInSentence(one, locale), ...whyLeftOut(words, one)],
  }))
}

type Group = StepHolders['tasks'][number]['groups'][number]

function presentSeat(
  words: Words,
  { positionId, way, holders }: ConsideredSeat,
  chosen: ReadonlySet<DirectoryPerson>,
): Group['positions'][number] {
  const { directory, locale } = words
  const name = nameOf(directory, positionId, locale)
  const reasons = way.map(({ type, id }) =>
    holderSentence(type, locale, { [type]: nameOf(directory, id, locale) }),
  )
  if (holders.length === 0) reasons.push(holderSentence('unheld', locale, { position: name }))
  const people = holders.map((holder) => presentHolder(words, positionId, holder, chosen))
  return { id: positionId, name, reasons, people }
}

function presentHolder(
  words: Words,
  positionId: string,
  { from, to, ...considered }: ConsideredSeat['holders'][number],
  chosen: ReadonlySet<DirectoryPerson>,
): Group['positions'][number]['people'][number] {
  const position = nameOf(words.directory, positionId, words.locale)
  const held =
    to === null
      ? holderSentence('heldSince', words.locale, { position, from })
      : holderSentence('heldUntil', words.locale, { position, from, to })
  const { person } = considered
  return {
    person: asPerson(person),
    isChosen: considered.leftOut === undefined && chosen.has(person),
    reasons: [held, ...whyLeftOut(words, considered)],
  }
}

function whyLeftOut({ locale, level }: Words, { person, leftOut }: Considered): string[] {
  if (leftOut === undefined) return []
  const clearance = levelLabels[levelOf(person.clearance)][locale]
  return [holderSentence(leftOut, locale, { clearance, level: levelLabels[level][locale] })]
}

function whyNoSeat({ directory, locale }: Words, group: string, type: Group['kind']): string {
  const name = nameOf(directory, group, locale)
  const reasons: Record<Group['kind'], HolderReason> = {
    position: 'unheld',
    group: 'unheld',
    department: 'unmanaged',
    unknown: 'unknown',
  }
  return holderSentence(reasons[type], locale, { position: name, department: name, group: name })
}

const nameOf = (directory: Directory, id: string, locale: Locale): string =>
  (directory.positionName(id) ?? directory.departmentName(id))?.[locale] ?? id

const asPerson = ({ id, username, name }: DirectoryPerson): Person => ({ id, username, name })

/** Ids of the processes in effect that have a step for this position, or a start. */
export function processesWith(definitions: Definition[], positionId: string): string[] {
  return definitions.flatMap(({ processId, definition, process }) => {
    const steps = [...process.elements.values()].flatMap(
      (element) => assignmentOf(definition, element).groups,
    )
    return steps.includes(positionId) || definition.ownerPosition === positionId ? [processId] : []
  })
}
