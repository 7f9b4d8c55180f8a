import { expect, test } from 'vitest'
import { compile, openSteps, verbsAt } from '../../src/index.ts'
import type { Actor, Variables } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'
import { Instance, refusalOf } from './scenarios.ts'

const holder: Actor = { user: 'zhou', roles: ['holder'] }

async function begun(text: string, variables: Variables = {}, withdraw?: string): Promise<Instance> {
  const xml = bpmnXml('process_asked', readDrawing(text))
  const approval = `<bpmn:extensionElements><canmou:approval xmlns:canmou="http://canmou.org/schema/bpmn/1.0" withdraw="${withdraw ?? ''}" /></bpmn:extensionElements>`
  const whole = withdraw ? xml.replace(/(<bpmn:process [^>]*>)/, `$1${approval}`) : xml
  return new Instance(await compile(whole), variables)
}

const idOf = (instance: Instance, step: string) => instance.task(step)?.id ?? ''

test('a drawing that lists verbs offers no others, but to those who look after processes', async () => {
  const instance = await begun('user A c:verbs=transfer,returnToStarter\nS > A > E')
  const taskId = idOf(instance, 'A')
  expect(instance.verb(taskId, 'transfer', holder).allowed).toBe(true)
  expect(instance.verb(taskId, 'delegate', holder).reason).toBe('NOT_OFFERED')
  expect(instance.verb(taskId, 'delegate', { user: 'admin', roles: ['administrator'] }).allowed).toBe(true)
  const act = () => instance.do({ type: 'delegate', taskId, to: { user: 'qian' }, by: holder })
  expect(refusalOf(act)).toBe('NOT_OFFERED')
})

test('who may not is told why, and is refused with the same reason', async () => {
  const instance = await begun('S > A > E', { starter: 'lin' })
  const taskId = idOf(instance, 'A')
  expect(instance.verb(taskId, 'jump', holder).reason).toBe('NOT_AN_ADMINISTRATOR')
  expect(refusalOf(() => instance.do({ type: 'jump', from: taskId, to: 'A', by: holder }))).toBe(
    'NOT_AN_ADMINISTRATOR',
  )
  expect(instance.verb(taskId, 'withdraw', holder).reason).toBe('NOT_THE_STARTER')
  expect(refusalOf(() => instance.do({ type: 'withdraw', by: holder }))).toBe('NOT_THE_STARTER')
  expect(instance.verb('A#99', 'approve', holder).reason).toBe('NO_SUCH_TASK')
})

test('a form is submitted, a decision is decided, and what is read is not rejected', async () => {
  const instance = await begun('user A form=MRP\nuser B c:decision=read\nS > A > B > E')
  const form = idOf(instance, 'A')
  expect(instance.verb(form, 'submit', holder).allowed).toBe(true)
  expect(instance.verb(form, 'reject', holder).reason).toBe('NO_DECISION_HERE')
  instance.complete('A')
  const read = idOf(instance, 'B')
  expect(instance.verb(read, 'approve', holder).allowed).toBe(true)
  expect(instance.verb(read, 'reject', holder).reason).toBe('NO_DECISION_HERE')
  expect(instance.verb(read, 'submit', holder).reason).toBe('NOTHING_TO_SUBMIT')
})

test('steps to return to are named, the nearest first, with whether one can come straight back', async () => {
  const instance = await begun('sub P\n  S2 > B > E2\nS > A > P > C > D > E')
  for (const step of ['A', 'B', 'C']) instance.complete(step)
  expect(instance.verb(idOf(instance, 'D'), 'returnToStep', holder).targets).toEqual([
    { elementId: 'C', name: 'C', direct: true },
    { elementId: 'B', name: 'B', direct: false },
    { elementId: 'A', name: 'A', direct: true },
  ])
})

test('a drawing may limit where it can be returned to, and how it goes on', async () => {
  const instance = await begun('user C c:returnSteps=A c:afterReturn=direct\nS > A > B > C > E')
  instance.complete('A')
  instance.complete('B')
  const taskId = idOf(instance, 'C')
  expect(instance.verb(taskId, 'returnToStep', holder).targets?.map((one) => one.elementId)).toEqual(['A'])
  const to = (elementId: string, then?: 'again') => () =>
    instance.do({ type: 'returnTo', taskId, to: { elementId }, ...(then ? { then } : {}) })
  expect(refusalOf(to('B'))).toBe('STEP_NOT_ALLOWED')
  expect(refusalOf(to('A', 'again'))).toBe('AFTER_RETURN_IS_FIXED')
  expect(refusalOf(to('A'))).toBeUndefined()
  instance.complete('A')
  expect(idOf(instance, 'C')).not.toBe('')
})

