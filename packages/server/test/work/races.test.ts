import { setTimeout } from 'node:timers/promises'
import { verbsAt } from '@canmou/engine'
import { beforeAll, describe, expect, it } from 'vitest'
import { bpmnXml } from '../../../engine/test/golden/build/bpmn-xml.ts'
import { readDrawing } from '../../../engine/test/golden/build/notation.ts'
import { Failure } from '../../src/http/failure.ts'
import { actOnInstance } from '../../src/work/act-on-instance.ts'
import { actOnTask } from '../../src/work/act-on-task.ts'
import type { LiveInstance, LiveTask } from '../../src/work/live-instance.ts'
import { startInstance } from '../../src/work/start-instance.ts'
import type { RequestKey } from '../../src/work/stored-answer.ts'
import type { TaskRequest } from '../../src/work/task-form.ts'
import type { Work } from '../../src/work/work.ts'
import { useDatabase } from '../database.ts'
import { installProcess } from './install-process.ts'
import { holdsOf } from './invariants.ts'
import {
  drawingOf,
  modes,
  pairs,
  signers,
  taskOfSeat,
  type Act,
  type Pair,
  type RoundMode,
} from './race-pairs.ts'
import { useTwoServers } from './two-servers.ts'

const handle = useDatabase()
const servers = useTwoServers(handle)
// CANMOU_MORE=20 runs twenty times as many rounds
const more = Number(process.env['CANMOU_MORE'] ?? 1)
const roundsOfEach = 32 * more
const lanes = 8
/** What the slower of two may be told; anything else is a defect. */
const fairRefusals = new Set([
  'TASK_DONE',
  'TASK_CANCELLED',
  'VERB_REFUSED',
  'INSTANCE_ENDED',
  'TASK_NOT_YOURS',
])

const codeOf = (mode: RoundMode): string => `RACE-${mode}`
let counted = 0

beforeAll(async () => {
  for (const mode of modes) {
    const xml = bpmnXml(`RACE_${mode}`, readDrawing(drawingOf(mode)))
    await installProcess(handle.database, {
      id: codeOf(mode),
      bpmnId: `RACE_${mode}`,
      name: `同时办理 ${mode}`,
      xml,
    })
  }
})

