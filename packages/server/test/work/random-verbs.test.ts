import { taskVerbs } from '@canmou/contract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bpmnXml } from '../../../engine/test/golden/build/bpmn-xml.ts'
import type { Drawing } from '../../../engine/test/golden/build/notation.ts'
import { blocks, decisionNames, drawBlock } from '../../../engine/test/property/graphs.ts'
import { withLimits, withSigners } from '../../../engine/test/property/verb-walk.ts'
import { Failure } from '../../src/http/failure.ts'
import { actOnInstance } from '../../src/work/act-on-instance.ts'
import { startInstance } from '../../src/work/start-instance.ts'
import { useDatabase } from '../database.ts'
import { installProcess } from './install-process.ts'
import { holdsOf } from './invariants.ts'
import { diceOf, moveOf, type Dice, type Move } from './random-moves.ts'
import { useTwoServers } from './two-servers.ts'

const handle = useDatabase()
const servers = useTwoServers(handle)
// printed so that a failing run can be had again: CANMOU_SEED=… vitest run …/random-verbs.test.ts
const seed = Number(process.env['CANMOU_SEED'] ?? Date.now() % 2 ** 31)
// CANMOU_MORE=20 walks twenty times as many drawings
const more = Number(process.env['CANMOU_MORE'] ?? 1)
process.stdout.write(`random verbs on the server run with CANMOU_SEED=${seed}\n`)

const drawings = 40 * more
const stepsOfEach = 40
/** At most so many act in the same instant. */
const mostAtOnce = 3
const positions = ['technicalDirector', 'generalManager', 'keyAccountDeptManager']
/** What somebody may be told who was slower, or asked for what is not possible; anything else is a defect. */
const fairRefusals = new Set([
  'TASK_DONE',
  'TASK_TIMED_OUT',
  'TASK_CANCELLED',
  'TASK_NOT_YOURS',
  'VERB_REFUSED',
  'VERB_NOT_OFFERED',
  'INSTANCE_ENDED',
  'STEP_NOT_CHOSEN',
  'NOT_FOUND',
])

it(
  'whatever several people do at once, the rows and the engine’s state say the same',
  { timeout: 60_000 * more },
  async () => {
    const done = new Map<string, number>()
    let moves = 0
    const signers = fc.sample(fc.array(fc.nat({ max: 1000 }), { minLength: 5, maxLength: 12 }), {
      seed,
      numRuns: drawings,
    })
    const samples = fc.sample(blocks, { seed, numRuns: drawings })
    for (const [index, block] of samples.entries()) {
      const seats = signers[index] ?? [1]
      const drawing = withPositions(withLimits(withSigners(drawBlock(block), seats), seats), index)
      const walked = await walk(drawing, index, diceOf(seed + index))
      for (const { verb } of walked) done.set(verb, (done.get(verb) ?? 0) + 1)
      moves += walked.length
    }
    process.stdout.write(`${drawings} drawings, ${moves} verbs carried out: ${JSON.stringify([...done])}\n`)
    // a walk that tries only some of them would prove nothing about the others; a short one may miss a rare one
    const missing = [...taskVerbs.slice(1), 'withdraw', 'handOver', 'ring'].filter((verb) => !done.has(verb))
    expect(missing.length, `never carried out: ${missing.join(', ')}`).toBeLessThan(more > 1 ? 1 : 3)
  },
)

/** Positions that somebody holds: for the signers of the drawing, and for every step that says nothing. */
function withPositions(drawing: Drawing, index: number): Drawing {
  for (const node of drawing.nodes) {
    if (node.inside) withPositions(node.inside, index)
    if (node.type !== 'user') continue
    const group = node.attributes.get('group') ?? 'p1'
    const real = group.split(',').map((_, at) => positions[(at + index) % positions.length])
    node.attributes.set('group', real.join(','))
  }
  return drawing
}

/** Begins the drawing and lets people act on it, several at a time; gives what was carried out. */
async function walk(drawing: Drawing, index: number, dice: Dice): Promise<Move[]> {
  const code = `RND-${index}`
  const bpmnId = `RND_${index}`
  await installProcess(handle.database, { id: code, bpmnId, name: '随机流程', xml: bpmnXml(bpmnId, drawing) })
  const [one] = servers.all
  const starter = servers.actor('marketManager')
  const variables = Object.fromEntries(
    decisionNames(drawing).map((name) => [name, name.startsWith('d') ? 1 + dice(2) : dice(2) === 0]),
  )
  const { id } = await startInstance(one, {
    processId: code,
    actorId: starter.id,
    starterId: starter.id,
    variables,
  })
  const walked: Move[] = []
  for (let step = 0; step < stepsOfEach; step++) {
    // One server knows what the other has done; the other one may not.
    one.instances.forget(id)
    const live = await one.instances.get(id)
    if (live?.status !== 'running') break
    const done = await doneTasks(id)
    const situation = { live, done, actor: servers.actor, dice }
    const moves = Array.from({ length: 1 + dice(mostAtOnce) }, () => moveOf(situation)).filter(
      (move) => !!move,
    )
    walked.push(...(await together(moves)))
    await holdsOf(handle.database, one.definitions, id)
  }
  await end(id)
  return walked
}

/** Everybody at once, on two servers; gives those that were carried out. */
async function together(moves: Move[]): Promise<Move[]> {
  const settled = await Promise.allSettled(
    moves.map((move, at) => move.send(at % 2 === 0 ? servers.all[0] : servers.all[1])),
  )
  return moves.filter((move, at) => {
    const outcome = settled[at]
    if (outcome?.status === 'fulfilled') return true
    if (!(outcome?.reason instanceof Failure))
      throw new Error(`${move.verb} broke`, { cause: outcome?.reason })
    expect(fairRefusals, `${move.verb}: ${outcome.reason.message}`).toContain(outcome.reason.code)
    return false
  })
}

/** Whoever ends it leaves nothing open. */
async function end(id: string): Promise<void> {
  const [one] = servers.all
  one.instances.forget(id)
  const live = await one.instances.get(id)
  if (live?.status === 'running') {
    await actOnInstance(
      one,
      servers.actor('marketManager'),
      id,
      'terminate',
      { opinion: '不办了' },
      undefined,
    )
  }
  await holdsOf(handle.database, one.definitions, id)
}

function doneTasks(id: string): Promise<{ id: string; by: string }[]> {
  return handle.database.asSystem((tx) =>
    tx.query(
      `select id, completed_by as by from tasks where instance_id = $1 and state = 'done' and completed_by is not null
       order by completed_at desc limit 3`,
      [id],
    ),
  )
}
