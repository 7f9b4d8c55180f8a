import type { InstanceSummary, Locale, Person, TaskSummary } from '@canmou/contract'
import { levelOf } from '../organization/levels.ts'
import { elementName } from '../processes/definitions.ts'
import type { LimitRule } from './apply-step.ts'
import type { Directory } from './directory.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'

const nobody: Person = { id: '00000000-0000-0000-0000-000000000000', username: '', name: '' }

export function presentPerson(directory: Directory, id: string): Person {
  const person = directory.person(id)
  return person ? { id: person.id, username: person.username, name: person.name } : nobody
}

/** An instance as lists and answers show it, without asking the database. */
export function presentInstance(live: LiveInstance, directory: Directory, locale: Locale): InstanceSummary {
  const { definition } = live
  return {
    id: live.id,
    number: live.number,
    title: titleOf(live.title, definition.definition.name, locale),
    processId: definition.processId,
    processName: definition.definition.name[locale],
    processVersion: definition.version,
    status: live.status,
    level: levelOf(live.level),
    starter: presentPerson(directory, live.starterId),
    startedAt: live.startedAt,
    ...(live.endedAt !== undefined && { endedAt: live.endedAt }),
  }
}

/** What nobody has given a title yet bears the name of its process or kind, which there is in each language. */
export function titleOf(title: string, name: Record<Locale, string>, locale: Locale): string {
  return title === name['zh-CN'] ? name[locale] : title
}

/** What happens when a task's time is over, as it is told before it does. */
export function presentOnLimit(
  rule: LimitRule | null | undefined,
  directory: Directory,
  locale: Locale,
): Pick<TaskSummary, 'onLimit'> {
  if (!rule) return {}
  const { then, to } = rule
  const named =
    to?.user === undefined
      ? directory.positionName(to?.position ?? '')?.[locale]
      : directory.person(to.user)?.name
  return { onLimit: { then, ...(named !== undefined && { to: named }) } }
}

export function presentTask(
  live: LiveInstance,
  task: LiveTask,
  directory: Directory,
  locale: Locale,
): TaskSummary {
  const position = task.positionId === undefined ? undefined : directory.positionName(task.positionId)
  return {
    id: task.id,
    instanceId: live.id,
    elementId: task.elementId,
    name: elementName(live.definition, task.elementId, locale),
    state: 'open',
    holders: task.candidates.map((id) => presentPerson(directory, id)),
    createdAt: task.createdAt,
    ...(task.positionId !== undefined && { positionId: task.positionId }),
    ...(position && { positionName: position[locale] }),
    ...(task.dueAt !== undefined && { dueAt: task.dueAt }),
    ...presentOnLimit(task.onLimit, directory, locale),
  }
}
