import { verbEffects } from './effects.ts'
import { contexts, matrix, situations } from './matrix.ts'
import type { Cell, Context, Situation } from './matrix.ts'
import { needsOf } from './needs.ts'
import { isRefusal, refusals } from './refusals.ts'
import { verbWords } from './verb-words.ts'
import { verbFacts, verbs } from './verbs.ts'
import type { Verb } from './verbs.ts'

export type RulesLanguage = 'zh-CN' | 'zh-TW' | 'en'

/** What happens, or why it cannot be done. */
export interface Outcome {
  text: string
  isRefused: boolean
}

/** Everything about one verb, in words. */
export interface VerbRules {
  verb: Verb
  name: string
  purpose: string
  example: string
  who: string[]
  /** Whether a reason has to be given. */
  needsReason: boolean
  /** Where the step stands, and what the verb does there; one row without a place where it is the same everywhere. */
  rows: ({ where: string } & Outcome)[]
  /** The situations in which it is otherwise. */
  otherwise: ({ when: string } & Outcome)[]
}

const roleNames = {
  holder: { 'zh-CN': '当前办理人', 'zh-TW': '目前辦理人', en: 'whoever has the task' },
  starter: { 'zh-CN': '发起人', 'zh-TW': '發起人', en: 'the starter' },
  administrator: { 'zh-CN': '流程管理员', 'zh-TW': '流程管理員', en: 'the process administrator' },
  approver: { 'zh-CN': '办过这一步的人', 'zh-TW': '辦過這一步的人', en: 'whoever did the step' },
}
const everywhere = { 'zh-CN': '任何地方', 'zh-TW': '任何地方', en: 'Everywhere' }
const separators: Readonly<Record<RulesLanguage, string>> = { 'zh-CN': '、', 'zh-TW': '、', en: ', ' }

const allContexts = Object.keys(contexts) as Context[]
const allSituations = Object.keys(situations) as Situation[]

/** The rules by which the program decides, verb by verb, from the one table; the page in the program and the guide are this. */
export const verbRules = (language: RulesLanguage): VerbRules[] =>
  verbs.map((verb) => {
    const { roles, ...names } = verbFacts[verb]
    const { purpose, example } = verbWords[verb]
    return {
      verb,
      name: names[language],
      purpose: purpose[language],
      example: example[language],
      who: roles.map((role) => roleNames[role][language]),
      needsReason: needsOf(verb).opinion,
      rows: rowsOf(verb, language),
      otherwise: otherwiseOf(verb, language),
    }
  })

const outcomeOf = (cell: Cell, language: RulesLanguage): Outcome => ({
  text: (isRefusal(cell) ? refusals[cell] : verbEffects[cell])[language],
  isRefused: isRefusal(cell),
})

/** Places that answer alike share a row. */
function rowsOf(verb: Verb, language: RulesLanguage): VerbRules['rows'] {
  const rows = new Map<Cell, Context[]>()
  for (const context of allContexts) {
    const [cell] = matrix[verb][context]
    rows.set(cell, [...(rows.get(cell) ?? []), context])
  }
  return [...rows].map(([cell, group]) => ({
    where:
      group.length === allContexts.length
        ? everywhere[language]
        : group.map((one) => contexts[one][language]).join(separators[language]),
    ...outcomeOf(cell, language),
  }))
}

/** What a situation changes, wherever the step stands. */
function otherwiseOf(verb: Verb, language: RulesLanguage): VerbRules['otherwise'] {
  return allSituations.flatMap((situation, column) => {
    const changed = new Set<Cell>()
    for (const context of allContexts) {
      const cell = matrix[verb][context][column] as Cell
      if (cell !== matrix[verb][context][0]) changed.add(cell)
    }
    return [...changed].map((cell) => ({
      when: situations[situation][language],
      ...outcomeOf(cell, language),
    }))
  })
}

/** Refusals that no cell of the table names: they depend on what has happened. */
export function otherRefusals(language: RulesLanguage): string[] {
  const inTable = new Set<Cell>(verbs.flatMap((verb) => allContexts.flatMap((one) => [...matrix[verb][one]])))
  return Object.entries(refusals)
    .filter(([code]) => !inTable.has(code as Cell))
    .map(([, texts]) => texts[language])
}
