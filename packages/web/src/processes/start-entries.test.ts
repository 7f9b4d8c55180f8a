import type { ProcessSummary } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { startEntries } from './start-entries.ts'

const process = (id: string, startable: boolean, value?: string): ProcessSummary => ({
  id,
  name: id,
  description: '',
  departmentId: 'marketing',
  departmentName: '市场部',
  version: 1,
  status: 'inEffect',
  startable,
  hasStartForm: false,
  recordKinds: [],
  ...(value && {
    startRoute: {
      id: 'technicalService',
      name: '技术服务申请',
      description: '',
      field: 'serviceType',
      fieldName: '服务类型',
      value,
      valueName: value,
    },
  }),
})

describe('the start list', () => {
  it('offers an entry with several ways once, in the place of the first', () => {
    const entries = startEntries([
      process('SC-001', true),
      process('SC-008', true, 'training'),
      process('SC-009', true),
      process('SC-010', true, 'afterSales'),
    ])
    expect(entries.map(({ key }) => key)).toEqual(['SC-001', 'technicalService', 'SC-009'])
    expect(entries[1]).toMatchObject({ ways: [{ process: { id: 'SC-008' } }, { process: { id: 'SC-010' } }] })
  })

  it('holds only what the reader may start', () => {
    expect(startEntries([process('SC-001', false), process('SC-008', false, 'training')])).toEqual([])
    expect(
      startEntries([process('SC-008', false, 'training'), process('SC-010', true, 'afterSales')]),
    ).toMatchObject([{ key: 'technicalService', ways: [{ process: { id: 'SC-010' } }] }])
  })
})
