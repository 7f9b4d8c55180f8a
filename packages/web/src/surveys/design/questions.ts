import {
  canBeCondition,
  isChoice,
  usualTopScore,
  type SurveyDefinition,
  type SurveyQuestion,
} from '@canmou/contract'

export const questionTypes = ['single', 'multiple', 'text', 'score', 'note'] as const

/** A question of a type, with an id that no other has or has had in this list. */
export function newQuestion(type: SurveyQuestion['type'], questions: SurveyQuestion[]): SurveyQuestion {
  const base = { id: freeId(questions), type, text: '', required: type !== 'note' && type !== 'text' }
  if (type === 'single' || type === 'multiple') return { ...base, options: [] }
  if (type === 'score') return { ...base, top: usualTopScore }
  return base
}

function freeId(questions: SurveyQuestion[]): string {
  const numbers = questions.map(({ id }) => Number(/^q(\d+)$/.exec(id)?.[1] ?? 0))
  return `q${Math.max(0, ...numbers) + 1}`
}

export function copyQuestion(questions: SurveyQuestion[], index: number): SurveyQuestion[] {
  const original = questions[index]
  if (!original) return questions
  const { dimension: _, ...rest } = original
  return questions.toSpliced(index + 1, 0, { ...rest, id: freeId(questions) })
}

/** One place up (-1) or down (1); the ends stay where they are. */
export function moveQuestion(questions: SurveyQuestion[], index: number, by: -1 | 1): SurveyQuestion[] {
  const moved = questions[index]
  const place = index + by
  if (!moved || place < 0 || place >= questions.length) return questions
  return questions.toSpliced(index, 1).toSpliced(place, 0, moved)
}

/** Without the question; what was shown by its answer is then always shown. */
export function removeQuestion(questions: SurveyQuestion[], id: string): SurveyQuestion[] {
  return questions
    .filter((question) => question.id !== id)
    .map((question) => {
      if (question.showIf?.question !== id) return question
      const { showIf: _, ...rest } = question
      return rest
    })
}

/** The question changed. Where one option was reworded, the conditions that name it follow. */
export function changeQuestion(questions: SurveyQuestion[], changed: SurveyQuestion): SurveyQuestion[] {
  const former = questions.find(({ id }) => id === changed.id)
  const renamed = former && renamedOption(former.options ?? [], changed.options ?? [])
  return questions.map((question) => {
    if (question.id === changed.id) return changed
    if (!renamed || question.showIf?.question !== changed.id || question.showIf.equals !== renamed.from)
      return question
    return { ...question, showIf: { ...question.showIf, equals: renamed.to } }
  })
}

function renamedOption(before: string[], after: string[]): { from: string; to: string } | undefined {
  if (before.length !== after.length) return undefined
  const places = before.flatMap((option, index) => (option === after[index] ? [] : [index]))
  const [place] = places
  const from = place === undefined ? undefined : before[place]
  const to = place === undefined ? undefined : after[place]
  return places.length === 1 && from !== undefined && to !== undefined ? { from, to } : undefined
}

/** The question as another type; what the new type does not know is dropped, the options of a choice stay. */
export function asType(question: SurveyQuestion, type: SurveyQuestion['type']): SurveyQuestion {
  const { id, text, showIf, options } = question
  const base = {
    id,
    type,
    text,
    required: type === 'note' ? false : question.required,
    ...(showIf && { showIf }),
  }
  if (isChoice(base)) return { ...base, options: options ?? [] }
  return type === 'score' ? { ...base, top: usualTopScore } : base
}

/** Lines of a text box, or cells pasted from a spreadsheet, as options. */
export function optionsOf(text: string): string[] {
  return text.split(/\r?\n|\t/)
}

/** Once typing is done: no blanks around options, no blank ones. */
export const tidyOptions = (options: string[]): string[] =>
  options.map((option) => option.trim()).filter((option) => option !== '')

/** Questions before this one whose answer can decide whether it is shown. */
export const conditionChoices = (questions: SurveyQuestion[], index: number): SurveyQuestion[] =>
  questions.slice(0, index).filter(canBeCondition)

/** The number that a reader sees: notes are not counted. */
export function questionNumbers({ questions }: SurveyDefinition): (number | undefined)[] {
  let number = 0
  return questions.map(({ type }) => (type === 'note' ? undefined : (number += 1)))
}
