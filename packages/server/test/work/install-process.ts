import { v7 as uuid } from 'uuid'
import type { Database } from '../../src/db/database.ts'

/** A drawing to put into effect for a test: its code (TWO-001), the id of its `<process>`, what people call it. */
export interface TestProcess {
  id: string
  bpmnId: string
  name: string
  xml: string
}

/** Puts a drawing into effect as the installation does, begun by hand by the 市场经理. */
export async function installProcess(
  database: Database,
  { id, bpmnId, name, xml }: TestProcess,
): Promise<void> {
  const names = { 'zh-CN': name, 'zh-TW': name, en: name }
  const definition = {
    processId: bpmnId,
    name: names,
    description: names,
    departmentId: 'marketing',
    ownerPosition: 'marketManager',
    starterPositions: ['marketManager'],
    starts: ['manual'],
    recordKinds: [],
    settings: [],
    labels: {},
  }
  await database.asSystem(async (tx) => {
    await tx.execute(
      `insert into processes (id, name, description, department_id, starter_positions)
       values ($1, $2, $2, 'marketing', '{marketManager}')`,
      [id, JSON.stringify(names)],
    )
    await tx.execute(
      `insert into process_versions (id, process_id, version, status, xml, definition, sha256, signed_by, effective_at)
       values ($1, $2, 1, 'inEffect', $3, $4, '\\x00', 'installation', now())`,
      [uuid(), id, xml, JSON.stringify(definition)],
    )
  })
}
