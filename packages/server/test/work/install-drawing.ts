import { v7 as uuid } from 'uuid'
import type { Database } from '../../src/db/database.ts'

export interface TestDrawing {
  /** 流程代号, such as TWO-001. */
  processId: string
  /** `<bpmn:process id>`. */
  bpmnProcessId: string
  name: string
  xml: string
}

/** Puts a drawing into effect that only a test needs; 市场经理 starts it. */
export async function installDrawing(
  database: Database,
  { processId, bpmnProcessId, name, xml }: TestDrawing,
): Promise<void> {
  const labels = { 'zh-CN': name, 'zh-TW': name, en: name }
  const definition = {
    processId: bpmnProcessId,
    name: labels,
    description: labels,
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
      [processId, JSON.stringify(labels)],
    )
    await tx.execute(
      `insert into process_versions (id, process_id, version, status, xml, definition, sha256, signed_by, effective_at)
       values ($1, $2, 1, 'inEffect', $3, $4, '\\x00', 'installation', now())`,
      [uuid(), processId, xml, JSON.stringify(definition)],
    )
  })
}