test('whoever refuses must say why, and the drawing may ask for more', async () => {
  const instance = await begun(
    'user A c:opinion=required c:attachment=required c:signature=required\nS > A > E',
  )
  const taskId = idOf(instance, 'A')
  expect(instance.verb(taskId, 'reject', holder).needs).toEqual({
    opinion: true,
    attachment: false,
    signature: true,
  })
  expect(instance.verb(taskId, 'approve', holder).needs).toEqual({
    opinion: true,
    attachment: true,
    signature: true,
  })
  // Adding a signer after oneself is an approval, and submitting is signed too.
  expect(instance.verb(taskId, 'addSignerAfter', holder).needs).toEqual({
    opinion: true,
    attachment: true,
    signature: true,
  })
  expect(instance.verb(taskId, 'submit', holder).needs).toEqual({
    opinion: false,
    attachment: true,
    signature: true,
  })
  expect(instance.verb(taskId, 'transfer', holder).needs).toEqual({
    opinion: false,
    attachment: false,
    signature: false,
  })
})

test('a process may forbid withdrawing, always or once somebody has decided', async () => {
  const drawing = 'user A form=MRP\nS > A > B > C > E'
  const never = await begun(drawing, {}, 'never')
  never.complete('A')
  expect(refusalOf(() => never.do({ type: 'withdraw' }))).toBe('WITHDRAW_NEVER')
  const until = await begun(drawing, {}, 'untilDecided')
  expect(refusalOf(() => until.do({ type: 'withdraw' }))).toBe('ALREADY_WITH_STARTER')
  until.complete('A')
  expect(refusalOf(() => until.do({ type: 'withdraw' }))).toBeUndefined()
  until.complete('A')
  until.complete('B')
  expect(refusalOf(() => until.do({ type: 'withdraw' }))).toBe('WITHDRAW_TOO_LATE')
  await expect(begun(drawing, {}, 'sometimes')).rejects.toThrow(/ATTRIBUTE_INVALID/)
})

test('what has had effect outside cannot be taken back', async () => {
  const instance = await begun('service K\nS > A > K > B > E')
  const done = instance.complete('A')
  instance.do({ type: 'completeJob', jobId: 'K#2' })
  expect(instance.verb(done, 'takeBack', holder).reason).toBe('MOVED_ON')
  expect(refusalOf(() => instance.do({ type: 'takeBack', taskId: done }))).toBe('MOVED_ON')
})

test('nobody has two places at a step, and the drawn signers are not removed by each other', async () => {
  const instance = await begun('user A c:mode=all c:signers="=who"\nS > A > E', {
    who: [{ user: 'lin' }, { user: 'wang' }],
  })
  const taskId = idOf(instance, 'A')
  const add = (user: string) => () =>
    instance.do({ type: 'addSigner', taskId, place: 'parallel', signers: [{ user }], by: holder })
  expect(refusalOf(add('wang'))).toBe('ALREADY_HERE')
  expect(refusalOf(() => instance.do({ type: 'addSigner', taskId, place: 'before', signers: [] }))).toBe(
    'NOBODY_NAMED',
  )
  expect(instance.verb(taskId, 'removeSigner', holder).reason).toBe('NOT_ADDED')
  const administrator: Actor = { user: 'admin', roles: ['administrator'] }
  expect(instance.verb(taskId, 'removeSigner', administrator).signers).toEqual([1, 2])
  instance.do({ type: 'removeSigner', taskId, signer: 2, by: administrator })
  expect(refusalOf(() => instance.do({ type: 'removeSigner', taskId, signer: 1, by: administrator }))).toBe(
    'LAST_SIGNER',
  )
})

