import type { ExpectedStep, Locale, StandIn } from '@canmou/contract'
import {
  preview,
  start,
  type ExpectedStep as Foreseen,
  type Reason,
  type Variables,
  type Who,
} from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { localInstant } from '../organization/local-day.ts'
import { elementName, type Definition } from '../processes/definitions.ts'
import { limitRules } from '../processes/limit-words.ts'
import type { Directory } from './directory.ts'
import { chooseHolders } from './candidates.ts'
import { presentPerson } from './present.ts'
import { standInsOf, standsInSentence, type Where } from './standing-in.ts'
import { definitionOfStart } from './start-by-hand.ts'
import { firstLevel, startVariables } from './start-instance.ts'
import { dueOf } from './time-limits.ts'
import type { World } from './run-command.ts'
import type { Work } from './work.ts'

/**
 * Who will be asked next, in which order and why, worked out by the engine from the present data, with the people who hold
 * the positions today, and how long each step will have. Fails with NOT_FOUND.
 */
export async function describeExpected(
  work: Work,
  actor: Actor,
  instanceId: string,
): Promise<ExpectedStep[]> {
  const [seen] = await work.database.query(actor.id, 'select from instances where id = $1', [instanceId])
  const live = seen && (await work.instances.get(instanceId))
  if (!live) throw new Failure('NOT_FOUND')
  const { definition, state, status, level, starterId } = live
  if (!state || status !== 'running') return []
  const at = work.now()
  const { steps } = preview(definition.process, state, { at: localInstant(at) })
  return presentSteps(await viewOf(work, definition, { level, starterId }, at, actor.locale), steps)
}

/**
 * The same before a process is started: what it would begin with, and what would follow, by what its start form has so far.
 * Nothing is written. Fails with PROCESS_UNKNOWN, PROCESS_NOT_IN_EFFECT or PROCESS_NOT_YOURS.
 */
export async function describeExpectedStart(
  work: Work,
  actor: Actor,
  name: string,
  data: Record<string, unknown> | undefined,
): Promise<ExpectedStep[]> {
  const definition = await definitionOfStart(work, actor, name, data)
  const at = work.now()
  const directory = await work.directory.current()
  const starter = directory.person(actor.id)
  if (!starter) return []
  const { state } = start(definition.process, {
    id: 'expected',
    at: localInstant(at),
    variables: startVariables(definition, directory, starter, asVariables(data), at),
  })
  const { steps } = preview(definition.process, state, { at: localInstant(at) })
  const view = await viewOf(work, definition, { level: firstLevel, starterId: actor.id }, at, actor.locale)
  // Nothing is open yet: what it begins with is the first of what is to come.
  return presentSteps(view, steps).map((step) =>
    step.certainty === 'open' ? { ...step, certainty: 'certain' } : step,
  )
}

/** Of a form that is being written, as it stands; plain JSON, as the engine takes it. */
const asVariables = (data: Record<string, unknown> = {}): Variables =>
  JSON.parse(JSON.stringify(data)) as Variables

interface View {
  definition: Definition
  where: Where
  directory: Directory
  calendar: World['calendar']
  at: Date
  locale: Locale
}

export async function viewOf(
  work: Work,
  definition: Definition,
  of: { level: number; starterId: string },
  at: Date,
  locale: Locale,
): Promise<View> {
  // Nobody waits for this answer in a step, and it must not be yesterday's.
  const directory = await work.directory.reload()
  const calendar = await work.calendar.at(directory.version)
  return { definition, where: { processId: definition.processId, ...of }, directory, calendar, at, locale }
}

export function presentSteps(view: View, steps: readonly Foreseen[]): ExpectedStep[] {
  const { definition, locale, calendar, directory } = view
  return steps
    .toSorted((a, b) => a.order - b.order)
    .map(({ elementId, certainty, order, who, mode, isUnknown, because, limit, dueDate }) => {
      const dueAt = dueOf(calendar, { ...(dueDate !== undefined && { dueDate }) })
      return {
        elementId,
        name: elementName(definition, elementId, locale),
        certainty,
        order,
        ...peopleOf(view, who, mode !== undefined),
        ...(mode && { mode }),
        isUnknown: isUnknown ?? false,
        because: because.flatMap((reason) => inWords(definition, reason, locale)),
        time: limit ? limitRules(limit, locale, (one) => nameOf(directory, one, locale)) : [],
        ...(dueAt !== undefined && { dueAt }),
      }
    })
}

