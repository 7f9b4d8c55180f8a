import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import type { Catalogue, RecordKind } from '../../src/catalogue/catalogue.ts'
import { Failure, presentFailure } from '../../src/http/failure.ts'
import { noReferences } from '../../src/records/references.ts'
import { prepareSubmission, type SubmissionRequest } from '../../src/records/submission.ts'
import { catalogueFolder } from '../folders.ts'
import { completePlan } from './plan.ts'

const catalogue: Catalogue = await loadCatalogue(catalogueFolder)
const plan = catalogue.kinds.get('MRP') as RecordKind

const submit = (change: Partial<SubmissionRequest> = {}): ReturnType<typeof prepareSubmission> =>
  prepareSubmission({
    kind: plan,
    catalogue,
    data: completePlan(),
    level: 'internal',
    version: 1,
    attachmentIds: [],
    references: noReferences,
    author: { clearance: 'secret', locale: 'zh-CN' },
    ...change,
  })

function refusal(work: () => unknown): Failure {
  try {
    work()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('It was not refused')
}

describe('a submission', () => {
  it('works out the computed fields and ignores what was sent for them', () => {
    expect(submit({ data: { ...completePlan(), budgetTotal: 1 } }).data['budgetTotal']).toBe(1_234_550)
  })

  it('is titled by the rule of its kind in the language of its author, unless somebody typed a title', () => {
    expect(submit().title).toBe('年度市场调研策划书 2027-01-01')
    expect(submit({ author: { clearance: 'secret', locale: 'en' } }).title).toBe(
      'Market research plan (Annual) 2027-01-01',
    )
    expect(submit({ title: ' <script>alert(1)</script>\u0007 \u202e调研\n策划 ' }).title).toBe(
      '<script>alert(1)</script> 调研 策划',
    )
  })

  it('tells whoever writes some of its fields what is wrong with those, and of a rule where it reads one of them', () => {
    const check = {
      id: 'sameText',
      path: '/regions',
      rule: '=regions = null or regions != method',
      severity: 'error' as const,
    }
    const kind = { ...plan, schema: { ...plan.schema, 'x-checks': [check] } }
    const written: Record<string, unknown> = { ...completePlan(), regions: '问卷与访谈' }
    const { background: _, ...data } = written
    const toldTo = (...writable: string[]) => {
      const attempt = () => submit({ kind, data, rights: { writable: new Set(writable) } })
      return refusal(attempt).details?.map(({ path }) => path)
    }
    expect(toldTo('background', 'method')).toEqual(['/background'])
    expect(toldTo('regions', 'researchPlan')).toEqual(['/regions'])
    expect(toldTo('researchPlan', 'method')).toEqual(['/method'])
    const untouched = submit({ kind, data, rights: { writable: new Set(['researchPlan']) } })
    expect(untouched.data).not.toHaveProperty('background')
    // What there is not at all is nobody's field.
    const strange = { ...data, more: 1 }
    const asked = refusal(() => submit({ kind, data: strange, rights: { writable: new Set() } }))
    expect(asked.details).toMatchObject([{ path: '/more' }])
  })

  it('names each place that needs correction as the form does, in every language', () => {
    const { background: _, ...data } = completePlan()
    const failure = refusal(() =>
      submit({
        data: {
          ...data,
          method: '   ',
          researchType: 'weekly',
          budgetItems: [{ item: '差旅', amount: -1 }],
          more: 1,
        },
      }),
    )
    const { status, body } = presentFailure(failure, 'zh-CN', 'r1')
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'RECORD_INVALID', message: '表单有 5 处需要修改' })
    expect(body['details']).toEqual(
      expect.arrayContaining([
        { path: '/background', keyword: 'required', message: '调研背景与目的：请填写此项' },
        { path: '/method', keyword: 'pattern', message: '调研方案：请填写此项' },
        { path: '/researchType', keyword: 'enum', message: '调研类型：请从选项中选择' },
        { path: '/budgetItems/0/amount', keyword: 'minimum', message: '预算明细 第1行 金额：不能小于 0' },
        { path: '/more', keyword: 'additionalProperties', message: '没有这个字段' },
      ]),
    )
    expect(presentFailure(failure, 'en', 'r1').body['details']).toContainEqual({
      path: '/budgetItems/0/amount',
      keyword: 'minimum',
      message: 'Budget items row 1 Amount: Must not be less than 0',
    })
  })

  it('is held to the rules over several fields', () => {
    const failure = refusal(() =>
      submit({ data: { ...completePlan(), period: { start: '2027-03-31', end: '2027-01-01' } } }),
    )
    expect(failure.details).toEqual([expect.objectContaining({ path: '/period/end', keyword: 'check' })])
  })

  it('may not point at what its author cannot see', () => {
    const products = ['0192a000-0000-7000-8000-000000000001']
    expect(refusal(() => submit({ data: { ...completePlan(), products } })).details).toEqual([
      expect.objectContaining({ path: '/products/0', keyword: 'reference' }),
    ])
    const records = new Map([[products[0] as string, { kind: 'PRD', title: '终端' }]])
    const { links } = submit({
      data: { ...completePlan(), products },
      references: { ...noReferences, records },
    })
    expect(links).toEqual([{ to: products[0], type: 'uses' }])
  })

  it('may be raised in level up to its author’s clearance, and never lowered', () => {
    expect(submit({ level: 'secret', formerLevel: 'internal' }).levelRank).toBe(2)
    expect(refusal(() => submit({ level: 'confidential' })).code).toBe('CLEARANCE_TOO_LOW')
    expect(refusal(() => submit({ level: 'internal', formerLevel: 'secret' })).code).toBe('LEVEL_LOWERED')
  })

  it('keeps what the program filled in before, unless its source says something new', () => {
    const draft = { revisionOpinion: '请压缩预算' }
    expect(submit({ draft }).data['revisionOpinion']).toBe('请压缩预算')
    const sources = { 'opinion:SC001_reviewPlan': '目的不够明确' }
    expect(submit({ draft, sources }).data['revisionOpinion']).toBe('目的不够明确')
    expect(submit({ data: { ...completePlan(), revisionOpinion: '自己写的' } }).data).not.toHaveProperty(
      'revisionOpinion',
    )
  })

  it('has a hash that depends on its content alone', () => {
    const plain = submit()
    const reordered = submit({ data: Object.fromEntries(Object.entries(completePlan()).reverse()) })
    expect(plain.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(reordered.sha256).toBe(plain.sha256)
    const others = [
      submit({ title: '另一个标题' }),
      submit({ level: 'secret' }),
      submit({ data: { ...completePlan(), regions: '华东' } }),
      ...['aa', 'bb'].map((sha256) =>
        submit({
          attachmentIds: ['0192a000-0000-7000-8000-000000000002'],
          references: {
            ...noReferences,
            files: new Map([['0192a000-0000-7000-8000-000000000002', sha256]]),
          },
        }),
      ),
    ]
    expect(new Set([plain, ...others].map(({ sha256 }) => sha256)).size).toBe(6)
  })
})
