import { describe, expect, test } from 'vitest'
import {
  contexts,
  isRefusal,
  matrix,
  refusals,
  situations,
  verbEffects,
  verbFacts,
  verbs,
} from '../../src/index.ts'
import type { Cell, Context, Situation, Verb } from '../../src/index.ts'
import { effectChecks } from './effect-checks.ts'
import { administrator, refusalOf, setting, starter } from './scenarios.ts'
import type { Setting } from './scenarios.ts'

const allContexts = Object.keys(contexts) as Context[]
const allSituations = Object.keys(situations) as Situation[]

test('the table has a cell for every verb, context and situation, each with its sentences', () => {
  for (const verb of verbs) {
    for (const context of allContexts) {
      expect(matrix[verb][context]).toHaveLength(allSituations.length)
      for (const cell of matrix[verb][context]) {
        const texts: Record<string, string> = isRefusal(cell) ? refusals[cell] : verbEffects[cell]
        for (const language of ['zh-CN', 'zh-TW', 'en']) expect(texts[language]).toMatch(/\S/)
      }
    }
  }
  const cells = verbs.flatMap((verb) => allContexts.flatMap((context) => [...matrix[verb][context]]))
  expect(cells).toHaveLength(verbs.length * allContexts.length * allSituations.length)
  expect(Object.keys(verbEffects).filter((effect) => !cells.includes(effect as Cell))).toEqual([])
})

for (const context of allContexts) {
  describe(`${contexts[context].en}`, () => {
    for (const verb of verbs) {
      test(`${verbFacts[verb].en} (${verb}) is what the table says in every situation`, async () => {
        for (const [column, situation] of allSituations.entries()) {
          const cell = matrix[verb][context][column] as Cell
          await isAsTheTableSays(verb, context, situation, cell)
        }
      })
    }
  })
}

async function isAsTheTableSays(
  verb: Verb,
  context: Context,
  situation: Situation,
  cell: Cell,
): Promise<void> {
  const given = prepared(await setting(context, situation, verb), verb, context, situation, cell)
  const { instance, taskId, by } = given
  const answer = instance.verb(taskId, verb, by)
  const where = `${verb} ${context} ${situation}`
  if (isRefusal(cell)) {
    expect(answer.reason, where).toBe(cell)
    const before = JSON.stringify(instance.state)
    const act = command(given, verb, context)
    // the drawn way of submitting and deciding is a completion: it is refused when its task is not there
    const isCompletion = verbFacts[verb].command === 'completeTask'
    if (act && !isCompletion) expect(refusalOf(act), where).toBe(cell)
    if (act && isCompletion && situation === 'addSignOpen') expect(refusalOf(act), where).toBe('UNKNOWN_TASK')
    if (!isCompletion) expect(JSON.stringify(instance.state)).toBe(before)
    return
  }
  expect(answer.reason, where).toBeUndefined()
  expect(answer.allowed).toBe(true)
  if (verb !== 'takeBack') expect(answer.effect, where).toBe(cell)
  const act = command(given, verb, context)
  if (!act) return
  const count = instance.events.length
  const before = instance.open.map((item) => item.id)
  expect(refusalOf(act), where).toBeUndefined()
  const applied = instance.events.slice(count).filter((event) => event.type === 'verbApplied')
  if (verbFacts[verb].command !== 'completeTask') expect(applied.map((event) => event.verb)).toEqual([verb])
  effectChecks[cell]({ instance, taskId, verb, context, before })
  instance.finish()
  expect(instance.state.status, where).toBe(verb === 'terminate' ? 'cancelled' : 'completed')
}

/** What a verb needs before it: somebody to remove, something to take back, the right person. */
function prepared(given: Setting, verb: Verb, context: Context, situation: Situation, cell: Cell): Setting {
  const { instance, taskId } = given
  if (verb === 'withdraw') return { ...given, by: { ...starter, ...substituted(given) } }
  if (verb === 'terminate' || verb === 'urge')
    return { ...given, by: { ...given.by, roles: ['starter', 'holder'] } }
  if (verb === 'jump' || verb === 'handOver') return { ...given, by: administrator }
  if (verb === 'removeSigner' && cell === 'removesPlace') {
    const isRound = ['countersign', 'orSign', 'inOrder', 'vote'].includes(context)
    if (!isRound) instance.do({ type: 'addSigner', taskId, place: 'parallel', signers: [{ user: 'added' }] })
    return isRound ? { ...given, by: { ...administrator, ...substituted(given) } } : given
  }
  if (verb !== 'takeBack') return given
  if (situation !== 'addSignOpen')
    return { ...given, taskId: instance.complete('T', { decision: 'approve' }, given.by) }
  const added = instance.open.find((item) => instance.tasks.get(item.id)?.assignee === 'added')
  const by = { user: 'added', roles: ['holder'] } as const
  instance.do({ type: 'completeTask', taskId: added?.id ?? '', variables: { decision: 'approve' }, by })
  return { instance, taskId: added?.id ?? '', by }
}

const substituted = ({ by }: Setting) => (by.onBehalfOf === undefined ? {} : { onBehalfOf: by.onBehalfOf })

/** The command that the verb stands for; nothing for one that the caller performs. */
function command(
  { instance, taskId, by }: Setting,
  verb: Verb,
  context: Context,
): (() => unknown) | undefined {
  const to = { user: 'qian' }
  const reason = 'because'
  switch (verb) {
    case 'submit':
      return () => instance.do({ type: 'completeTask', taskId, variables: {}, by })
    case 'approve':
    case 'reject':
      return () => instance.do({ type: 'completeTask', taskId, variables: { decision: verb }, by })
    case 'returnToPrevious':
      return () => instance.do({ type: 'returnTo', taskId, to: 'previous', by, reason })
    case 'returnToStarter':
      return () => instance.do({ type: 'returnTo', taskId, to: 'starter', by, reason })
    case 'returnToStep':
      return () => instance.do({ type: 'returnTo', taskId, to: { elementId: 'B' }, by, reason })
    case 'transfer':
    case 'delegate':
      return () => instance.do({ type: verb, taskId, to, by })
    case 'addSignerBefore':
      return () => instance.do({ type: 'addSigner', taskId, place: 'before', signers: [to], by })
    case 'addSignerAfter':
      return () => instance.do({ type: 'addSigner', taskId, place: 'after', signers: [to], by })
    case 'addSignerParallel':
      return () => instance.do({ type: 'addSigner', taskId, place: 'parallel', signers: [to], by })
    case 'removeSigner': {
      const [signer = 99] = instance.verb(taskId, verb, by).signers ?? []
      return () => instance.do({ type: 'removeSigner', taskId, signer, by })
    }
    case 'takeBack':
      return () => instance.do({ type: 'takeBack', taskId, by })
    case 'withdraw':
      return () => instance.do({ type: 'withdraw', by, reason })
    case 'terminate':
      return () => instance.do({ type: 'terminate', by, reason })
    case 'jump': {
      const from = instance.task('T')?.id ?? taskId
      return () =>
        instance.do({ type: 'jump', from, to: context === 'eventSubProcess' ? 'H' : 'C', by, reason })
    }
    case 'handOver':
      return () => instance.do({ type: 'handOver', from: 'added', to, taskIds: [taskId], by })
    default:
      return undefined
  }
}
