import type { Data } from '../form/conditions.ts'
import type { RecordModel } from '../form/field-model.ts'
import { displayText, type Names, type ValueWords } from './display.ts'

/** The title that the kind's rule gives these data (`{type}计划 {period.start}`); the kind's name where it gives none. */
export function ruleTitle(model: RecordModel, data: Data, names: Names, words: ValueWords): string {
  const title = (model.titleRule ?? '').replace(
    /\{(\w+)(?:\.(\w+))?\}/g,
    (_, name: string, member?: string) => {
      const field = model.fields.get(name)
      const value = data[name]
      if (!field) return ''
      if (member === undefined) return displayText(field, value, names, words)
      const part = typeof value === 'object' && value !== null ? (value as Data)[member] : undefined
      return typeof part === 'string' ? part : ''
    },
  )
  return title.replace(/\s+/g, ' ').trim() || model.name
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Whether a stored title is the rule's own, and so may follow the data on: what was typed must not be overwritten. Names
 * of people and records are not known yet when a form opens, so any text may stand for them.
 */
export function isRuleTitle(title: string, model: RecordModel, data: Data, words: ValueWords): boolean {
  if (title === '' || title === model.name) return true
  const anything = '\u0000'
  const names: Names = {
    person: () => anything,
    department: () => anything,
    record: () => anything,
    file: () => anything,
  }
  const pattern = escaped(ruleTitle(model, data, names, words)).replaceAll(anything, '.*')
  return new RegExp(`^${pattern}$`, 'u').test(title)
}
