import type { TFunction } from 'i18next'
import type { Field, RecordModel } from './field-model.ts'
import { pointerParts, type Problem } from './validation.ts'

/** The id of the control at a place, so that a summary can lead there. */
export const placeId = (pointer: string): string => `field${pointer.replace(/[^A-Za-z0-9]/g, '-')}`

/** Where a form-wide problem is shown: the title, the level and the attachments stand beside the data. */
export const besideData = { title: '#/title', level: '#/level', attachments: '/attachmentIds' } as const

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'))

/**
 * Moves the focus to the control of a place, or of the nearest place around it (a table that wants a row). Gives whether
 * there was one.
 */
export function focusPlace(pointer: string): boolean {
  for (let place = pointer; place; place = parentOf(place)) {
    const element = document.getElementById(placeId(place))
    if (!element) continue
    const focusable = 'input:not([type=hidden]), textarea, select, button, [tabindex]:not([tabindex="-1"])'
    const target = element.matches(focusable) ? element : element.querySelector<HTMLElement>(focusable)
    element.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
    return true
  }
  return false
}

/** The name of a place as a person knows it: 预算明细 第 2 行 金额. */
export function placeLabel(model: RecordModel, pointer: string, t: TFunction<'records'>): string {
  if (pointer === besideData.title) return t('form.title')
  if (pointer === besideData.level) return t('form.level')
  if (pointer === besideData.attachments) return t('attachments.title')
  const [name = '', second, third] = pointerParts(pointer)
  const field = model.fields.get(name)
  if (!field) return name
  if (field.kind === 'table' && second !== undefined) {
    const column = field.columns.find((own) => own.name === third)
    const row = Number(second) + 1
    return t('problem.row', { table: field.label, row, column: column?.label ?? '' }).trim()
  }
  if (field.kind === 'dateRange' && second === 'start') return t('form.startOf', { label: field.label })
  if (field.kind === 'dateRange' && second === 'end') return t('form.endOf', { label: field.label })
  return field.label
}

/** The field or column that a pointer stands for. */
export function fieldAt(model: RecordModel, pointer: string): Field | undefined {
  const [name = '', row, column] = pointerParts(pointer)
  const field = model.fields.get(name)
  return row !== undefined && field?.kind === 'table'
    ? field.columns.find((own) => own.name === column)
    : field
}

const chosen = new Set([
  'choice',
  'choices',
  'person',
  'people',
  'department',
  'departments',
  'record',
  'records',
])

/** What is asked at a place, as a sentence. */
export function problemText(problem: Problem, field: Field | undefined, t: TFunction<'records'>): string {
  if (problem.message !== undefined) return withoutLabel(problem.message, field)
  const { keyword, parameters } = problem
  const limit = Number(parameters['limit'])
  const isAmount = field?.kind === 'money' ? limit / 100 : limit
  const missing = field && chosen.has(field.kind) ? t('problem.requiredChoice') : t('problem.required')
  switch (keyword) {
    case 'required':
    case 'pattern':
      // Kinds use a pattern for texts that must not be blank, and for nothing else yet.
      return keyword === 'pattern' && parameters['pattern'] !== '\\S' ? t('problem.pattern') : missing
    case 'minItems':
      return limit === 1 ? missing : t('problem.minItems', { limit })
    case 'minLength':
      return limit === 1 ? missing : t('problem.minLength', { limit })
    case 'unread':
      return unreadText(field, t)
    case 'format':
      return formatText(String(parameters['format']), t)
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return t(`problem.${keyword}`, { limit: isAmount })
    case 'maxLength':
    case 'maxItems':
      return t(`problem.${keyword}`, { limit })
    case 'uniqueItems':
    case 'enum':
    case 'type':
      return t(`problem.${keyword}`)
    case 'boolean':
      return t('problem.unknownField')
    default:
      return t('problem.unknown')
  }
}

/** The server begins its sentence with the field's name, which already stands above it here. */
function withoutLabel(message: string, field: Field | undefined): string {
  const start = field && [`${field.label}:`, `${field.label}：`].find((prefix) => message.startsWith(prefix))
  return start ? message.slice(start.length).trim() : message
}

function unreadText(field: Field | undefined, t: TFunction<'records'>): string {
  switch (field?.kind) {
    case 'money':
    case 'integer':
      return t(`problem.unread.${field.kind}`)
    case 'number':
    case 'percent':
      return t('problem.unread.number')
    default:
      return t('problem.unread.other')
  }
}

function formatText(format: string, t: TFunction<'records'>): string {
  if (format === 'date' || format === 'date-time' || format === 'year-month')
    return t(`problem.format.${format}`)
  return t('problem.format.other')
}