describe.each(modes)('two people in the same instant on a round: %s', (mode) => {
  const ofMode = pairs.filter((pair) => !pair.modes || pair.modes.includes(mode))
  it.each(ofMode)(`$name`, { timeout: 60_000 * more }, async (pair) => {
    const won = { first: 0, second: 0, both: 0 }
    let left = roundsOfEach
    const lane = async (): Promise<void> => {
      while (left-- > 0) won[await race(mode, pair, left)]++
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    counted += roundsOfEach
    expect(won.first + won.second + won.both).toBe(roundsOfEach)
    if (pair.isSame) expect(won.both, 'one button is pressed once').toBe(0)
    process.stdout.write(`${mode}, ${pair.name}: ${JSON.stringify(won)} (${counted} rounds so far)\n`)
  })
})

describe('one request that its client sends twice in the same instant', () => {
  it.each<{ name: string; act: Act }>([
    { name: 'approve', act: { seat: 0, verb: 'approve' } },
    { name: 'transfer', act: { seat: 0, verb: 'transfer', to: 'financeManager' } },
    { name: 'return', act: { seat: 0, verb: 'returnToPrevious' } },
    { name: 'comment', act: { verb: 'comment', by: 'marketManager' } },
    { name: 'urge', act: { verb: 'urge', by: 'marketManager' } },
    { name: 'withdraw', act: { verb: 'withdraw', by: 'marketManager' } },
  ])('$name is carried out once, and both are told the same', { timeout: 60_000 * more }, async ({ act }) => {
    for (let round = 0; round < roundsOfEach; round++) {
      const { id, version } = await begin('all')
      const key: RequestKey = { key: `${act.verb}-${round}`, request: '00' }
      const prepared = await Promise.all(servers.all.map((server) => plan(server, id, act, key)))
      const answers = await Promise.all(prepared.map((send) => send()))
      expect(answers[0]).toEqual(answers[1])
      expect(await holdsOf(handle.database, servers.all[0].definitions, id)).toBe(version + 1)
    }
  })
})

/** One round: begun, led to where the two meet, raced, and held to everything that must be true of it. */
async function race(
  mode: RoundMode,
  { acts, before = [] }: Pair,
  round: number,
): Promise<'first' | 'second' | 'both'> {
  const { id, version } = await begin(mode)
  for (const act of before) await carryOut(servers.all[0], id, act, undefined)
  const [one, two] = servers.all
  // Both know the instance, as servers that have just shown it do.
  await Promise.all(servers.all.map(({ instances }) => instances.get(id)))
  const prepared = [plan(one, id, acts[0]), plan(two, id, acts[1])]
  const [first, second] = await Promise.all(prepared)
  if (!first || !second) throw new Error('nobody to race')
  // Who presses first changes from round to round, and so does by how little.
  const order = round % 2 === 0 ? [first, second] : [second, first]
  const settled = await Promise.allSettled(
    order.map(async (act, place) => {
      if (place > 0) await setTimeout(round % 5)
      return act()
    }),
  )
  const [a, b] = round % 2 === 0 ? settled : settled.toReversed()
  const outcomes = [a, b].map((outcome) => {
    if (outcome?.status === 'fulfilled') return true
    if (!(outcome?.reason instanceof Failure)) throw outcome?.reason
    expect(fairRefusals, outcome.reason.message).toContain(outcome.reason.code)
    return false
  })
  const accepted = outcomes.filter(Boolean).length
  expect(accepted, 'one of two is always served').toBeGreaterThan(0)
  expect(await holdsOf(handle.database, one.definitions, id), 'each accepted request is one change').toBe(
    version + before.length + accepted,
  )
  return accepted === 2 ? 'both' : outcomes[0] ? 'first' : 'second'
}

async function begin(mode: RoundMode): Promise<{ id: string; version: number }> {
  const [server] = servers.all
  const starter = servers.actor('marketManager')
  const started = await startInstance(server, {
    processId: codeOf(mode),
    actorId: starter.id,
    starterId: starter.id,
  })
  const [first] = started.tasks
  await actOnTask(server, starter, first?.id ?? '', { verb: 'submit' }, undefined)
  return { id: started.id, version: 2 }
}

async function carryOut(server: Work, id: string, act: Act, key: RequestKey | undefined): Promise<string> {
  return (await plan(server, id, act, key))()
}

/** Looks up what the act needs, so that nothing but the act itself is left to do in the same instant. */
async function plan(server: Work, id: string, act: Act, key?: RequestKey): Promise<() => Promise<string>> {
  const live = await server.instances.get(id)
  if (!live) throw new Error('no instance')
  if ('done' in act) {
    const actor = servers.actor(signers[act.done] ?? '')
    const taskId = await doneTask(id, actor.id)
    return () => actOnTask(server, actor, taskId, { verb: 'takeBack' }, key)
  }
  if (!('seat' in act)) {
    const actor = servers.actor(act.by)
    return async () => {
      await actOnInstance(server, actor, id, act.verb, { opinion: '理由' }, key)
      return ''
    }
  }
  const seat = act.seat < signers.length ? signers[act.seat] : act.by
  const task = taskOfSeat(live.tasks, handle.idOf(seat ?? ''))
  if (!task) throw new Error(`nobody sits at ${act.seat}`)
  const actor = servers.actor(act.by ?? seat ?? '')
  const request = requestOf(act, live, task)
  return () => actOnTask(server, actor, task.id, request, key)
}

type SeatAct = Extract<Act, { seat: number }>

function requestOf({ verb, to, elementId }: SeatAct, live: LiveInstance, task: LiveTask): TaskRequest {
  const request: TaskRequest = { verb, opinion: '理由' }
  if (elementId !== undefined) request.elementId = elementId
  if (verb === 'removeSigner') request.signer = addedSigner(live, task)
  else if (to !== undefined) Object.assign(request, { to: { person: to }, signers: [{ person: to }] })
  return request
}

/** The number of the one who was added. */
function addedSigner({ definition, state }: LiveInstance, { engineTaskId }: LiveTask): number {
  const answers = state ? verbsAt(definition.process, state, engineTaskId) : []
  const signer = answers.find(({ verb }) => verb === 'removeSigner')?.signers?.[0]
  if (signer === undefined) throw new Error('nobody can be removed')
  return signer
}

async function doneTask(instanceId: string, personId: string): Promise<string> {
  const row = await handle.database.asSystem((tx) =>
    tx.first<{ id: string }>(
      `select id from tasks where instance_id = $1 and completed_by = $2 and element_id = 'B'`,
      [instanceId, personId],
    ),
  )
  return row?.id ?? ''
}
