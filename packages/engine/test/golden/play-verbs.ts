import type { OpenItem } from '../../cli/headless.ts'
import type { Actor, Variables, VerbCommand, Who } from '../../src/index.ts'

type Body<Command> = Command extends unknown ? Omit<Command, 'at'> : never
type VerbBody = Body<VerbCommand>

/** `by=lin` and `for=wang` say who acts, and in whose place; the other words belong to the verb. */
export function verbWords(spoken: string[]): { words: string[]; by: { by?: Actor } } {
  const named = (prefix: string) => spoken.find((word) => word.startsWith(prefix))?.slice(prefix.length)
  const user = named('by=')
  const onBehalfOf = named('for=')
  const words = spoken.filter((word) => !word.startsWith('by=') && !word.startsWith('for='))
  if (user === undefined) return { words, by: {} }
  return { words, by: { by: { user, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) } } }
}

/** Lower-case names are people, those with a capital are positions; `lin*3` has three votes. */
const whoOf = (name: string): Who => {
  const [who = '', weight] = name.split('*')
  return {
    ...(/^[a-z]/.test(who) ? { user: who } : { position: who }),
    ...(weight ? { weight: Number(weight) } : {}),
  }
}

const listed = (names: string | undefined) => (names ? names.split(',') : [])

/** The verb that a script line means; undefined for a line that is no verb. */
export function verbBody(
  player: { done: OpenItem[]; seen: OpenItem[] },
  verb: string,
  words: string[],
  item: OpenItem | undefined,
  variables: Variables,
): VerbBody | undefined {
  const taskId = item?.id ?? ''
  const [target = '', second = '', third, fourth] = words
  switch (verb) {
    case 'return': {
      const to = second === 'starter' || second === 'previous' ? second : { elementId: second }
      return { type: 'returnTo', taskId, to, ...(third === 'direct' ? { then: 'direct' } : {}) }
    }
    case 'withdraw':
      return { type: 'withdraw' }
    case 'takeback':
      return { type: 'takeBack', taskId: doneTask(player, target) }
    case 'transfer':
    case 'delegate':
      return { type: verb, taskId, to: whoOf(second) }
    case 'addsign': {
      const place = second === 'after' || second === 'parallel' ? second : 'before'
      const mode = fourth === 'any' || fourth === 'inOrder' ? fourth : 'all'
      const signers = listed(third).map(whoOf)
      const after = place === 'after' ? { variables } : {}
      return { type: 'addSigner', taskId, place, mode, signers, ...after }
    }
    case 'removesign':
      return { type: 'removeSigner', taskId: seenTask(player, target), signer: Number(second) }
    case 'terminate':
      return { type: 'terminate', reason: words.join(' ') }
    case 'jump':
      return { type: 'jump', from: taskId, to: second }
    case 'handover':
      return { type: 'handOver', from: target, to: whoOf(second) }
    case 'holders':
      return {
        type: 'holdersKnown',
        taskId,
        holders: listed(second),
        ...(third ? { superior: whoOf(third) } : {}),
      }
    default:
      return undefined
  }
}

/** The latest task of the element, whether it is still open or not; `A@lin` the one that was before lin. */
function seenTask({ seen }: { seen: OpenItem[] }, target: string): string {
  const [place, who] = target.split('@')
  return seen.findLast((one) => one.kind === 'task' && one.elementId === place && one.who === who)?.id ?? ''
}

/** The latest task of the element that was completed; `A@lin` the one that was before lin. */
function doneTask({ done }: { done: OpenItem[] }, target: string): string {
  const [place, who] = target.split('@')
  const item = done.findLast(
    (one) =>
      `${one.elementId}${one.loopCounter && place?.includes('#') ? `#${one.loopCounter}` : ''}` === place &&
      (!who || one.who === who),
  )
  if (!item) throw new Error(`no task of ${target} was completed`)
  return item.id
}
