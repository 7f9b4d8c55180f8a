import type { ExpectedStep, Locale } from '@canmou/contract'
import { preview, type Reason } from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { localInstant } from '../organization/local-day.ts'
import { elementName } from '../processes/definitions.ts'
import type { Directory } from './directory.ts'
import { chooseHolders } from './candidates.ts'
import { presentPerson } from './present.ts'
import type { Work } from './work.ts'

/**
 * Who will be asked next, in which order and why, worked out by the engine from the present data, with the people who hold
 * the positions today. Fails with NOT_FOUND.
 */
export async function describeExpected(
  work: Work,
  actor: Actor,
  instanceId: string,
): Promise<ExpectedStep[]> {
  const [seen] = await work.database.query(actor.id, 'select from instances where id = $1', [instanceId])
  const live = seen && (await work.instances.get(instanceId))
  if (!live) throw new Failure('NOT_FOUND')
  if (!live.state || live.status !== 'running') return []
  const directory = await work.directory.current()
  const now = work.now()
  const { steps } = preview(live.definition.process, live.state, { at: localInstant(now) })
  return steps
    .toSorted((a, b) => a.order - b.order)
    .map(({ elementId, certainty, order, who, mode, isUnknown, because }) => ({
      elementId,
      name: elementName(live.definition, elementId, actor.locale),
      certainty,
      order,
      ...peopleOf(directory, who, mode !== undefined, live.level, now, actor.locale),
      ...(mode && { mode }),
      isUnknown: isUnknown ?? false,
      because: because.flatMap((reason) => inWords(reason, actor.locale)),
    }))
}

function peopleOf(
  directory: Directory,
  who: readonly { user?: string; position?: string }[],
  isEach: boolean,
  level: number,
  at: Date,
  locale: Locale,
): Pick<ExpectedStep, 'people' | 'positions'> {
  // By the rule by which the task is put before people: each signer has a task of his own, a plain step has one for all.
  const tasks = isEach ? who.map((one) => [one]) : [who]
  const ids = tasks.flatMap((seats) =>
    seats.length === 0
      ? []
      : chooseHolders(
          {
            candidateUsers: seats.flatMap(({ user }) => user ?? []),
            candidateGroups: seats.flatMap(({ position }) => position ?? []),
          },
          level,
          directory,
          at,
        ).chosen.map(({ id }) => id),
  )
  const positions = who.flatMap(({ position }) => {
    if (position === undefined) return []
    return (
      directory.positionName(position)?.[locale] ?? directory.departmentName(position)?.[locale] ?? position
    )
  })
  return {
    people: [...new Set(ids)].map((id) => presentPerson(directory, id)),
    positions: [...new Set(positions)],
  }
}

const words: Record<Exclude<Reason['because'], 'always'>, Record<Locale, (name: string) => string>> = {
  decided: {
    'zh-CN': (name) => `按已有数据：${name}`,
    'zh-TW': (name) => `按已有資料：${name}`,
    en: (name) => `By the data so far: ${name}`,
  },
  kept: {
    'zh-CN': (name) => `按目前填写的数据：${name}`,
    'zh-TW': (name) => `按目前填寫的資料：${name}`,
    en: (name) => `By the data as they are: ${name}`,
  },
  approved: {
    'zh-CN': (name) => `如果${name}`,
    'zh-TW': (name) => `如果${name}`,
    en: (name) => `If: ${name}`,
  },
  undecided: {
    'zh-CN': (name) => `尚未确定：${name}`,
    'zh-TW': (name) => `尚未確定：${name}`,
    en: (name) => `Not decided yet: ${name}`,
  },
}

/** A way without a name is not worth telling. */
function inWords({ because, name }: Reason, locale: Locale): string[] {
  return because === 'always' || name === '' ? [] : [words[because][locale](name)]
}
