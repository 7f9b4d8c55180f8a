import type { Labels } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import { Failure } from '../http/failure.ts'
import { isFormData, type FormData } from './form-data.ts'
import { rangeTerms, type Range } from './range-terms.ts'
import { fieldTerm } from './search-terms.ts'

const mostFields = 8

/**
 * `{"roles":"customer"}` (`x-where` of the catalogue) as terms of the search index: entries whose field holds the value, or
 * whose list has it; `{"recordDate":{"from":"2026-03","to":"2026-05"}}`, of a kind, as the terms of which they must have
 * one. The same index serves as the words do, because containment in `jsonb`, not being leakproof, could not use one behind
 * the row-level policies. Fails with REQUEST_INVALID, or RANGE_REVERSED where the bounds are the wrong way round.
 */
export function readWhere(
  where: string,
  kind: RecordKind | undefined,
): { terms: string[]; ranges: string[][] } {
  const filter = parsed(where)
  const entries = isFormData(filter) ? Object.entries(filter) : []
  if (entries.length === 0 || entries.length > mostFields) throw invalid(wrong)
  const terms: string[] = []
  const ranges: string[][] = []
  for (const [field, value] of entries) {
    if (isFormData(value)) ranges.push(termsWithin(field, rangeOf(value), kind))
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      terms.push(fieldTerm(field, value))
    else throw invalid(wrong)
  }
  return { terms, ranges }
}

function rangeOf({ from, to, ...others }: FormData): Range {
  const isBound = (value: unknown): value is string | number =>
    typeof value === 'string' || typeof value === 'number'
  if (Object.keys(others).length > 0 || (from === undefined && to === undefined)) throw invalid(wrongRange)
  if ((from !== undefined && !isBound(from)) || (to !== undefined && !isBound(to))) throw invalid(wrongRange)
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

function termsWithin(name: string, range: Range, kind: RecordKind | undefined): string[] {
  const field = kind?.schema.properties?.[name]
  const beginnings = field ? rangeTerms(field, range) : 'unsupported'
  if (beginnings === 'reversed') {
    const label = kind?.view.fields[name]?.label ?? name
    throw new Failure('RANGE_REVERSED', { field: label, from: range.from ?? '', to: range.to ?? '' })
  }
  if (typeof beginnings === 'string') throw invalid(beginnings === 'malformed' ? wrongRange : noRange)
  return beginnings.map((beginning) => fieldTerm(name, beginning))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid(wrong)
  }
}

const invalid = (message: Labels): Failure =>
  new Failure('REQUEST_INVALID', {}, [{ path: '/querystring/where', message, keyword: 'where' }])

const wrong: Labels = {
  'zh-CN': '应为 JSON 对象，由字段名和值组成',
  'zh-TW': '應為 JSON 物件，由欄位名稱和值組成',
  en: 'Must be a JSON object of field names and values',
}
const wrongRange: Labels = {
  'zh-CN': '范围应有 from 或 to，值为日期、月份、年份或整数',
  'zh-TW': '範圍應有 from 或 to，值為日期、月份、年份或整數',
  en: 'A range has from or to: a day, a month, a year or a whole number',
}
const noRange: Labels = {
  'zh-CN': '只有指定种类的日期、时间、月份和整数字段可以按范围查找',
  'zh-TW': '只有指定種類的日期、時間、月份和整數欄位可以按範圍查找',
  en: 'Only days, moments, months and whole numbers of a given kind can be looked for by range',
}
