import { describe, expect, it } from 'vitest'
import { requiredFields } from './conditions.ts'
import { recordModel } from './field-model.ts'
import { formStore } from './form-store.ts'
import { sampleKind } from './sample-kind.ts'
import { sentFields, shownModel, stepModel, withLocked } from './step-model.ts'

const model = recordModel(sampleKind, 'zh-CN')
const without = (...names: string[]) => [...model.fields.keys()].filter((name) => !names.includes(name))

describe('a kind as a step shows it', () => {
  it('has no hidden field, no section of hidden fields alone, and no rule that asks for one', () => {
    const shown = without('name', 'type', 'isUrgent', 'period')
    const less = shownModel(model, { shown, writable: [] })
    expect([...less.fields.keys()]).toEqual(shown)
    expect(less.sections.map(({ id }) => id)).toEqual(['two', 'other'])
    expect(less.checks).toEqual([])
    // Whether it is urgent, this form does not know: the server asks for the reason.
    expect([...requiredFields(less, {})]).not.toContain('reason')
    expect(model.checks).toHaveLength(1)
  })

  it('keeps the value of what is worked out from a hidden field, and leaves out a column that is', () => {
    const shown = without('lines')
    const store = formStore(shownModel(model, { shown, writable: shown }), { total: 700 })
    store.set('/name', '乙')
    expect(store.data()).toMatchObject({ total: 700 })
    const kind = structuredClone(sampleKind)
    kind.schema.properties.lines.items.properties.amount['x-computed'] = '=quantity * price'
    const less = shownModel(recordModel(kind, 'zh-CN'), { shown: without('price'), writable: [] })
    expect(less.fields.get('lines')?.columns.map(({ name }) => name)).toEqual([
      'item',
      'quantity',
      'unitPrice',
    ])
  })

  it('is the kind itself where the step says nothing', () => {
    expect(shownModel(model, undefined)).toBe(model)
    expect(stepModel(model, undefined)).toBe(model)
    expect(sentFields(model, { name: '甲' })).toEqual({ name: '甲' })
    expect(withLocked(model, { name: '甲' }, { name: '乙', story: '旧' })).toEqual({ name: '甲' })
  })
})

describe('a form of which a step locks fields', () => {
  const step = stepModel(model, { shown: without('type'), writable: ['name', 'story'] })

  it('asks for nothing that its holder does not write', () => {
    const store = formStore(step, { lines: [{ quantity: -1 }] })
    expect(store.check().map(({ path }) => path)).toEqual(['/name'])
    store.set('/name', '甲')
    expect(store.check()).toEqual([])
    expect(formStore(model, { name: '甲' }).check().length).toBeGreaterThan(0)
  })

  it('locks what others write, and leaves what the program fills in as it is', () => {
    expect(step.fields.get('lines')).toMatchObject({ isReadOnly: true, isLocked: true })
    expect(step.fields.get('total')?.isLocked).toBeUndefined()
    expect(step.fields.get('name')).toMatchObject({ isReadOnly: false })
  })

  it('sends what its holder writes, and takes the rest from the server', () => {
    const data = { name: '甲', month: '2026-12', total: 0 }
    expect(sentFields(step, data)).toEqual({ name: '甲' })
    const stored = { name: '乙', story: '旧', month: '2027-01' }
    expect(withLocked(step, data, stored)).toEqual({ name: '甲', month: '2027-01' })
  })
})
