import { start } from '@canmou/engine'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { compileDefinition } from '../../src/processes/compile-definition.ts'
import { fillIn } from '../../src/work/fill-in.ts'
import type { LiveInstance, LiveRecord } from '../../src/work/live-instance.ts'
import { StepDraft } from '../../src/work/step-draft.ts'
import { catalogueFolder } from '../folders.ts'

const catalogue = await loadCatalogue(catalogueFolder)
const at = '2026-11-25T09:00:00+08:00'

async function instanceWith(
  record: Partial<LiveRecord>,
  variables: Record<string, number>,
): Promise<StepDraft> {
  const entry = catalogue.processes.get('SC-010')
  if (!entry) throw new Error('SC-010')
  const process = await compileDefinition(entry.xml, entry.definition.processId)
  const request: LiveRecord = {
    id: 'request',
    kind: 'TSR',
    slot: 'TSR',
    title: '',
    status: 'inApproval',
    level: 1,
    version: 1,
    ownerId: 'owner',
    departmentId: 'keyAccounts',
    ...record,
  }
  const live: LiveInstance = {
    id: 'instance',
    number: 'SC010-202611-0001',
    definition: { process } as LiveInstance['definition'],
    title: '',
    level: 1,
    departmentId: 'marketing',
    starterId: 'owner',
    status: 'running',
    version: 1,
    state: start(process, { id: 'instance', at, variables: { serviceType: 'afterSales', ...variables } })
      .state,
    startedAt: at,
    timers: {},
    tasks: [],
    records: [request],
    participants: [],
  }
  return new StepDraft(live, new Date(at), null)
}

describe('the values that a step fills in', () => {
  it('are written for a document in approval, once', async () => {
    const draft = await instanceWith({}, { workload: 2 })
    fillIn(catalogue, draft)
    expect(draft.records).toEqual([{ type: 'fill', id: 'request', data: { proposals: [], workload: 2 } }])
    const later = new StepDraft(draft.next, new Date(at), null)
    fillIn(catalogue, later)
    expect(later.records).toEqual([])
  })

  it.each(['inEffect', 'void'])('are left as they were once it is %s', async (status) => {
    const draft = await instanceWith({ status }, { workload: 2 })
    fillIn(catalogue, draft)
    expect(draft.records).toEqual([])
  })

  it('are not guessed for the round of a loop, whose own variables only its task knew', async () => {
    const draft = await instanceWith({ slot: 'TSR#keyAccountManager1' }, { workload: 2 })
    fillIn(catalogue, draft)
    expect(draft.records).toEqual([])
  })
})