function peopleOf(
  { where, directory, at, locale }: View,
  who: readonly Who[],
  isEach: boolean,
): Pick<ExpectedStep, 'people' | 'positions' | 'substitutes'> {
  // By the rule by which the task is put before people: each signer has a task of his own, a plain step has one for all.
  const tasks = isEach ? who.map((one) => [one]) : [who]
  const asked = tasks.map((seats) =>
    seats.length === 0
      ? []
      : chooseHolders(
          {
            candidateUsers: seats.flatMap(({ user }) => user ?? []),
            candidateGroups: seats.flatMap(({ position }) => position ?? []),
          },
          where.level,
          directory,
          at,
        ).chosen.map(({ id }) => id),
  )
  const positions = who.flatMap(({ position }) =>
    position === undefined ? [] : nameOf(directory, { position }, locale),
  )
  return {
    people: [...new Set(asked.flat())].map((id) => presentPerson(directory, id)),
    substitutes: substitutesIn(asked, { where, directory, at, locale }),
    positions: [...new Set(positions)],
  }
}

/** Who may act in the place of each task's holders, each once. */
function substitutesIn(
  tasks: readonly string[][],
  { where, directory, at, locale }: Omit<View, 'definition' | 'calendar'>,
): StandIn[] {
  const found = tasks.flatMap((holders) => standInsOf(directory, where, holders, at))
  const each = new Map(
    found.flatMap((one) => (one.leftOut ? [] : [[`${one.person.id} ${one.insteadOf.id}`, one] as const])),
  )
  return [...each.values()].map((one) => ({
    person: presentPerson(directory, one.person.id),
    insteadOf: presentPerson(directory, one.insteadOf.id),
    reason: standsInSentence(one, locale),
  }))
}

function nameOf(directory: Directory, { user, position = '' }: Who, locale: Locale): string {
  if (user !== undefined) return directory.person(user)?.name ?? user
  return (directory.positionName(position) ?? directory.departmentName(position))?.[locale] ?? position
}

const words: Record<Exclude<Reason['because'], 'always'>, Record<Locale, (name: string) => string>> = {
  decided: {
    'zh-CN': (name) => `按已有数据：${name}`,
    'zh-TW': (name) => `按已有資料：${name}`,
    en: (name) => `By the data so far: ${name}`,
  },
  kept: {
    'zh-CN': (name) => `按目前填写的数据：${name}`,
    'zh-TW': (name) => `按目前填寫的資料：${name}`,
    en: (name) => `By the data as they are: ${name}`,
  },
  approved: {
    'zh-CN': (name) => `如果${name}`,
    'zh-TW': (name) => `如果${name}`,
    en: (name) => `If: ${name}`,
  },
  undecided: {
    'zh-CN': (name) => `尚未确定：${name}`,
    'zh-TW': (name) => `尚未確定：${name}`,
    en: (name) => `Not decided yet: ${name}`,
  },
}

/** The question with its answer, `需要印刷？是`; a way without a name is not worth telling. */
function inWords(definition: Definition, { because, flowId, name }: Reason, locale: Locale): string[] {
  if (because === 'always' || name === '') return []
  const answer = definition.definition.labels[flowId]?.[locale] ?? name
  const gateway = definition.process.flows.get(flowId)?.source
  const question = gateway?.name && elementName(definition, gateway.id, locale).replace(/[？?]$/, '')
  return [words[because][locale](question ? answered[locale](question, answer) : answer)]
}

const answered: Record<Locale, (question: string, answer: string) => string> = {
  'zh-CN': (question, answer) => `${question}“${answer}”`,
  'zh-TW': (question, answer) => `${question}「${answer}」`,
  en: (question, answer) => `${question}: ${answer}`,
}
