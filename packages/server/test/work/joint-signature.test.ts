import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'

const app = useApp()
const work = new Work(app)

const signatories = [
  'productMarketingManager',
  'technicalDirector',
  'generalManager',
  'keyAccountDeptManager',
]

describe('SC-001 over HTTP', () => {
  it('a routine plan goes to its four signatures without the general manager’s review, and takes effect', async () => {
    const id = await work.planBeforeSignature('routine')
    for (const by of signatories) await work.act(by, id, 'SC001_jointSign', 'approve')
    const instance = await work.instance('marketManager', id)
    expect(instance.status).toBe('completed')
    expect(instance.number).toMatch(/^SC001-\d{6}-\d{4}$/)
    expect(instance.tasks.map(({ elementId }) => elementId)).not.toContain('SC001_gmReview')
    expect(instance.records).toMatchObject([{ kind: 'MRP', status: 'inEffect', version: 1 }])
    expect(instance.records[0]?.number).toMatch(/^MRP-\d{6}-\d{4}$/)
  })

  it('a refusal at the signature gives V2, and everybody is asked again', async () => {
    const id = await work.planBeforeSignature('routine')
    await work.act('technicalDirector', id, 'SC001_jointSign', 'reject', { opinion: '技术内容不足' })
    const draft = await work.openTask('marketManager', id, 'SC001_draftPlan')
    const page = await work.task('marketManager', draft.id)
    expect(page).toMatchObject({ mode: 'form', record: { status: 'returned', version: 1, isDraft: true } })
    await work.act('marketManager', id, 'SC001_draftPlan', 'submit', {
      data: { ...completePlan(), researchType: 'routine', background: '补充技术内容' },
    })
    const review = await work.openTask('productMarketingManager', id, 'SC001_reviewPlan')
    const detail = await work.task('productMarketingManager', review.id)
    expect(detail).toMatchObject({ mode: 'snapshot', record: { version: 2 }, previous: { version: 1 } })
    expect(detail.opinions.map(({ opinion }) => opinion)).toContain('技术内容不足')
  })
})
