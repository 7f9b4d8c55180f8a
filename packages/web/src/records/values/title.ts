import { firstOf, subjectOf, tidyTitle } from '@canmou/contract'
import { isEmpty, type Data } from '../form/conditions.ts'
import type { Field } from '../form/field-model.ts'
import type { RecordModel } from '../form/field-model.ts'
import { displayText, type Names, type ValueWords } from './display.ts'

/** The title that the kind's rule gives these data (`{type}计划 {period.start}`); the kind's name where it gives none. */
export function ruleTitle(model: RecordModel, data: Data, names: Names, words: ValueWords): string {
  const inTitle: Names = { ...names, record: (id) => subjectOf(names.record(id) ?? id) }
  const title = (model.titleRule ?? '').replace(
    /\{(\w+)(?:\.(\w+))?\}/g,
    (_, name: string, member?: string) => {
      const field = model.fields.get(name)
      const value = data[name]
      if (!field) return ''
      if (member === undefined) return displayText(field, value, inTitle, words)
      if (Array.isArray(value)) return columnText(field, member, value as Data[], inTitle, words)
      const part = typeof value === 'object' && value !== null ? (value as Data)[member] : undefined
      return typeof part === 'string' ? part : ''
    },
  )
  return tidyTitle(title) || model.name
}

/** `{lines.product}`: of a table's column the first value, and how many different ones there are. */
function columnText(table: Field, member: string, rows: Data[], names: Names, words: ValueWords): string {
  const column = table.columns.find(({ name }) => name === member)
  const values = rows.map((row) => row[member]).filter((value) => !isEmpty(value))
  if (!column || values.length === 0) return ''
  return firstOf(displayText(column, values[0], names, words), new Set(values).size, words.locale)
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