test('who has given advice can be made a signer, or be asked again: his advice counted for nothing', async () => {
  const advised = async (text = 'S > A > E'): Promise<Instance> => {
    const instance = await begun(text, { who: [{ user: 'lin' }, { user: 'wang' }] })
    instance.do({ type: 'delegate', taskId: idOf(instance, 'A'), to: { user: 'qian' }, by: holder })
    return instance
  }
  const add = (place: 'before' | 'after' | 'parallel') => (instance: Instance) =>
    instance.do({
      type: 'addSigner',
      taskId: idOf(instance, 'A'),
      place,
      signers: [{ user: 'qian' }],
      by: holder,
    })
  const asks: ((instance: Instance) => void)[] = [
    add('before'),
    add('after'),
    add('parallel'),
    (instance) =>
      instance.do({ type: 'transfer', taskId: idOf(instance, 'A'), to: { user: 'qian' }, by: holder }),
    (instance) =>
      instance.do({ type: 'delegate', taskId: idOf(instance, 'A'), to: { user: 'qian' }, by: holder }),
  ]
  for (const ask of asks) {
    const instance = await advised()
    instance.complete('A', { decision: 'reject' }, { user: 'qian' })
    ask(instance)
    const [step] = openSteps(instance.process, instance.state)
    expect(
      step?.signers
        .filter(({ user }) => user === 'qian')
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['done', 'open'])
  }

  // While he is asked he has a place, and whoever decides before the others has signed.
  const both = await advised('user A c:mode=all c:signers="=who"\nS > A > E')
  const other = both.open.find(({ id }) => both.tasks.get(id)?.assignee === 'wang')?.id ?? ''
  const beside = () =>
    both.do({
      type: 'addSigner',
      taskId: other,
      place: 'parallel',
      signers: [{ user: 'qian' }],
      by: { user: 'wang', roles: ['holder'] },
    })
  expect(refusalOf(beside)).toBe('ALREADY_HERE')
  const before = await begun('S > A > E')
  add('before')(before)
  before.complete('A', { decision: 'approve' }, { user: 'qian' })
  expect(refusalOf(() => add('after')(before))).toBe('ALREADY_HERE')
})

test('who was made a signer after his advice decides as every other', async () => {
  const instance = await begun('S > A > E')
  const taskId = idOf(instance, 'A')
  instance.do({ type: 'delegate', taskId, to: { user: 'qian' }, by: holder })
  instance.complete('A', { decision: 'reject' }, { user: 'qian' })
  const own = idOf(instance, 'A')
  instance.do({ type: 'addSigner', taskId: own, place: 'parallel', signers: [{ user: 'qian' }], by: holder })
  instance.complete('A', { decision: 'approve' }, holder)
  instance.complete('A', { decision: 'reject' }, { user: 'qian' })
  expect(instance.state.variables['A_decision'] ?? instance.state.variables['decision']).toBe('reject')
})

test('advice is no approval: who gave it is asked at a step that passes over whoever has approved', async () => {
  const begin = () => begun('S > A > B > E\nuser B c:samePerson=skipEver')
  const holdersOfB = (instance: Instance) =>
    instance.do({ type: 'holdersKnown', taskId: idOf(instance, 'B'), holders: ['qian'] })
  const advised = await begin()
  advised.do({ type: 'delegate', taskId: idOf(advised, 'A'), to: { user: 'qian' }, by: holder })
  advised.complete('A', { decision: 'approve' }, { user: 'qian' })
  advised.complete('A', { decision: 'approve' }, holder)
  holdersOfB(advised)
  expect(advised.task('B')).toBeDefined()

  const signed = await begin()
  signed.do({
    type: 'addSigner',
    taskId: idOf(signed, 'A'),
    place: 'before',
    signers: [{ user: 'qian' }],
    by: holder,
  })
  signed.complete('A', { decision: 'approve' }, { user: 'qian' })
  signed.complete('A', { decision: 'approve' }, holder)
  holdersOfB(signed)
  expect(signed.task('B')).toBeUndefined()
})

test('who stands where can be read from the state', async () => {
  const instance = await begun('user A c:mode=inOrder group=tech,gm\nS > A > E')
  instance.do({ type: 'transfer', taskId: idOf(instance, 'A'), to: { user: 'lin' }, by: holder })
  const [step] = openSteps(instance.process, instance.state)
  expect(step).toMatchObject({ elementId: 'A', mode: 'inOrder', round: 1, isAway: false })
  const short = step?.signers.map(({ position, user, state, how, addedBy }) => ({
    who: user ?? position,
    state,
    how,
    addedBy,
  }))
  expect(short).toEqual([
    { who: 'tech', state: 'left', how: undefined, addedBy: undefined },
    { who: 'lin', state: 'open', how: 'transfer', addedBy: 'zhou' },
    { who: 'gm', state: 'waiting', how: undefined, addedBy: undefined },
  ])
})

test('a substitute is kept beside the one in whose place he decides', async () => {
  const instance = await begun('user A c:mode=all group=tech,gm\nS > A > B > E')
  instance.complete('A', { decision: 'approve', opinion: 'fine' }, { user: 'wu', onBehalfOf: 'lin' })
  const decided = instance.events.find((event) => event.type === 'signerDecided')
  expect(decided).toMatchObject({ by: 'wu', onBehalfOf: 'lin', decision: 'approve' })
  const [step] = openSteps(instance.process, instance.state)
  expect(step?.signers[0]).toMatchObject({ by: 'wu', onBehalfOf: 'lin', opinion: 'fine' })
})

