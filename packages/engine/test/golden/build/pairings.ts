/**
 * Casebook text for the pairings: every kind of activity × marker × boundary event, and every gateway × the levels
 * and loops it can stand in. The expected lines are put together here from the standard's rules (BPMN 2.0.2
 * §13.3.6 loop, §13.3.7 multi-instance, §13.4 gateways, §13.5.3 boundary events), not taken from a run.
 */

interface Kind {
  declare: string[]
  /** Elements started inside a new instance, and the effects of an instance. */
  begun: string[]
  opened: string[]
  finish: string
  /** Lines before `done A` when an instance finishes. */
  finished: string[]
  /** Open elements inside an instance, and how they are withdrawn. */
  inside: string[]
  withdrawn: string[]
  /** Whether the activity's own effect comes before its boundary timer's. */
  opensFirst: boolean
}

const kinds: { [name: string]: Kind } = {
  user: plainKind('user A', 'task A', 'complete A', 'cancel task A'),
  service: plainKind('service A', 'job A', 'job A', 'cancel job A'),
  call: plainKind('call A process=other', 'call A other', 'called A', 'cancel call A'),
  sub: {
    declare: ['sub A', '  S1 > I > E1'],
    begun: ['done S1', 'S1-I'],
    opened: ['task I'],
    finish: 'complete I',
    finished: ['done I', 'I-E1', 'done E1'],
    inside: ['cancelled I'],
    withdrawn: ['cancel task I'],
    opensFirst: false,
  },
}

function plainKind(declaration: string, opened: string, finish: string, withdrawn: string): Kind {
  const declare = [declaration]
  return {
    declare,
    begun: [],
    opened: [opened],
    finish,
    finished: [],
    inside: [],
    withdrawn: [withdrawn],
    opensFirst: true,
  }
}

interface Marker {
  attributes: string
  given: string
  /** Instances open at once, and how many run in all. */
  atOnce: number
  rounds: number
  /** Variables with which each round is completed. */
  answers: string[]
}

const markers: { [name: string]: Marker } = {
  plain: { attributes: '', given: '', atOnce: 1, rounds: 1, answers: [''] },
  loop: {
    attributes: ' loop while=again',
    given: '',
    atOnce: 1,
    rounds: 2,
    answers: ['{"again": true}', '{"again": false}'],
  },
  parallel: {
    attributes: ' parallel each=items',
    given: '{"items": [1, 2]}',
    atOnce: 2,
    rounds: 2,
    answers: ['', ''],
  },
  sequential: {
    attributes: ' sequential each=items',
    given: '{"items": [1, 2]}',
    atOnce: 1,
    rounds: 2,
    answers: ['', ''],
  },
}

interface Trigger {
  declaration: string
  action: string
  /** A timer is scheduled when the activity starts and withdrawn when it ends. */
  isTimer: boolean
  interrupts: boolean
}

const triggers: { [name: string]: Trigger } = {
  'interrupting-timer': { declaration: 'timer PT1H', action: 'fire X', isTimer: true, interrupts: true },
  'non-interrupting-timer': {
    declaration: 'timer PT1H non-interrupting',
    action: 'fire X',
    isTimer: true,
    interrupts: false,
  },
  'interrupting-message': {
    declaration: 'message hint',
    action: 'message hint',
    isTimer: false,
    interrupts: true,
  },
  'non-interrupting-message': {
    declaration: 'message hint non-interrupting',
    action: 'message hint',
    isTimer: false,
    interrupts: false,
  },
  'interrupting-signal': {
    declaration: 'signal hint',
    action: 'signal hint',
    isTimer: false,
    interrupts: true,
  },
  'non-interrupting-signal': {
    declaration: 'signal hint non-interrupting',
    action: 'signal hint',
    isTimer: false,
    interrupts: false,
  },
}

const line = (parts: string[]) => parts.join(', ')

/** One chapter of a casebook for each kind × marker × boundary event. */
export function activityPairings(): string {
  const chapters: string[] = []
  for (const [kindName, kind] of Object.entries(kinds)) {
    for (const [markerName, marker] of Object.entries(markers)) {
      for (const [triggerName, trigger] of Object.entries(triggers)) {
        const name = `${kindName}-${markerName}-${triggerName}`
        const effect = trigger.interrupts ? 'ends it as a whole' : 'leaves it running'
        const title = `${triggerName.replaceAll('-', ' ')} on a ${markerName} ${kindName} activity ${effect} (BPMN 2.0.2 §13.5.3)`
        chapters.push([`# ${name}: ${title}`, ...pairedScript(kind, marker, trigger), ''].join('\n'))
      }
    }
  }
  return chapters.join('\n')
}

