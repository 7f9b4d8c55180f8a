import { ruleSentence, type Locale, type RuleName, type RuleWord, type StepRule } from '@canmou/contract'
import type { Element, Expression, Mode, Threshold, Vacancy, Who } from '@canmou/engine'
import type { Catalogue, RecordKind } from '../catalogue/catalogue.ts'
import { namesOf } from '../records/field-rights.ts'
import { stepRights } from '../work/step-rights.ts'
import { rulesAt, type TaskRules } from '../work/task-rules.ts'
import type { Definition } from './definitions.ts'
import { limitRules, stepRule, type NameOf } from './limit-words.ts'

interface Told {
  element: Element
  rules: TaskRules
  /** The kind that the step writes or is about. */
  kind: RecordKind | undefined
  /** What an expression gives as long as nothing runs, or `later`. */
  fixed: (expression: Expression) => string
  nameOf: NameOf
  locale: Locale
}

type Said = readonly (RuleWord | readonly [RuleWord, Record<string, string>])[]

/** Every rule of a step with what it says; one that says nothing of the step is left out. */
const tellers: readonly [RuleName, (told: Told) => string | Said][] = [
  ['mode', ({ element }) => modeOf(element)],
  ['opinion', ({ rules }) => opinionOf(rules)],
  ['attachment', ({ rules }) => (rules.attachment === 'required' ? ['attachmentRequired'] : [])],
  ['signature', ({ rules }) => (rules.signature === 'required' ? ['signatureRequired'] : [])],
  ['hidden', (told) => fieldsOf(told).hidden],
  ['written', (told) => fieldsOf(told).written],
  ['batch', ({ rules }) => (rules.isTogether ? ['batchAllowed'] : [])],
]
const policies: typeof tellers = [
  ['vacant', vacancyOf],
  ['starterApproves', ({ element }) => said(starters, element.canmou.starterApproves)],
  ['samePerson', ({ element }) => said(samePersons, element.canmou.samePerson)],
  ['afterReturn', ({ element }) => said(returns, element.canmou.afterReturn)],
]

/** What the drawing says of a step beyond the ordinary, in words. */
export function stepRules(
  definition: Definition,
  catalogue: Catalogue,
  element: Element,
  nameOf: NameOf,
  locale: Locale,
): StepRule[] {
  const rules = rulesAt(definition, element.id)
  const kind = catalogue.kinds.get(rules.recordKind ?? '')
  const told = { element, rules, kind, fixed: fixedIn(definition), nameOf, locale }
  const tell = (list: typeof tellers): StepRule[] =>
    list.flatMap(([rule, teller]) => {
      const text = inWords(teller(told), locale)
      return text === '' ? [] : [stepRule(rule, text, locale)]
    })
  return [...tell(tellers), ...timeOf(told), ...tell(policies)]
}

function inWords(found: string | Said, locale: Locale): string {
  if (typeof found === 'string') return found
  return found
    .map((one) =>
      typeof one === 'string' ? ruleSentence(one, locale) : ruleSentence(one[0], locale, one[1]),
    )
    .join(locale === 'en' ? '; ' : '；')
}

const said = <Value extends string>(
  table: Record<Value, RuleWord>,
  value: NoInfer<Value> | undefined,
): Said => (value === undefined ? [] : [table[value]])

const modes: Record<Exclude<Mode, 'vote'>, RuleWord> = { all: 'all', any: 'any', inOrder: 'inOrder' }
const starters = { self: 'starterSelf', skip: 'starterSkipped', superior: 'starterSuperior' } as const
const samePersons = {
  ask: 'samePersonAsked',
  skipConsecutive: 'samePersonConsecutive',
  skipEver: 'samePersonEver',
} as const
const returns = { again: 'returnAgain', direct: 'returnDirect' } as const
const vacancies: Record<Exclude<Vacancy, 'named'>, RuleWord> = {
  pass: 'vacantPasses',
  refuse: 'vacantRefuses',
  administrator: 'vacantAdministrator',
}

