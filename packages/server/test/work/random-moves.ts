import type { InstanceVerb, TaskVerb } from '@canmou/contract'
import { verbsAt, type VerbAnswer } from '@canmou/engine'
import type { Actor } from '../../src/http/actor.ts'
import { actOnInstance } from '../../src/work/act-on-instance.ts'
import { actOnTask } from '../../src/work/act-on-task.ts'
import { changeInstance } from '../../src/work/change-instance.ts'
import { handOverPerson } from '../../src/work/hand-over-person.ts'
import type { LiveInstance, LiveTask } from '../../src/work/live-instance.ts'
import { runCommand, type World } from '../../src/work/run-command.ts'
import type { StepDraft } from '../../src/work/step-draft.ts'
import type { TaskRequest } from '../../src/work/task-form.ts'
import type { Work } from '../../src/work/work.ts'

/** What somebody is about to do; nothing but doing it is left. */
export interface Move {
  verb: TaskVerb | InstanceVerb | 'handOver' | 'ring'
  send: (server: Work) => Promise<unknown>
}

export const colleagues = [
  'marketManager',
  'technicalDirector',
  'generalManager',
  'keyAccountDeptManager',
  'productMarketingManager',
  'financeManager',
] as const

/** A number below `limit`; the same seed gives the same numbers. */
export type Dice = (limit: number) => number

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (limit) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(limit, 1)
  }
}

export interface Situation {
  live: LiveInstance
  /** The tasks that were done last, with who did each. */
  done: readonly { id: string; by: string }[]
  actor: (usernameOrId: string) => Actor
  dice: Dice
}

const decisions: readonly TaskVerb[] = ['approve', 'approve', 'approve', 'approve', 'approve', 'reject']
const moving: readonly TaskVerb[] = [
  'returnToPrevious',
  'returnToStarter',
  'returnToStep',
  'transfer',
  'delegate',
  'addSignerBefore',
  'addSignerAfter',
  'addSignerParallel',
  'removeSigner',
  'removeSigner',
  'removeSigner',
  'takeBack',
  'jump',
]
const whole: readonly InstanceVerb[] = ['urge', 'copy', 'comment', 'withdraw']

/** One of the things that the people of the instance might do now. */
export function moveOf(situation: Situation): Move | undefined {
  const { live, dice } = situation
  const task = live.tasks[dice(live.tasks.length)]
  const pick = dice(20)
  if (pick === 0) return onInstance(situation)
  if (pick === 1 && dice(3) === 0) return handOver(situation)
  if (pick === 2 || pick === 3) return ring(situation)
  if (!task) return undefined
  if (pick < 10) return decide(situation, task)
  return moved(situation, task, moving[dice(moving.length)] ?? 'transfer')
}

function holderOf({ actor, dice }: Situation, { candidates }: LiveTask): Actor {
  return actor(candidates[dice(candidates.length)] ?? '')
}

function decide(situation: Situation, task: LiveTask): Move {
  const verb = decisions[situation.dice(decisions.length)] ?? 'approve'
  return onTask(holderOf(situation, task), task.id, { verb, opinion: '意见' })
}

function onTask(by: Actor, taskId: string, request: TaskRequest): Move {
  return { verb: request.verb, send: (server) => actOnTask(server, by, taskId, request, undefined) }
}

function moved(situation: Situation, task: LiveTask, verb: TaskVerb): Move | undefined {
  const { live, done, actor, dice } = situation
  const person = colleagues[dice(colleagues.length)] ?? 'marketManager'
  const request: TaskRequest = { verb, opinion: '理由', ...(dice(3) === 0 && { then: 'direct' }) }
  switch (verb) {
    case 'takeBack': {
      const mine = done[dice(done.length)]
      return mine && onTask(actor(mine.by), mine.id, { verb })
    }
    case 'jump': {
      const elements = [...live.definition.process.elements.keys()]
      return onTask(actor('processAdmin'), task.id, {
        ...request,
        elementId: elements[dice(elements.length)] ?? '',
      })
    }
    case 'returnToStep':
    case 'removeSigner': {
      const { targets = [], signers = [] } = answerOf(live, task, verb)
      const elementId = targets[dice(targets.length)]?.elementId
      const signer = signers[dice(signers.length)]
      if (elementId === undefined && signer === undefined) return undefined
      return onTask(holderOf(situation, task), task.id, {
        ...request,
        ...(elementId !== undefined && { elementId }),
        ...(signer !== undefined && { signer }),
      })
    }
    default: {
      const mode = (['all', 'any', 'inOrder'] as const)[dice(3)] ?? 'all'
      return onTask(holderOf(situation, task), task.id, {
        ...request,
        to: { person },
        signers: [{ person }],
        mode,
      })
    }
  }
}

function answerOf({ definition, state }: LiveInstance, task: LiveTask, verb: TaskVerb): Partial<VerbAnswer> {
  const answers = state ? verbsAt(definition.process, state, task.engineTaskId) : []
  return answers.find((one) => one.verb === verb) ?? {}
}

function onInstance({ live, actor, dice }: Situation): Move {
  const verb = whole[dice(whole.length)] ?? 'urge'
  const people = verb === 'copy' || verb === 'comment' ? [colleagues[dice(colleagues.length)] ?? ''] : []
  const request = { opinion: '说明', people }
  return {
    verb,
    send: (server) => actOnInstance(server, actor('marketManager'), live.id, verb, request, undefined),
  }
}

/** The clock of a step rings, which a job of the server does when it is time (`fireTimers`). */
function ring({ live, dice }: Situation): Move | undefined {
  const timers = Object.keys(live.timers)
  const timerId = timers[dice(timers.length)]
  if (timerId === undefined) return undefined
  const prepare = (_: LiveInstance, world: World) => ({
    decide(draft: StepDraft) {
      if (draft.next.status !== 'running' || !(timerId in draft.next.timers)) return
      delete draft.next.timers[timerId]
      runCommand(world, draft, { type: 'timerFired', at: draft.commandAt, timerId })
    },
  })
  return {
    verb: 'ring',
    send: (server) => changeInstance(server, { instanceId: live.id, actorId: null, prepare }),
  }
}

function handOver({ actor, dice }: Situation): Move {
  const from = colleagues[dice(colleagues.length)] ?? 'marketManager'
  const to = colleagues[dice(colleagues.length)] ?? 'marketManager'
  return {
    verb: 'handOver',
    send: (server) => handOverPerson(server, actor('processAdmin'), actor(from).id, { to, reason: '离职' }),
  }
}
