import type { Labels } from '@canmou/contract'
import { Failure } from '../http/failure.ts'
import { isFormData } from './form-data.ts'
import { fieldTerm } from './search-terms.ts'

const mostFields = 8

/**
 * `{"roles":"customer"}` (`x-where` of the catalogue) as terms of the search index: entries whose field holds the value, or
 * whose list has it. The same index serves as the words do, because containment in `jsonb`, not being leakproof, could not
 * use one behind the row-level policies. Fails with REQUEST_INVALID.
 */
export function whereTerms(where: string): string[] {
  const filter = parsed(where)
  const entries = isFormData(filter) ? Object.entries(filter) : []
  if (entries.length === 0 || entries.length > mostFields) throw invalid()
  return entries.map(([field, value]) => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw invalid()
    return fieldTerm(field, value)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid()
  }
}

const invalid = (): Failure =>
  new Failure('REQUEST_INVALID', {}, [{ path: '/querystring/where', message: wrong, keyword: 'where' }])

const wrong: Labels = {
  'zh-CN': '应为 JSON 对象，由字段名和值组成',
  'zh-TW': '應為 JSON 物件，由欄位名稱和值組成',
  en: 'Must be a JSON object of field names and values',
}
