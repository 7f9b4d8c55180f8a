import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from '../records/make-record.ts'
import { Work } from './approval.ts'

const app = useApp()
const work = new Work(app)

describe('a refusal that ends the instance', () => {
  it('leaves the record void, not in effect', async () => {
    const product = await makeRecord(app.database, await loadCatalogue(catalogueFolder), {
      kind: 'PRD',
      title: '新产品（演示）',
      ownerId: app.idOf('marketManager'),
    })
    const { id } = await work.start('marketManager', 'SC-005')
    await work.act('marketManager', id, 'SC005_submitPricingRequest', 'submit', {
      data: { pricingType: 'newProduct', product, reason: '确定上市价格', expectedDate: '2027-01-15' },
    })
    await work.act('productMarketingManager', id, 'SC005_acceptPricing', 'reject', {
      opinion: '暂不具备定价条件',
    })
    const { status, records } = await work.instance('marketManager', id)
    expect(status).toBe('completed')
    expect(records).toMatchObject([{ kind: 'PPA', status: 'void', version: 1 }])
  })
})
