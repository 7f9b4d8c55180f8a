import type { ExpectedStep } from '@canmou/contract'
import type { TestApp } from '../app.ts'
import type { Scenario, ScenarioStep } from './scenario.ts'

/** The instance as it was seen after one step of a scenario. */
export interface Sight {
  /** Open tasks that were not there before: their element, and who holds each. */
  opened: { elementId: string; holders: string[] }[]
  expected: ExpectedStep[]
}

/** Looks at the instance, with what it says of the steps to come; `known` are the tasks that were seen before. */
export async function look(app: TestApp, id: string, known: Set<string>): Promise<Sight> {
  const open = await app.database.asSystem((tx) =>
    tx.query<{ id: string; elementId: string; starter: string; holders: string[] }>(
      `select t.id, t.element_id as "elementId",
              array(select p.username from task_candidates c join people p on p.id = c.person_id
                    where c.task_id = t.id order by p.username) as holders
       from tasks t
       where t.instance_id = $1 and t.state = 'open'
       order by t.id`,
      [id],
    ),
  )
  const starter = await app.database.asSystem((tx) =>
    tx.first<{ username: string }>(
      'select p.username from instances i join people p on p.id = i.starter_id where i.id = $1',
      [id],
    ),
  )
  const answer = await app.as(starter?.username ?? '')({
    method: 'GET',
    url: `/api/instances/${id}/expected`,
  })
  const { steps: expected } = answer.json<{ steps: ExpectedStep[] }>()
  const opened = open.filter((task) => !known.has(task.id))
  for (const task of opened) known.add(task.id)
  return { opened, expected }
}

/** What of 预计后续环节 did not come true, at any step of the scenario. */
export const untrue = (sights: readonly Sight[], { steps }: Scenario, status: string): string[] =>
  sights.flatMap((sight, at) => problemsOf(sight, sights.slice(at + 1), steps.slice(at), status))

/** What did not come as it was foretold. A refusal, a question, a message or a timer goes another way than expected. */
function problemsOf(
  { expected }: Sight,
  later: readonly Sight[],
  steps: readonly ScenarioStep[],
  status: string,
): string[] {
  const turn = steps.findIndex(({ task, verb }) => task === undefined || verb === 'reject')
  const straight = turn < 0 ? later : later.slice(0, turn)
  const first = new Map<string, string[]>()
  for (const { elementId, holders } of straight.flatMap(({ opened }) => opened)) {
    first.set(elementId, [...(first.get(elementId) ?? []), ...holders])
  }
  const isPossible = (id: string) =>
    expected.some(({ elementId, certainty }) => elementId === id && certainty === 'possible')
  // Where a way was taken that was only possible, data were changed on the way.
  const isToTheEnd = turn < 0 && status === 'completed' && ![...first.keys()].some(isPossible)
  const coming = expected.filter(({ certainty }) => certainty !== 'open')
  return [
    ...[...first.keys()].flatMap((id) =>
      expected.some(({ elementId }) => elementId === id) ? [] : `${id} was not foretold`,
    ),
    ...coming.flatMap((step) => wrongHolders(step, first.get(step.elementId), isToTheEnd)),
    ...(isToTheEnd
      ? coming.flatMap(({ elementId, certainty }) =>
          certainty === 'possible' || first.has(elementId)
            ? []
            : `${elementId} was ${certainty} and did not come`,
        )
      : []),
    // What opens next was said to be next, unless what stands between may be left out.
    ...(straight[0]?.opened ?? []).flatMap(({ elementId }) => {
      const { order = 0 } = coming.find((step) => step.elementId === elementId) ?? {}
      const mayBeNext = coming.every((step) => step.order >= order || step.certainty === 'possible')
      return order > 1 && !mayBeNext ? [`${elementId} came next and was foretold for later`] : []
    }),
  ]
}

/** Nobody else was asked and, where it went on to the end, nobody less. */
function wrongHolders(
  { elementId, people, isUnknown }: ExpectedStep,
  holders: string[] | undefined,
  isToTheEnd: boolean,
): string[] {
  if (!holders || isUnknown) return []
  const foretold = people.map(({ username }) => username).sort()
  const actual = [...new Set(holders)].sort()
  const isRight =
    actual.every((one) => foretold.includes(one)) && (!isToTheEnd || actual.length === foretold.length)
  return isRight ? [] : [`${elementId} foretold ${foretold.join()} and went to ${actual.join()}`]
}
