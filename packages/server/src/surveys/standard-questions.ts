import {
  mostOptions,
  mostQuestions,
  usualTopScore,
  type Locale,
  type SurveyDimension,
  type SurveyPurpose,
  type SurveyQuestion,
} from '@canmou/contract'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { FieldView, KindSchema } from '../catalogue/record-kind.ts'

/** Where the catalogue keeps the fields that every answer of a purpose has. */
const forms: Record<SurveyPurpose, { kind: string; table?: string } | undefined> = {
  research: undefined,
  training: { kind: 'TRS' },
  satisfaction: { kind: 'SSF', table: 'answers' },
}

const dimensions: Record<string, SurveyDimension> = {
  qualityScore: 'quality',
  deliveryScore: 'delivery',
  serviceScore: 'service',
  priceScore: 'price',
  overall: 'overall',
  satisfaction: 'satisfaction',
  contentScore: 'content',
  trainerScore: 'trainer',
  organizationScore: 'organization',
}

/** The column of each dimension in the table of answers. */
export const dimensionColumns: ReadonlyMap<SurveyDimension | undefined, string> = new Map(
  Object.entries(dimensions).map(([column, dimension]) => [dimension, column]),
)

/** The fields that every answer of a purpose has, in the order by which the standard questions are numbered. */
export function columnsOf(catalogue: Catalogue, purpose: SurveyPurpose): string[] {
  const form = forms[purpose]
  const kind = form && catalogue.kinds.get(form.kind)
  const schema = form?.table === undefined ? kind?.schema : kind?.schema.properties?.[form.table]?.items
  return Object.keys(schema?.properties ?? {})
}

const ends = {
  low: { 'zh-CN': '很不满意', 'zh-TW': '很不滿意', en: 'Very poor' },
  high: { 'zh-CN': '很满意', 'zh-TW': '很滿意', en: 'Very good' },
}

/** The scores and remarks that the handbook's own form asks for (domain.md §11 TRS, SSF), in the designer's language. */
export function standardQuestions(
  catalogue: Catalogue,
  purpose: SurveyPurpose,
  locale: Locale,
): SurveyQuestion[] {
  const form = forms[purpose]
  const kind = form && catalogue.kinds.get(form.kind)
  if (!kind) return []
  const { table } = form
  const schema = table === undefined ? kind.schema : kind.schema.properties?.[table]?.items
  const views = table === undefined ? kind.view.fields : kind.view.fields[table]?.columns
  return Object.entries(schema?.properties ?? {}).flatMap(([name, field], index) => {
    const question = questionOf(name, field, schema?.required ?? [], views?.[name], locale)
    return question ? [{ id: `qs${index + 1}`, ...question }] : []
  })
}

function questionOf(
  name: string,
  field: KindSchema,
  required: string[],
  view: FieldView | undefined,
  locale: Locale,
): Omit<SurveyQuestion, 'id'> | undefined {
  const dimension = dimensions[name]
  const text = view?.label[locale] ?? name
  const isRequired = required.includes(name)
  if (dimension)
    return {
      type: 'score',
      text,
      required: isRequired,
      top: usualTopScore,
      lowLabel: ends.low[locale],
      highLabel: ends.high[locale],
      dimension,
    }
  const isRemark = field.type === 'string' && field.format === undefined && Number(field['maxLength']) > 200
  return isRemark ? { type: 'text', text, required: isRequired, isLong: true } : undefined
}

const types = new Set(['single', 'multiple', 'text', 'score'])

/**
 * The question table of 《市场调研问卷》 or 调查表 (MRQ.questions, SSF.questions) as questions; rows that are not filled in yet
 * come along as far as they go.
 */
export function documentQuestions(table: unknown): SurveyQuestion[] {
  if (!Array.isArray(table)) return []
  return table.slice(0, mostQuestions).flatMap((row: unknown, index) => {
    if (typeof row !== 'object' || row === null) return []
    const { text, type, options, required } = row as Record<string, unknown>
    if (typeof text !== 'string' || typeof type !== 'string' || !types.has(type)) return []
    const question = {
      id: `qd${index + 1}`,
      type: type as SurveyQuestion['type'],
      text: text.slice(0, 2000),
      required: required === true,
    }
    if (type === 'score') return [{ ...question, top: usualTopScore }]
    if (type === 'text') return [question]
    return [{ ...question, options: optionsIn(typeof options === 'string' ? options : '') }]
  })
}

/** The form's column says “用分号分隔”; lines are taken as well. */
const optionsIn = (text: string): string[] =>
  [...new Set(text.split(/[;；\n]/).map((option) => option.trim().slice(0, 200)))]
    .filter((option) => option !== '')
    .slice(0, mostOptions)