test('branches that finish in any order come to the same, and whoever clicks twice is refused', async () => {
  const drawing = 'and G\nand J\nS > G\nG > A > J\nG > B > J\nG > C > J\nJ > D > E'
  const ends = new Set<string>()
  for (const order of ['ABC', 'ACB', 'BAC', 'BCA', 'CAB', 'CBA']) {
    const instance = await begun(drawing)
    for (const step of order) {
      const taskId = instance.complete(step, { [step]: 1 })
      expect(refusalOf(() => instance.do({ type: 'completeTask', taskId }))).toBe('UNKNOWN_TASK')
    }
    expect(instance.open.map((item) => item.elementId)).toEqual(['D'])
    instance.complete('D')
    const { status, variables } = instance.state
    ends.add(JSON.stringify([status, Object.entries(variables).sort()]))
  }
  expect(ends.size).toBe(1)
})

test('a verb on a state that is over, or of another process, is refused as such', async () => {
  const instance = await begun('S > A > E')
  const taskId = idOf(instance, 'A')
  instance.complete('A')
  expect(refusalOf(() => instance.do({ type: 'withdraw' }))).toBe('NOT_RUNNING')
  // what has ended can still be passed on and talked about
  const allowed = verbsAt(instance.process, instance.state, taskId).filter((answer) => answer.allowed)
  expect(allowed.map(({ verb }) => verb)).toEqual(['copy', 'comment'])
  expect(
    refusalOf(() => instance.do({ type: 'transfer', taskId, to: { user: 'x' }, by: { user: 1 } as never })),
  ).toBe('NOT_RUNNING')
})

test('a verb that is not of its shape is a mistake and no refusal', async () => {
  const instance = await begun('S > A > B > E')
  instance.complete('A')
  const taskId = idOf(instance, 'B')
  const bad = [
    { type: 'returnTo', taskId },
    { type: 'returnTo', taskId, to: { elementId: 7 } },
    { type: 'transfer', taskId, to: null },
    { type: 'addSigner', taskId, place: 'beside', signers: [] },
    { type: 'addSigner', taskId, place: 'before', signers: [{ user: 'lin', weight: 0 }] },
    { type: 'removeSigner', taskId, signer: '1' },
    { type: 'terminate' },
    { type: 'holdersKnown', taskId, holders: 'lin' },
  ]
  for (const command of bad)
    expect(
      refusalOf(() => instance.do(command as never)),
      command.type,
    ).toBe('VERB_INVALID')
  const by = { user: 7 }
  expect(refusalOf(() => instance.do({ type: 'withdraw', by } as never))).toBe('ACTOR_INVALID')
})

test('what a rule has passed is nobody’s to take back', async () => {
  const people: Actor[] = [holder, { user: 'lin' }, { user: 'admin', roles: ['administrator'] }]
  const expectKept = (instance: Instance, taskId: string) => {
    for (const by of people) {
      expect(instance.verb(taskId, 'takeBack', by).reason).toBe('NOTHING_TO_TAKE_BACK')
      expect(refusalOf(() => instance.do({ type: 'takeBack', taskId, by }))).toBe('NOTHING_TO_TAKE_BACK')
    }
    expect(refusalOf(() => instance.do({ type: 'takeBack', taskId }))).toBe('NOTHING_TO_TAKE_BACK')
  }
  const alone = await begun('user A c:vacant=pass\nS > A > B > E')
  const passed = idOf(alone, 'A')
  alone.do({ type: 'holdersKnown', taskId: passed, holders: [] })
  expect(alone.task('B')).toBeDefined()
  expectKept(alone, passed)

  // One of several instances: while the others are open, and once the last has ended the step.
  const several = await begun('user A c:vacant=pass parallel each=people as=person\nS > A > B > E', {
    people: ['x', 'y'],
  })
  const [first, second] = several.open.map(({ id }) => id)
  several.do({ type: 'holdersKnown', taskId: first ?? '', holders: [] })
  expectKept(several, first ?? '')
  several.do({ type: 'holdersKnown', taskId: second ?? '', holders: [] })
  expect(several.task('B')).toBeDefined()
  expectKept(several, second ?? '')

  const done = await begun('user A c:vacant=pass\nS > A > B > E')
  const taskId = done.complete('A', { decision: 'approve' }, { user: 'zhou' })
  expect(done.verb(taskId, 'takeBack', holder).allowed).toBe(true)
})
