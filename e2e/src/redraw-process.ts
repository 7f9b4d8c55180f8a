import type { InstanceDetail, ProcessDetail, ProcessVersion, TaskSummary } from '@canmou/contract'
import type { Department } from './department.ts'

/** Who signs a process version (GOV-001). */
export const managers = [
  'generalManager',
  'technicalDirector',
  'keyAccountDeptManager',
  'projectDeptManager',
  'productMarketingManager',
]

/** Puts another drawing of a process into effect over HTTP: handed in, put for review, signed by the five. */
export async function takeEffect(department: Department, processId: string, xml: string): Promise<void> {
  // Everybody signs in at once.
  await Promise.all(managers.map((username) => department.colleague(username)))
  const { ask } = await department.colleague('processAdmin')
  const base = `/api/processes/${processId}/versions`
  const { version } = await ask<ProcessVersion>('POST', base, { xml, note: '测试签名。' })
  const { instanceId } = await ask<{ instanceId: string }>('POST', `${base}/${version}/review`)
  const act = async (by: string, elementId: string, verb: string, body: object): Promise<void> => {
    const colleague = await department.colleague(by)
    const { tasks } = await colleague.ask<InstanceDetail>('GET', `/api/instances/${instanceId}`)
    const isMine = (task: TaskSummary): boolean =>
      task.state === 'open' &&
      task.elementId === elementId &&
      task.holders.some(({ username }) => username === by)
    await colleague.ask('POST', `/api/tasks/${tasks.find(isMine)?.id ?? ''}/${verb}`, body)
  }
  const data = { changeNote: '测试签名。', reason: '测试。' }
  await act('processAdmin', 'GOV001_submitVersion', 'submit', { data })
  for (const manager of managers) await act(manager, 'GOV001_jointReview', 'approve', {})
}

/**
 * Writes attributes into the `canmou:task` of steps, by the step's id. Gives what puts the former drawing into effect again, for
 * whatever is begun afterwards; what runs by then goes on as it was begun.
 */
export async function redraw(
  department: Department,
  processId: string,
  attributes: Record<string, string>,
): Promise<() => Promise<void>> {
  const { ask } = await department.colleague('processAdmin')
  const { xml } = await ask<ProcessDetail>('GET', `/api/processes/${processId}`)
  const redrawn = Object.entries(attributes).reduce((text, [elementId, written]) => {
    const place = text.indexOf('<canmou:task ', text.indexOf(`<bpmn:userTask id="${elementId}"`))
    return text.slice(0, place + 13) + `${written} ` + text.slice(place + 13)
  }, xml)
  await takeEffect(department, processId, redrawn)
  return () => takeEffect(department, processId, xml)
}
