import type { SurveyDefinition, SurveyQuestion } from './schemas/surveys.ts'
import { topOf } from './survey-rules.ts'

/** Most characters of an answer to a text question. */
export const longestAnswer = 5000

/**
 * The questionnaire in the form that SurveyJS reads. Pages draw it and the server checks answers by it, so that both judge
 * conditions and required questions alike.
 */
export function surveyForm(definition: SurveyDefinition): Record<string, unknown> {
  return {
    elements: definition.questions.map((question) => elementOf(question, definition.questions)),
    showCompletePage: false,
    clearInvisibleValues: 'onComplete',
    checkErrorsMode: 'onComplete',
    textUpdateMode: 'onTyping',
    maxTextLength: longestAnswer,
    questionErrorLocation: 'bottom',
    requiredMark: '*',
  }
}

function elementOf(question: SurveyQuestion, questions: SurveyQuestion[]): Record<string, unknown> {
  return {
    name: question.id,
    ...(question.type !== 'note' && { title: question.text.trim() || '…', isRequired: question.required }),
    ...(question.showIf && { visibleIf: condition(question.showIf, questions) }),
    ...typeOf(question),
  }
}

function typeOf(question: SurveyQuestion): Record<string, unknown> {
  switch (question.type) {
    case 'single':
      return { type: 'radiogroup', choices: question.options ?? [] }
    case 'multiple':
      return { type: 'checkbox', choices: question.options ?? [] }
    case 'text':
      return question.isLong
        ? { type: 'comment', rows: 3, autoGrow: true, maxLength: longestAnswer }
        : { type: 'text', maxLength: longestAnswer }
    case 'score':
      return {
        type: 'rating',
        rateMin: 1,
        rateMax: topOf(question),
        autoGenerate: true,
        displayMode: 'buttons',
        rateDescriptionLocation: 'bottom',
        ...(question.lowLabel && { minRateDescription: question.lowLabel }),
        ...(question.highLabel && { maxRateDescription: question.highLabel }),
      }
    case 'note':
      return { type: 'html', html: asHtml(question.text) }
  }
}

/**
 * Of a list of chosen options `contains` asks for one of them; of a text it would ask for a part of it. A quote is written
 * with a backslash; a backslash itself cannot be written, and no option has one (`survey-rules`).
 */
function condition(
  { question, equals }: NonNullable<SurveyQuestion['showIf']>,
  questions: SurveyQuestion[],
): string {
  if (typeof equals === 'number') return `{${question}} = ${equals}`
  const isList = questions.find(({ id }) => id === question)?.type === 'multiple'
  return `{${question}} ${isList ? 'contains' : '='} '${equals.replace(/["']/g, '\\$&')}'`
}

/** A note is the only text that SurveyJS takes as HTML; braces would be read as a reference to an answer. */
function asHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '{': '&#123;',
    '}': '&#125;',
  }
  return text.replace(/[&<>"'{}]/g, (sign) => entities[sign] ?? sign).replaceAll('\n', '<br>')
}
