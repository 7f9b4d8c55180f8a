import { describe, expect, it, vi } from 'vitest'
import { recordModel } from './field-model.ts'
import { formStore } from './form-store.ts'
import { sampleKind } from './sample-kind.ts'

const model = recordModel(sampleKind, 'zh-CN')
const complete = { name: '甲', type: 'annual', topics: ['a'] }
const places = (problems: readonly { path: string; keyword: string }[]) =>
  problems.map(({ path, keyword }) => `${path} ${keyword}`)

describe('formStore', () => {
  it('writes cells, computes, and leaves the other rows the same objects', () => {
    const store = formStore(model, {
      ...complete,
      lines: [
        { item: 'a', quantity: 1 },
        { item: 'b', quantity: 2 },
      ],
    })
    const [, second] = store.data()['lines'] as object[]
    store.set('/lines/0/unitPrice', 500)
    const lines = store.data()['lines'] as object[]
    expect(lines[0]).toEqual({ item: 'a', quantity: 1, unitPrice: 500, amount: 500 })
    expect(lines[1]).toBe(second)
    expect(store.data()['total']).toBe(500)
  })

  it('clears by leaving out, so that an emptied field counts as missing', () => {
    const store = formStore(model, complete)
    store.set('/name', undefined)
    expect('name' in store.data()).toBe(false)
    expect(places(store.check())).toEqual(['/name required'])
  })

  it('takes a field that the server emptied for one without a value', () => {
    const store = formStore(model, { ...complete, day: null })
    expect(store.check()).toEqual([])
    store.replace({ ...complete, type: null })
    expect(places(store.check())).toEqual(['/type required'])
  })

  it('asks for what the kind wants from the second version on', () => {
    const rule = '=version < 2 or (reason != null and reason != "")'
    const later = recordModel(
      {
        ...sampleKind,
        schema: {
          ...sampleKind.schema,
          'x-checks': [{ id: 'later', path: '/reason', rule, severity: 'error' }],
        },
      },
      'zh-CN',
    )
    const problems = (version?: number) => places(formStore(later, complete, version).check())
    expect(problems(1)).toEqual([])
    expect(problems(2)).toEqual(['/reason check'])
    expect(problems()).toEqual([])
  })

  it('says nothing before a field was left or the form submitted', () => {
    const store = formStore(model, { day: '2026-02-30' })
    expect(store.shownProblems()).toEqual([])
    store.touch('/day')
    expect(places(store.shownProblems())).toEqual(['/day format'])
    expect(places(store.check())).toEqual([
      '/name required',
      '/type required',
      '/topics required',
      '/day format',
    ])
  })

  it('keeps up with typing after the first attempt', () => {
    const store = formStore(model, { ...complete, name: ' ' })
    store.check()
    expect(store.problemAt('/name')?.keyword).toBe('pattern')
    store.set('/name', '乙')
    expect(store.shownProblems()).toEqual([])
  })

  it('refuses a text that is no value, until it is one', () => {
    const store = formStore(model, complete)
    store.setUnread('/price', '一千')
    expect(places(store.check())).toEqual(['/price unread'])
    store.set('/price', 100000)
    expect(store.check()).toEqual([])
  })

  it('shows what the server found at the same place until that field changes', () => {
    const store = formStore(model, complete)
    store.refuse([
      { path: '/name', keyword: 'taken', parameters: {}, message: '已有同名' },
      { path: '/lines/0/item', keyword: 'x', parameters: {}, message: '不行' },
    ])
    expect(store.problemAt('/name')?.message).toBe('已有同名')
    store.set('/name', '乙')
    expect(places(store.shownProblems())).toEqual(['/lines/0/item x'])
    store.set('/lines', [])
    expect(store.shownProblems()).toEqual([])
  })

  it('forgets unreadable cells of rows that were moved or removed', () => {
    const store = formStore(model, {
      ...complete,
      lines: [
        { item: 'a', quantity: 1 },
        { item: 'b', quantity: 1 },
      ],
    })
    store.setUnread('/lines/1/unitPrice', 'x')
    store.set('/lines', [{ item: 'a', quantity: 1 }])
    expect(store.check()).toEqual([])
  })

  it('makes the first row with its first value, and drops rows that stayed blank when submitting', () => {
    const store = formStore(model, complete)
    store.set('/lines/0/item', 'a')
    store.set('/lines/0/quantity', 2)
    store.set('/lines', [...(store.data()['lines'] as object[]), {}, { amount: 0 }])
    expect(store.check()).toEqual([])
    expect(store.data()['lines']).toEqual([{ item: 'a', quantity: 2, amount: 0 }])
  })

  it('keeps a row that looks blank because its text could not be read', () => {
    const store = formStore(model, { ...complete, lines: [{ item: 'a', quantity: 1 }, {}] })
    store.setUnread('/lines/1/unitPrice', '很多')
    expect(places(store.check())).toContain('/lines/1/unitPrice unread')
    expect(store.data()['lines']).toHaveLength(2)
  })

  it('tells of changes by hand, not of a text from the server', () => {
    const store = formStore(model, complete)
    const told = vi.fn()
    store.onChange(told)
    store.replace({ ...complete, name: '丙' })
    expect(told).not.toHaveBeenCalled()
    store.set('/name', '丁')
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ name: '丁' }))
  })
})
