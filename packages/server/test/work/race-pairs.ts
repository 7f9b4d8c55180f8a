import type { InstanceVerb, TaskVerb } from '@canmou/contract'
import type { LiveTask } from '../../src/work/live-instance.ts'

/** What one person does with the round: at his own place (numbered in the order of asking), or with the instance. */
export type Act =
  | { seat: number; verb: TaskVerb; to?: string; elementId?: string; by?: string }
  | { verb: InstanceVerb; by: string }
  | { done: number; verb: 'takeBack' }

export type RoundMode = 'all' | 'any' | 'inOrder' | 'vote'
export const modes: readonly RoundMode[] = ['all', 'any', 'inOrder', 'vote']
/** Who signs, in the order of asking. */
export const signers = ['technicalDirector', 'generalManager', 'keyAccountDeptManager'] as const

export interface Pair {
  name: string
  /** Whether both press the same button at the same task: then it is done once. */
  isSame?: true
  modes?: readonly RoundMode[]
  before?: readonly Act[]
  acts: readonly [Act, Act]
}

const approve = (seat: number): Act => ({ seat, verb: 'approve' })
const reject = (seat: number): Act => ({ seat, verb: 'reject' })
const together: readonly RoundMode[] = ['all', 'any', 'vote']
const counted: readonly RoundMode[] = ['all', 'vote']

/** Who acts in the same instant on a round of three; seats of a round in order are asked one at a time. */
export const pairs: readonly Pair[] = [
  { name: 'approve × approve', modes: together, acts: [approve(0), approve(1)] },
  { name: 'approve × the same approve', isSame: true, acts: [approve(0), approve(0)] },
  {
    name: 'the last approve × the last but one',
    modes: counted,
    before: [approve(0)],
    acts: [approve(1), approve(2)],
  },
  { name: 'approve × reject', modes: together, acts: [approve(0), reject(1)] },
  { name: 'approve × reject of the same task', acts: [approve(0), reject(0)] },
  {
    name: 'approve × return',
    modes: together,
    acts: [approve(0), { seat: 1, verb: 'returnToPrevious' }],
  },
  { name: 'approve × return of the same task', acts: [approve(0), { seat: 0, verb: 'returnToStarter' }] },
  {
    name: 'approve × take back',
    modes: counted,
    before: [approve(0)],
    acts: [approve(1), { done: 0, verb: 'takeBack' }],
  },
  {
    name: 'the deciding approve × take back',
    modes: ['all'],
    before: [approve(0), approve(1)],
    acts: [approve(2), { done: 0, verb: 'takeBack' }],
  },
  { name: 'transfer × approve', acts: [{ seat: 0, verb: 'transfer', to: 'financeManager' }, approve(0)] },
  {
    name: 'transfer × approve by another',
    modes: together,
    acts: [{ seat: 0, verb: 'transfer', to: 'financeManager' }, approve(1)],
  },
  {
    name: 'delegate × reject by another',
    modes: together,
    acts: [{ seat: 0, verb: 'delegate', to: 'financeManager' }, reject(1)],
  },
  {
    name: 'add signer × approve',
    acts: [{ seat: 0, verb: 'addSignerParallel', to: 'financeManager' }, approve(0)],
  },
  {
    name: 'add signer before × approve by another',
    modes: together,
    acts: [{ seat: 0, verb: 'addSignerBefore', to: 'financeManager' }, approve(1)],
  },
  {
    name: 'add signer after × approve by another',
    modes: together,
    acts: [{ seat: 0, verb: 'addSignerAfter', to: 'financeManager' }, approve(1)],
  },
  {
    name: 'remove signer × he approves',
    modes: together,
    before: [{ seat: 0, verb: 'addSignerParallel', to: 'financeManager' }],
    acts: [
      { seat: 0, verb: 'removeSigner', to: 'financeManager' },
      { seat: 3, verb: 'approve', by: 'financeManager' },
    ],
  },
  {
    name: 'withdraw × the last approve',
    modes: ['all'],
    before: [approve(0), approve(1)],
    acts: [{ verb: 'withdraw', by: 'marketManager' }, approve(2)],
  },
  { name: 'withdraw × approve', acts: [{ verb: 'withdraw', by: 'marketManager' }, approve(0)] },
  { name: 'terminate × approve', acts: [{ verb: 'terminate', by: 'marketManager' }, approve(0)] },
  {
    name: 'jump × approve',
    modes: together,
    acts: [{ seat: 0, verb: 'jump', by: 'processAdmin', elementId: 'C' }, approve(1)],
  },
  { name: 'jump × approve of the same task', acts: [jumpFrom(0), approve(0)] },
  { name: 'urge × approve', acts: [{ verb: 'urge', by: 'marketManager' }, approve(0)] },
]

function jumpFrom(seat: number): Act {
  return { seat, verb: 'jump', by: 'processAdmin', elementId: 'C' }
}

/** A round of three, with a step to go back to and one to go on with; a refusal leads back to the author. */
export const drawingOf = (mode: RoundMode): string => `
user A group=marketManager c:decision=none
user B group=${signers.join(',')} c:mode=${mode} out:decision="=decision"
user C group=marketManager c:decision=read
xor G
S > A > B > G
G >[decision = "approve"] C > E
G >else A
`

/** The open task of the seat: who was not asked yet has none. */
export const taskOfSeat = (
  tasks: readonly LiveTask[],
  person: string,
  elementId = 'B',
): LiveTask | undefined =>
  tasks.find((task) => task.elementId === elementId && task.candidates.includes(person))
