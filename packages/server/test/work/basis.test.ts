import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from '../records/make-record.ts'
import { Research } from './research.ts'

const app = useApp()
const research = new Research(app)
const { by } = research

const reads = async (who: string, id: string): Promise<boolean> =>
  (await research.send(who, 'GET', `/api/records/${id}`)).statusCode === 200

describe('what an instance works from', () => {
  it('is read by those who work on it, also where it was chosen and not handed over, and by nobody else', async () => {
    const plan = await research.planNo()
    expect(await reads(by, plan)).toBe(false)
    const id = await research.begin()
    expect(await reads(by, plan)).toBe(true)
    expect(await reads('keyAccountManager2', plan)).toBe(false)
    const taskId = await research.fill(id, [await research.sheet()])
    expect((await research.submit(taskId)).statusCode).toBe(200)
  })

  it('stays with the people named where it is for them only', async () => {
    const secret = new Research(app)
    const catalogue = await loadCatalogue(catalogueFolder)
    const ownerId = app.idOf('marketManager')
    const plan = await makeRecord(app.database, catalogue, { ownerId, needToKnow: true })
    secret.planNo = () => Promise.resolve(plan)
    await secret.begin()
    expect(await reads(by, plan)).toBe(false)
    expect(await reads('marketManager', plan)).toBe(true)
  })
})