/** Drawn instances for people are a countersign too. */
function modeOf({ canmou: { mode, threshold, refusal = 'ends' }, loop }: Element): Said {
  if (mode) {
    const how = mode === 'vote' ? voteOf(threshold) : modes[mode]
    return mode === 'any' ? [how] : [how, refusal === 'ends' ? 'refusalEnds' : 'refusalWaits']
  }
  if (loop?.type !== 'multi' || !loop.collection) return []
  return [loop.sequential ? 'inOrder' : 'all', ...(loop.completionCondition ? (['endsEarly'] as const) : [])]
}

function voteOf(threshold: Threshold | undefined): Said[number] {
  if (!threshold) return 'vote'
  const { value, of, exceed } = threshold
  if (of === 'sum') return [exceed ? 'voteSumExceeded' : 'voteSum', { count: String(value) }]
  const share = `${Math.round(value * 1000) / 10}%`
  return [exceed ? 'voteShareExceeded' : 'voteShare', { share }]
}

function opinionOf({ opinion, verbs }: TaskRules): Said {
  if (opinion === 'required') return ['opinionRequired']
  return verbs.includes('reject') ? ['opinionOnReject'] : []
}

/** Fields by their names; nothing where the drawing has no rights on fields. */
function fieldsOf({ rules, kind, locale }: Told): { hidden: string; written: string } {
  const rights = kind && stepRights(rules, kind)
  if (!rights) return { hidden: '', written: '' }
  const all = Object.keys(kind.schema.properties ?? {})
  const listed = (names: readonly string[]): string => {
    const rest = all.filter((name) => !names.includes(name))
    const words = (some: readonly string[]): string => namesOf(kind, some)[locale]
    if (names.length > 0 && rest.length === 0) return ruleSentence('allFields', locale)
    return rest.length < names.length && rest.length <= mostBut
      ? ruleSentence('allFieldsBut', locale, { fields: words(rest) })
      : words(names)
  }
  return {
    hidden: listed(all.filter((name) => rights.hidden.has(`/${name}`))),
    written: listed(all.filter((name) => rights.writable.has(name))),
  }
}

/** More names than these are as long to read as the fields themselves. */
const mostBut = 3

function timeOf({ element: { canmou }, fixed, nameOf, locale }: Told): StepRule[] {
  const { limit, reminders, remindBefore, remindEvery, onLimit = 'nothing', escalateTo } = canmou
  if (!limit) return []
  return limitRules(
    {
      length: fixed(limit),
      ...(reminders !== undefined && { reminders }),
      ...(remindBefore && { remindBefore: fixed(remindBefore) }),
      ...(remindEvery && { remindEvery: fixed(remindEvery) }),
      then: onLimit,
      ...(escalateTo && { to: positionIn(fixed(escalateTo)) }),
    },
    locale,
    nameOf,
  )
}

function vacancyOf({ element: { canmou }, fixed, nameOf }: Told): Said {
  const { vacant, vacantTo } = canmou
  if (vacant === undefined) return []
  if (vacant !== 'named') return [vacancies[vacant]]
  const to = vacantTo ? positionIn(fixed(vacantTo)) : 'later'
  return to === 'later' ? ['vacantNamedByData'] : [['vacantNamed', { to: nameOf(to) }]]
}

const positionIn = (position: string): Who | 'later' => (position === 'later' ? position : { position })

/** What is written as it is, or hangs on the settings alone; all else is known only while it runs. */
function fixedIn({ definition }: Definition): Told['fixed'] {
  const values = new Map(definition.settings.map(({ id, default: value }) => [id, value]))
  return (expression) => {
    if (expression.isLiteral) return expression.text
    if (expression.reads.length === 0 || !expression.reads.every((name) => values.has(name))) return 'later'
    const value = expression.json({ read: (name) => values.get(name), at: '1970-01-01T00:00:00Z' })
    return typeof value === 'string' ? value : 'later'
  }
}
