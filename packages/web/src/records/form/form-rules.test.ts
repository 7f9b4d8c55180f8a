import { describe, expect, it } from 'vitest'
import { brokenChecks, compute } from './computed.ts'
import { isVisible, requiredFields } from './conditions.ts'
import { recordModel } from './field-model.ts'
import { sampleKind } from './sample-kind.ts'
import { validate, valueAt } from './validation.ts'

const model = recordModel(sampleKind, 'zh-CN')
const complete = { name: '甲', type: 'annual', topics: ['a'] }

const field = (name: string) => {
  const found = model.fields.get(name)
  if (!found) throw new Error(name)
  return found
}

describe('recordModel', () => {
  it('knows every shape that the catalogue uses', () =>
    expect(Object.fromEntries([...model.fields].map(([name, { kind }]) => [name, kind]))).toEqual({
      name: 'text',
      story: 'longText',
      type: 'choice',
      topics: 'choices',
      count: 'integer',
      effort: 'number',
      price: 'money',
      share: 'percent',
      day: 'date',
      at: 'dateTime',
      month: 'month',
      isUrgent: 'boolean',
      reason: 'text',
      period: 'dateRange',
      owner: 'person',
      team: 'people',
      unit: 'department',
      units: 'departments',
      product: 'record',
      products: 'records',
      photo: 'file',
      photos: 'files',
      lines: 'table',
      total: 'money',
      strange: 'json',
    }))

  it('speaks the reader’s language, and zh-CN where a text is missing in it', () => {
    expect(field('name')).toMatchObject({ label: '名称', help: '写全称。' })
    const english = recordModel(sampleKind, 'en')
    expect(english.fields.get('name')).toMatchObject({ label: 'Name', help: '写全称。' })
    expect(english.fields.get('type')?.options).toEqual([
      { value: 'annual', label: 'Annual' },
      { value: 'routine', label: 'Routine' },
    ])
    expect(english.fields.get('count')?.label).toBe('count')
  })

  it('places each field once, keeps spans within the section, and loses no field', () => {
    const [one, two, other] = model.sections
    expect(one).toMatchObject({ id: 'one', title: '一', columns: 2 })
    expect(one?.fields.map(({ field: { name }, span }) => [name, span])).toEqual([
      ['name', 1],
      ['type', 2],
    ])
    expect(two?.fields.map(({ field: { name } }) => name)).toEqual(['lines'])
    const names = model.sections.flatMap((section) => section.fields.map(({ field: { name } }) => name))
    expect(names.toSorted()).toEqual([...model.fields.keys()].toSorted())
    expect(other?.id).toBe('other')
  })

  it('reads what references point at, limits, and what is filled by the program', () => {
    expect(field('products').recordKind).toBe('PRD')
    expect(field('owner').positions).toEqual(['marketManager'])
    expect(field('total').isReadOnly).toBe(true)
    expect(field('lines').columns[0]).toMatchObject({
      label: '项目',
      isRequired: true,
      maxLength: 20,
      kind: 'text',
    })
    expect(field('lines').columns[3]).toMatchObject({ isRequired: false, isReadOnly: true })
  })
})

describe('conditions', () => {
  it('asks for a field, and shows it, only while the condition holds', () => {
    const calm = requiredFields(model, { isUrgent: false })
    const urgent = requiredFields(model, { isUrgent: true })
    expect([calm.has('reason'), urgent.has('reason'), calm.has('name')]).toEqual([false, true, true])
    expect(isVisible(field('reason'), {}, calm)).toBe(false)
    expect(isVisible(field('reason'), {}, urgent)).toBe(true)
    expect(isVisible(field('story'), {}, calm)).toBe(true)
  })

  it('shows a section while the field that it hangs on has its value', () => {
    const layout = [
      { id: 'one', fields: [{ field: 'type' }] },
      { id: 'two', fields: [{ field: 'story' }], when: { field: 'type', value: 'annual' } },
    ]
    const story = recordModel({ ...sampleKind, view: { ...sampleKind.view, layout } }, 'zh-CN').fields.get(
      'story',
    )
    if (!story) throw new Error('story')
    const shown = (data: Record<string, unknown>) => isVisible(story, data, new Set())
    expect([shown({ type: 'annual' }), shown({ type: 'routine' }), shown({})]).toEqual([true, false, false])
    expect(shown({ type: 'routine', story: 'x' })).toBe(true)
  })

  it('never hides what was once written', () =>
    expect(isVisible(field('reason'), { reason: 'x' }, requiredFields(model, {}))).toBe(true))
})

describe('validate', () => {
  const places = (data: Record<string, unknown>) =>
    validate(model, data).map(({ path, keyword }) => `${path} ${keyword}`)

  it('finds nothing in complete data', () => expect(validate(model, complete)).toEqual([]))

  it('names each missing field by its own place, in the order of the page', () =>
    expect(places({})).toEqual(['/name required', '/type required', '/topics required']))

  it('names the place of a missing cell', () =>
    expect(places({ ...complete, lines: [{ item: 'x', quantity: 1 }, { item: ' ' }] })).toEqual([
      '/lines/1/item pattern',
      '/lines/1/quantity required',
    ]))

  it('names the field that a condition asks for', () =>
    expect(places({ ...complete, isUrgent: true })).toEqual(['/reason required']))

  it('checks formats, also our own', () =>
    expect(
      places({ ...complete, day: '2026-02-30', month: '2026-13', period: { start: '2026-01-01' } }),
    ).toEqual(['/day format', '/month format', '/period/end required']))

  it('says one thing of a field that has no business here', () =>
    expect(places({ ...complete, unknown: 1 })).toEqual(['/unknown boolean']))

  it('carries the limit', () =>
    expect(validate(model, { ...complete, name: 'x'.repeat(21) })[0]).toMatchObject({
      keyword: 'maxLength',
      parameters: { limit: 20 },
    }))
})

describe('compute', () => {
  it('fills a computed column and the total over it', () => {
    const data = compute(model, {
      lines: [{ quantity: 3, unitPrice: 1999 }, { quantity: 2 }, { quantity: 1, unitPrice: 1 }],
    })
    expect(valueAt(data, '/lines/0/amount')).toBe(5997)
    expect(valueAt(data, '/lines/1/amount')).toBe(0)
    expect(data['total']).toBe(5998)
  })

  it('is zero for no rows, as the expression says', () => expect(compute(model, {})['total']).toBe(0))

  it('gives back the same object when nothing changes, so that typing redraws nothing else', () => {
    const once = compute(model, { lines: [{ quantity: 3, unitPrice: 1 }] })
    expect(compute(model, once)).toBe(once)
  })

  it('overwrites what was typed into a computed field', () =>
    expect(compute(model, { total: 99 })['total']).toBe(0))
})

describe('brokenChecks', () => {
  it('reports a rule that does not hold, with the kind’s own sentence', () =>
    expect(brokenChecks(model, { period: { start: '2026-02-02', end: '2026-02-01' } })).toEqual([
      {
        path: '/period/end',
        keyword: 'check',
        parameters: { id: 'periodOrder' },
        message: '结束日期不能早于开始日期。',
        severity: 'error',
      },
    ]))

  it('is quiet while the rule holds or cannot be answered yet', () => {
    expect(brokenChecks(model, {})).toEqual([])
    expect(brokenChecks(model, { period: { start: '2026-02-02' } })).toEqual([])
    expect(brokenChecks(model, { period: { start: '2026-02-02', end: '2026-02-02' } })).toEqual([])
  })
})