function pairedScript(kind: Kind, marker: Marker, trigger: Trigger): string[] {
  const isLooped = marker.rounds > 1
  const [head = '', ...rest] = kind.declare
  const drawing = [
    head + marker.attributes,
    ...rest,
    `boundary X on A ${trigger.declaration}`,
    'S > A > E',
    'X > B > E',
  ]
  const openedAt = (round: number) =>
    kind.opened.map((effect) => (isLooped && effect === 'task A' ? `${effect}#${round}` : effect))
  const instances = Array.from({ length: marker.atOnce }, (_, index) => index + 1)
  const timer = trigger.isTimer ? ['timer X'] : []
  const opened = instances.flatMap(openedAt)
  const effects = isLooped || !kind.opensFirst ? [...timer, ...opened] : [...opened, ...timer]
  const start = [
    `> start ${marker.given}`,
    line(['done S', 'S-A', ...instances.flatMap(() => kind.begun), ...effects]),
  ]
  const script = trigger.interrupts ? interrupted : undisturbed
  return [...drawing, '--', ...start, ...script(kind, marker, trigger, openedAt)]
}

type Opened = (round: number) => string[]

const doneAt = (kind: Kind, marker: Marker, round: number) => [
  ...kind.finished,
  marker.rounds > 1 ? `done A#${round}` : 'done A',
]

/** What the next round opens, when rounds come one after the other. */
const nextOpened = (kind: Kind, marker: Marker, round: number, opened: Opened) =>
  marker.atOnce === 1 && round < marker.rounds ? [...kind.begun, ...opened(round + 1)] : []

/** The event comes after the first of two rounds, or at once where there is only one. */
function interrupted(kind: Kind, marker: Marker, trigger: Trigger, opened: Opened): string[] {
  const isLooped = marker.rounds > 1
  const first = isLooped
    ? [
        `> ${kind.finish} ${marker.answers[0]}`,
        line([...doneAt(kind, marker, 1), ...nextOpened(kind, marker, 1, opened)]),
      ]
    : []
  const ended = ['cancelled A', ...(isLooped ? ['cancelled A#2'] : []), ...kind.inside]
  return [
    ...first,
    `> ${trigger.action}`,
    line([...ended, 'done X', 'X-B', ...kind.withdrawn, 'task B']),
    '> complete B',
    'done B, B-E, done E, completed',
    '= completed',
  ]
}

/** The event comes first, then every round completes as if nothing had been. */
function undisturbed(kind: Kind, marker: Marker, trigger: Trigger, opened: Opened): string[] {
  const script = [`> ${trigger.action}`, 'done X, X-B; task B']
  for (let round = 1; round <= marker.rounds; round++) {
    const isLast = round === marker.rounds
    const whole = isLast ? [...(marker.rounds > 1 ? ['done A'] : []), 'A-E', 'done E'] : []
    script.push(`> ${kind.finish} ${marker.answers[round - 1]}`)
    script.push(line([...doneAt(kind, marker, round), ...nextOpened(kind, marker, round, opened), ...whole]))
  }
  return [...script, '> complete B', 'done B, B-E, done E, completed', '= completed']
}

interface Block {
  declare: string[]
  flows: string[]
  begun: string[]
  opened: string[]
  /** Each action with its lines; the last one reaches the merge J. */
  steps: [action: string, lines: string][]
  inside: string[]
  withdrawn: string[]
}

const both = { begun: ['G-A', 'G-B'], opened: ['task A', 'task B'], inside: ['cancelled A', 'cancelled B'] }
const bothSteps: Block['steps'] = [
  ['complete A', 'done A, A-J'],
  ['complete B', 'done B, B-J'],
]
const bothWithdrawn = ['cancel task A', 'cancel task B']

const blocks: { [name: string]: Block } = {
  exclusive: {
    declare: ['xor G', 'xor J'],
    flows: ['G >[pick = 1] A > J', 'G >else B > J'],
    begun: ['G-B'],
    opened: ['task B'],
    steps: [['complete B', 'done B, B-J']],
    inside: ['cancelled B'],
    withdrawn: ['cancel task B'],
  },
  parallel: {
    declare: ['and G', 'and J'],
    flows: ['G > A > J', 'G > B > J'],
    ...both,
    steps: bothSteps,
    withdrawn: bothWithdrawn,
  },
  inclusive: {
    declare: ['or G', 'or J'],
    flows: ['G >[true] A > J', 'G >[true] B > J', 'G >[false] C > J'],
    ...both,
    steps: bothSteps,
    withdrawn: bothWithdrawn,
  },
  'event-based': {
    declare: ['eg G', 'xor J', 'catch M message go', 'catch T timer PT1H'],
    flows: ['G > M > J', 'G > T > J'],
    begun: [],
    opened: ['timer T'],
    steps: [['fire T', 'G-T, done T, T-J']],
    inside: ['cancelled G'],
    withdrawn: ['cancel timer T'],
  },
}

/** One chapter for each gateway × the loop, level or event around it. */
export function gatewayPairings(): string {
  const chapters: string[] = []
  for (const [name, block] of Object.entries(blocks)) {
    chapters.push(
      inLoopBack(name, block),
      inStandardLoop(name, block),
      inMultiInstance(name, block, 'parallel'),
    )
    chapters.push(
      inMultiInstance(name, block, 'sequential'),
      inInterrupted(name, block),
      inHinted(name, block),
    )
  }
  return chapters.join('\n')
}

