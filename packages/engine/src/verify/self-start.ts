import type { Element, ElementType, EventDefinition, Process } from '../model.ts'
import { finding } from './finding.ts'
import type { Finding } from './finding.ts'
import type { Language } from './messages.ts'

/** Where a run waits for a person, a clock or somebody else; until then nothing keeps it from going on at once. */
const waits: ReadonlySet<ElementType> = new Set<ElementType>([
  'userTask',
  'manualTask',
  'receiveTask',
  'intermediateCatchEvent',
  'eventBasedGateway',
  'callActivity',
])

/**
 * Throws that start the same process anew before anybody has done anything in it: it would start itself for ever. Where a
 * condition decides on the way, it may.
 */
export function checkSelfStarts({ root }: Process, language: Language): Finding[] {
  const thrown = new Set<string>()
  return root.startEvents.flatMap((start) => {
    const name = outsideName(start.event)
    if (name === undefined) return []
    return [true, false].flatMap((isAlways) => {
      const found = waysAtOnce(start, isAlways)
      return [...found].flatMap(([element, path]) => {
        if (!isThrow(element) || outsideName(element.event) !== name || thrown.has(element.id)) return []
        thrown.add(element.id)
        const code = isAlways ? 'STARTS_ITSELF' : 'MAY_START_ITSELF'
        return finding(language, code, element.id, { start: start.id }, path)
      })
    })
  })
}

/** What an event says to, or hears from, whoever it may be, as one text; a key picks somebody who waits. */
function outsideName(event: EventDefinition | undefined): string | undefined {
  if (event?.kind === 'signal') return `signal ${event.name.text}`
  return event?.kind === 'message' && !event.correlationKey ? `message ${event.name.text}` : undefined
}

const isThrow = ({ type }: Element): boolean => type === 'intermediateThrowEvent' || type === 'endEvent'

/** Elements that are reached from a start without waiting, with the way there; `isAlways`: without a decision as well. */
function waysAtOnce(start: Element, isAlways: boolean): Map<Element, string[]> {
  const ways = new Map([[start, [start.id]]])
  for (const [element, way] of ways) {
    if (waits.has(element.type)) continue
    for (const next of nextOf(element, isAlways)) if (!ways.has(next)) ways.set(next, [...way, next.id])
  }
  return ways
}

function nextOf({ type, outgoing, body, scope, event }: Element, isAlways: boolean): Element[] {
  if (body) return body.starts
  // What is inside a sub-process goes on after it.
  if (type === 'endEvent') return scope.owner ? targetsOf(scope.owner, isAlways) : []
  if (event?.kind === 'link' && outgoing.length === 0) return event.targets
  return targetsOf({ type, outgoing }, isAlways)
}

function targetsOf({ type, outgoing }: Pick<Element, 'type' | 'outgoing'>, isAlways: boolean): Element[] {
  const isChosen = type === 'exclusiveGateway' && outgoing.length > 1
  if (!isAlways) return outgoing.map(({ target }) => target)
  return isChosen ? [] : outgoing.flatMap(({ condition, target }) => (condition ? [] : target))
}
