import type { Json, Variables, Who } from '../door.ts'
import type { Element } from '../model.ts'
import { Incident } from '../run/incident.ts'
import { names, starterOf } from '../run/place-task.ts'
import type { Run } from '../run/run.ts'
import { evaluateJson, evaluateText } from '../run/variables.ts'
import { whoOf } from '../run/who.ts'
import type { Place, Walk } from './preview.ts'

/** What the instances of a multi-instance will each see. */
export function instancesOf(
  walk: Walk,
  { loop }: Element,
  key: number,
  outer?: Variables,
): Pick<Place, 'each'> {
  if (loop?.type !== 'multi' || !loop.collection) return {}
  if (isLater(walk, [loop.collection])) return { each: 'later' }
  try {
    const items = evaluateJson(walk.run, loop.collection, key, outer)
    return { each: Array.isArray(items) ? items.map((item, index) => localsOf(loop, item, index)) : 'later' }
  } catch (cause) {
    if (cause instanceof Incident) return { each: 'later' }
    throw cause
  }
}

/** What each instance of the step will see of its own; one without any where it is done once. */
export function localsAt(walk: Walk, { element, key, each = [{}] }: Place): Variables[] | 'later' {
  if (each === 'later') return each
  const inside = each.map((outer) => {
    const { each: inner = [{}] } = instancesOf(walk, element, key, outer)
    return inner === 'later' ? inner : inner.map((own) => ({ ...outer, ...own }))
  })
  return inside.every((one) => one !== 'later') ? inside.flat() : 'later'
}

type Multi = Extract<NonNullable<Element['loop']>, { type: 'multi' }>

const localsOf = ({ inputElement }: Multi, item: Json, index: number): Variables => ({
  loopCounter: index + 1,
  ...(inputElement === undefined ? {} : { [inputElement]: item }),
})

export const isLater = (
  { unknown, rewritten }: Walk,
  read: readonly ({ reads: readonly string[] } | undefined)[],
) => read.some((one) => one?.reads.some((name) => unknown.has(name) || rewritten.has(name)))

/** Before whom the step will be put, as far as it can be worked out. */
export function whoAt(
  run: Run,
  element: Element,
  key: number,
  walk?: Walk,
  each?: Place['each'],
): { who: Who[]; isUnknown?: true } {
  const { assignment = {}, canmou, loop } = element
  const collection = loop?.type === 'multi' ? loop.collection : undefined
  const { assignee, candidateGroups, candidateUsers } = assignment
  const reads = [assignee, candidateGroups, candidateUsers, canmou.signers, collection]
  if (each === 'later' || (walk && isLater(walk, reads))) return { who: [], isUnknown: true }
  try {
    const who = (each ?? [undefined]).flatMap((locals) =>
      walk && loop?.type === 'multi'
        ? instancePeople(run, element, key, locals)
        : peopleOf(run, element, key, locals),
    )
    // An expression that gives nobody yet is worked out anew when the step is reached.
    return who.length === 0 && reads.some((one) => one && !one.isLiteral) ? { who, isUnknown: true } : { who }
  } catch (cause) {
    if (cause instanceof Incident) return { who: [], isUnknown: true }
    throw cause
  }
}

function peopleOf(run: Run, element: Element, key: number, locals?: Variables): Who[] {
  const { assignment = {}, canmou } = element
  const starter = starterOf(run)
  if (element.type === 'startEvent') return starter === undefined ? [] : [{ user: starter }]
  if (canmou.signers) {
    const list = evaluateJson(run, canmou.signers, key, locals)
    return Array.isArray(list) ? list.map((one) => whoOf(one, canmou.signers?.text ?? '')) : []
  }
  const assignee = assignment.assignee && evaluateText(run, assignment.assignee, key, locals)
  if (assignee !== undefined) return [{ user: assignee }]
  const positions = names(run, assignment.candidateGroups, key, locals).map((position) => ({ position }))
  return [...positions, ...names(run, assignment.candidateUsers, key, locals).map((user) => ({ user }))]
}

/** One for each instance of a multi-instance. */
function instancePeople(run: Run, element: Element, key: number, locals?: Variables): Who[] {
  const { loop } = element
  if (loop?.type !== 'multi' || !loop.collection) return peopleOf(run, element, key, locals)
  const items = evaluateJson(run, loop.collection, key, locals)
  if (!Array.isArray(items)) throw new Incident('COLLECTION_NOT_LIST', 'no list')
  return items.flatMap((item, index) =>
    peopleOf(run, element, key, { ...locals, ...localsOf(loop, item, index) }),
  )
}
