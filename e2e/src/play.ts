import type { InstanceDetail, InstanceDiagram, ProcessDetail } from '@canmou/contract'
import { expect } from 'vitest'
import type { Department } from './department.ts'
import { Desk } from './desk.ts'
import { openTaskOf, saveDraft } from './open-task.ts'
import type { Scenario, ScenarioStep } from './scenarios.ts'

/**
 * Plays a scenario in the browser, each position at its own: the task is found in 待办 and done by the buttons. Drafts are
 * saved over HTTP and submitted in the page. Gives the instance as its starter then sees it.
 */
export async function play(department: Department, scenario: Scenario): Promise<InstanceDetail> {
  const desks = new Map<string, Desk>()
  const deskOf = async (username: string): Promise<Desk> => {
    const desk = desks.get(username) ?? new Desk(await department.arrive(username))
    desks.set(username, desk)
    return desk
  }
  try {
    const starter = await deskOf(scenario.start.by)
    const { ask } = starter.colleague
    const process = await ask<ProcessDetail>('GET', `/api/processes/${scenario.process}`)
    const names = new Map(process.steps.map(({ elementId, name }) => [elementId, name]))
    const { id, number } = await starter.start(process.name)
    for (const [index, step] of scenario.steps.entries()) {
      const desk = await deskOf(step.by)
      const open = () => desk.openTask(number, names.get(step.task) ?? step.task)
      await act(desk, id, step, open).catch((cause: unknown) => {
        throw new Error(`step ${index + 1}: ${step.by} ${step.verb} ${step.task}`, { cause })
      })
    }
    return await ask('GET', `/api/instances/${id}`)
  } finally {
    for (const { colleague } of desks.values()) department.leave(colleague)
  }
}

async function act(
  desk: Desk,
  instanceId: string,
  { task: elementId, verb, data, opinion }: ScenarioStep,
  open: () => Promise<void>,
): Promise<void> {
  const task = await openTaskOf(desk.colleague, instanceId, elementId)
  if (task.mode === 'form') await saveDraft(desk.colleague, task, data ?? {})
  await open()
  const shown = await desk.shownTask()
  expect(shown.id).toBe(task.id)
  if (shown.mode === 'form') {
    await desk.submit()
    return
  }
  for (const [field, value] of Object.entries(data ?? {})) await correct(desk, field, String(value))
  const offered = shown.verbs.find((one) => one.verb === verb)
  if (!offered) throw new Error(`${elementId} offers no ${verb}`)
  await desk.decide(offered.label, { opinion, isRefusal: verb === 'reject' })
}

/** Chooses another value in 您可以更正. */
async function correct(desk: Desk, field: string, value: string): Promise<void> {
  const { record } = await desk.shownTask()
  const kind = await desk.colleague.ask<{
    view: { fields: Record<string, { enum?: Record<string, unknown> }> }
  }>('GET', `/api/kinds/${record?.kind}`)
  const labels = kind.view.fields[field]?.enum?.[value] as { 'zh-CN': string }
  await desk.page
    .getByRole('group', { name: '您可以更正' })
    .getByText(labels['zh-CN'], { exact: true })
    .click()
}

/** Holds what came of it against what the scenario expects; the way is the drawing's marks, for there is no other trace. */
export async function checkOutcome(
  department: Department,
  { start, expect: wanted }: Scenario,
  instance: InstanceDetail,
): Promise<void> {
  const { ask } = await department.colleague(start.by)
  const diagram = await ask<InstanceDiagram>('GET', `/api/instances/${instance.id}/diagram`)
  const entered = [...diagram.completed, ...diagram.active]
  expect(instance.status).toBe(wanted.status)
  expect(diagram.incidents).toEqual([])
  expect(wanted.trace.filter((id) => !entered.includes(id))).toEqual([])
  expect((wanted.absent ?? []).filter((id) => entered.includes(id))).toEqual([])
  if (wanted.versions !== undefined) expect(instance.records[0]?.version).toBe(wanted.versions)
}
