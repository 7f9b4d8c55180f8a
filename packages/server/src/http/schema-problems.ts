import type { Labels } from '@canmou/contract'
import type { ErrorObject } from 'ajv'
import type { FailureDetail } from './failure.ts'

type Sentence = (parameters: Record<string, unknown>) => Labels

const labels = (zhCN: string, zhTW: string, en: string): Labels => ({ 'zh-CN': zhCN, 'zh-TW': zhTW, en })

const typeNames: Record<string, Labels> = {
  string: labels('文字', '文字', 'text'),
  number: labels('数字', '數字', 'a number'),
  integer: labels('整数', '整數', 'a whole number'),
  boolean: labels('是或否', '是或否', 'yes or no'),
  array: labels('列表', '清單', 'a list'),
  object: labels('一组字段', '一組欄位', 'a group of fields'),
  null: labels('空', '空', 'empty'),
}

const formatNames: Record<string, Labels> = {
  date: labels('日期（年-月-日）', '日期（年-月-日）', 'a date (year-month-day)'),
  'date-time': labels('日期和时间', '日期和時間', 'a date and time'),
  'year-month': labels('月份（年-月）', '月份（年-月）', 'a month (year-month)'),
  percent: labels('百分比（0 到 100）', '百分比（0 到 100）', 'a percentage (0 to 100)'),
  uuid: labels('编号', '編號', 'an identifier'),
  email: labels('电子邮箱地址', '電子郵件地址', 'an e-mail address'),
  uri: labels('网址', '網址', 'a web address'),
  money: labels(
    '金额（以分为单位的整数）',
    '金額（以分為單位的整數）',
    'an amount of money (a whole number of cents)',
  ),
}

const fillIn = labels('请填写此项', '請填寫此項', 'Please fill this in')

/** What each keyword of a schema asks for, in words (the keywords of JSON Schema 2020-12 that the catalogue uses). */
const sentences: Record<string, Sentence> = {
  required: () => fillIn,
  type: ({ type }) => {
    const wanted = (Array.isArray(type) ? type : String(type).split(',')).filter((name) => name !== 'null')
    const names = wanted.map(
      (name) => typeNames[String(name)] ?? labels(String(name), String(name), String(name)),
    )
    return labels(
      `应为${names.map((name) => name['zh-CN']).join('或')}`,
      `應為${names.map((name) => name['zh-TW']).join('或')}`,
      `Must be ${names.map((name) => name.en).join(' or ')}`,
    )
  },
  enum: () => labels('请从选项中选择', '請從選項中選擇', 'Choose one of the options'),
  const: ({ allowedValue }) =>
    labels(`应为 ${String(allowedValue)}`, `應為 ${String(allowedValue)}`, `Must be ${String(allowedValue)}`),
  minLength: ({ limit }) =>
    limit === 1 ? fillIn : labels(`至少 ${limit} 个字`, `至少 ${limit} 個字`, `At least ${limit} characters`),
  maxLength: ({ limit }) => labels(`最多 ${limit} 个字`, `最多 ${limit} 個字`, `At most ${limit} characters`),
  minimum: ({ limit }) => labels(`不能小于 ${limit}`, `不能小於 ${limit}`, `Must not be less than ${limit}`),
  maximum: ({ limit }) => labels(`不能大于 ${limit}`, `不能大於 ${limit}`, `Must not be more than ${limit}`),
  exclusiveMinimum: ({ limit }) => labels(`应大于 ${limit}`, `應大於 ${limit}`, `Must be more than ${limit}`),
  exclusiveMaximum: ({ limit }) => labels(`应小于 ${limit}`, `應小於 ${limit}`, `Must be less than ${limit}`),
  multipleOf: ({ multipleOf }) =>
    labels(`应为 ${multipleOf} 的倍数`, `應為 ${multipleOf} 的倍數`, `Must be a multiple of ${multipleOf}`),
  // The catalogue's way to say that a text must not be blank.
  pattern: ({ pattern }) =>
    pattern === '\\S' ? fillIn : labels('格式不正确', '格式不正確', 'Is not written in the expected way'),
  format: ({ format }) => {
    const name = formatNames[String(format)] ?? labels(String(format), String(format), String(format))
    return labels(`应为${name['zh-CN']}`, `應為${name['zh-TW']}`, `Must be ${name.en}`)
  },
  minItems: ({ limit }) => labels(`至少 ${limit} 项`, `至少 ${limit} 項`, `At least ${limit} entries`),
  maxItems: ({ limit }) => labels(`最多 ${limit} 项`, `最多 ${limit} 項`, `At most ${limit} entries`),
  uniqueItems: () => labels('不能有重复的项', '不能有重複的項', 'Entries must not repeat'),
  additionalProperties: () => labels('没有这个字段', '沒有這個欄位', 'There is no such field'),
  unevaluatedProperties: () => labels('没有这个字段', '沒有這個欄位', 'There is no such field'),
  formatMinimum: ({ limit }) =>
    labels(`不能早于 ${limit}`, `不能早於 ${limit}`, `Must not be before ${limit}`),
  formatMaximum: ({ limit }) =>
    labels(`不能晚于 ${limit}`, `不能晚於 ${limit}`, `Must not be after ${limit}`),
}

const unnamed = labels('不符合要求', '不符合要求', 'Does not meet the requirements')

/** Keywords whose own message says nothing that the messages of their parts do not say better. */
const wrappers = new Set(['if', 'allOf', 'oneOf', 'anyOf', 'then', 'else', '$ref', '$dynamicRef'])

/** What a validator found, as places and sentences in every language. `labelAt` names the field, where there is a name. */
export function describeProblems(
  errors: readonly ErrorObject[],
  labelAt?: (pointer: string) => Labels | undefined,
): FailureDetail[] {
  const told = errors.filter((error) => !wrappers.has(error.keyword))
  const places = new Map<string, FailureDetail>()
  for (const error of told.length > 0 ? told : errors) {
    const path = placeOf(error)
    const key = `${path} ${error.keyword}`
    if (places.has(key)) continue
    const sentence = sentences[error.keyword]?.(error.params) ?? unnamed
    places.set(key, { path, message: named(sentence, labelAt?.(path)), keyword: error.keyword })
  }
  return [...places.values()]
}

/** Where the reader has to act: a missing field's own place, not that of the object around it. */
function placeOf(error: ErrorObject): string {
  const params = error.params as Record<string, unknown>
  const inner = params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty']
  if (typeof inner !== 'string') return error.instancePath
  return `${error.instancePath}/${inner.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function named(sentence: Labels, label: Labels | undefined): Labels {
  if (!label) return sentence
  return labels(
    `${label['zh-CN']}：${sentence['zh-CN']}`,
    `${label['zh-TW']}：${sentence['zh-TW']}`,
    `${label.en}: ${sentence.en}`,
  )
}
