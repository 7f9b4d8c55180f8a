import {
  ruleNames,
  ruleSentence,
  workingUnits,
  type Locale,
  type RuleName,
  type StepRule,
} from '@canmou/contract'
import { readWorkingLength, type ExpectedLimit, type OnLimit, type Who } from '@canmou/engine'

/** A rule of a step under the name that it has in the reader's language. */
export const stepRule = (rule: RuleName, text: string, locale: Locale): StepRule => ({
  rule,
  name: ruleNames[rule][locale],
  text,
})

/** Who somebody is that a rule names: a person or a position. */
export type NameOf = (who: Who) => string

/** The time limit of a step in words: how long, who reminds how often, and what happens when it is over. */
export function limitRules(limit: ExpectedLimit, locale: Locale, nameOf: NameOf): StepRule[] {
  const { length } = limit
  const text =
    length === 'later'
      ? ruleSentence('limitByData', locale)
      : ruleSentence('limitOf', locale, { length: lengthInWords(length, locale) })
  return [
    stepRule('limit', text, locale),
    ...(limit.reminders === undefined ? [] : [stepRule('reminders', remindersOf(limit, locale), locale)]),
    stepRule('onLimit', thenInWords(limit, locale, nameOf), locale),
  ]
}

function remindersOf({ reminders = 1, remindBefore, remindEvery }: ExpectedLimit, locale: Locale): string {
  const first =
    remindBefore === undefined
      ? ruleSentence('remindAtLimit', locale)
      : remindBefore === 'later'
        ? ruleSentence('remindBeforeSome', locale)
        : ruleSentence('remindBefore', locale, { length: lengthInWords(remindBefore, locale) })
  if (reminders === 1) return ruleSentence('remindOnce', locale, { first })
  const count = String(reminders)
  if (remindEvery === undefined || remindEvery === 'later')
    return ruleSentence('remindTimes', locale, { first, count })
  return ruleSentence('remindAgain', locale, { first, count, every: lengthInWords(remindEvery, locale) })
}

const thens = {
  nothing: 'limitNothing',
  escalate: 'limitEscalates',
  pass: 'limitPasses',
  refuse: 'limitRefuses',
} as const satisfies Record<OnLimit, string>

function thenInWords({ then, to }: ExpectedLimit, locale: Locale, nameOf: NameOf): string {
  if (to === 'later') return ruleSentence('limitEscalatesByData', locale)
  return to ? ruleSentence('limitEscalatesTo', locale, { to: nameOf(to) }) : ruleSentence(thens[then], locale)
}

/** `P1DT4H`: 1 个工作日 4 小时. */
function lengthInWords(text: string, locale: Locale): string {
  const { days, millis } = readWorkingLength(text) ?? { days: 0, millis: 0 }
  const counts = { days, hours: Math.floor(millis / 3_600_000), minutes: (millis / 60_000) % 60 }
  return (['days', 'hours', 'minutes'] as const)
    .flatMap((unit) => {
      const count = counts[unit]
      const [one, several] = workingUnits[unit]
      return count === 0 ? [] : [(count === 1 ? one : several)[locale].replace('{count}', String(count))]
    })
    .join(' ')
}