/** The actions of one run through the block; `ending` follows the last one's lines. */
function through(block: Block, ending: string[], answer = ''): string[] {
  return block.steps.flatMap(([action, lines], index) =>
    index === block.steps.length - 1
      ? [`> ${action} ${answer}`, line([lines, ...ending])]
      : [`> ${action}`, lines],
  )
}

const inSub = (block: Block, sub: string) => [
  sub,
  ...['S1 > G', ...block.declare, ...block.flows, 'J > E1'].map((one) => `  ${one}`),
  'S > P > E',
]

const begunInside = (block: Block) => ['done S1', 'S1-G', ...block.begun]

function inLoopBack(name: string, block: Block): string {
  return [
    `# ${name}-in-a-loop-back: A ${name} block runs anew when a flow leads back before it (BPMN 2.0.2 §13.4)`,
    ...[
      'xor L',
      'xor D',
      ...block.declare,
      'S > L > G',
      ...block.flows,
      'J > D >[again] L',
      'D >else E',
      '--',
    ],
    '> start {"again": true}',
    line(['done S', 'S-L-G', ...block.begun, ...block.opened]),
    ...(block.steps[0]?.[0].startsWith('fire') ? inLoopByTimer(block) : inLoopByTask(block)),
    '= completed',
    '',
  ].join('\n')
}

const inLoopByTask = (block: Block) => [
  ...through(block, ['J-D-L-G', ...block.begun, ...block.opened], '{"again": true}'),
  ...through(block, ['J-D-E', 'done E', 'completed'], '{"again": false}'),
]

/** A timer brings no variables, so the message ends the loop. */
const inLoopByTimer = (block: Block) => [
  ...through(block, ['J-D-L-G', ...block.begun, ...block.opened]),
  '> message go {"again": false}',
  'G-M, done M, M-J-D-E, done E, completed; cancel timer T',
]

function inStandardLoop(name: string, block: Block): string {
  return [
    `# ${name}-in-a-standard-loop: A ${name} block inside a looping sub-process runs once a round (BPMN 2.0.2 §13.3.6)`,
    ...inSub(block, 'sub P loop max=2'),
    '--',
    '> start',
    line(['done S', 'S-P', ...begunInside(block), ...block.opened]),
    ...through(block, ['J-E1', 'done E1', 'done P#1', ...begunInside(block), ...block.opened]),
    ...through(block, ['J-E1', 'done E1', 'done P#2', 'done P', 'P-E', 'done E', 'completed']),
    '= completed',
    '',
  ].join('\n')
}

function inMultiInstance(name: string, block: Block, order: 'parallel' | 'sequential'): string {
  const again = [...begunInside(block), ...block.opened]
  const begun =
    order === 'parallel'
      ? [...begunInside(block), ...begunInside(block), ...block.opened, ...block.opened]
      : again
  return [
    `# ${name}-in-a-${order}-multi-instance: A ${name} block inside a ${order} multi-instance is each instance's own (BPMN 2.0.2 §13.3.7)`,
    ...inSub(block, `sub P ${order} each=items`),
    '--',
    '> start {"items": [1, 2]}',
    line(['done S', 'S-P', ...begun]),
    ...through(block, ['J-E1', 'done E1', 'done P#1', ...(order === 'parallel' ? [] : again)]),
    ...through(block, ['J-E1', 'done E1', 'done P#2', 'done P', 'P-E', 'done E', 'completed']),
    '= completed',
    '',
  ].join('\n')
}

function inInterrupted(name: string, block: Block): string {
  return [
    `# ${name}-interrupted-from-the-border: An event on the sub-process ends the ${name} block half-way (BPMN 2.0.2 §13.5.3)`,
    ...inSub(block, 'sub P'),
    ...['boundary X on P signal stop', 'X > Z > E', '--', '> start'],
    line(['done S', 'S-P', ...begunInside(block), ...block.opened]),
    '> signal stop',
    line(['cancelled P', ...block.inside, 'done X', 'X-Z', ...block.withdrawn, 'task Z']),
    ...['> complete Z', 'done Z, Z-E, done E, completed', '= completed', ''],
  ].join('\n')
}

function inHinted(name: string, block: Block): string {
  return [
    `# ${name}-beside-an-event-on-the-border: A non-interrupting event on the sub-process leaves the ${name} block alone (BPMN 2.0.2 §13.5.3)`,
    ...inSub(block, 'sub P'),
    ...['boundary X on P signal hint non-interrupting', 'X > Z > E', '--', '> start'],
    line(['done S', 'S-P', ...begunInside(block), ...block.opened]),
    ...['> signal hint', 'done X, X-Z; task Z'],
    ...through(block, ['J-E1', 'done E1', 'done P', 'P-E', 'done E']),
    ...['> complete Z', 'done Z, Z-E, done E, completed', '= completed', ''],
  ].join('\n')
}
