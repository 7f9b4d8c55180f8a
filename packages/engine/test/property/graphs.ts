import fc from 'fast-check'
import type { DrawnNode, Drawing } from '../golden/build/notation.ts'

/**
 * Random drawings. Every decision looks at a variable of its own (`d…` a number for an exclusive gateway and a loop,
 * `o…` a flag for each flow of an inclusive one) and has a default flow, so that the walk's variables choose the way.
 */

export type Block =
  | { kind: 'task' }
  | { kind: 'row'; blocks: Block[] }
  | { kind: 'xor' | 'and' | 'or'; blocks: Block[] }
  | { kind: 'loop'; block: Block }
  | { kind: 'sub'; block: Block }
  | { kind: 'multi'; times: number; sequential: boolean; block: Block }

const several = (block: fc.Arbitrary<Block>, kind: 'row' | 'xor' | 'and' | 'or') =>
  fc.array(block, { minLength: 2, maxLength: 3 }).map((inner): Block => ({ kind, blocks: inner }))

export const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: fc.constant<Block>({ kind: 'task' }) },
    { weight: 2, arbitrary: several(tie('block'), 'row') },
    { weight: 2, arbitrary: several(tie('block'), 'xor') },
    { weight: 2, arbitrary: several(tie('block'), 'and') },
    { weight: 2, arbitrary: several(tie('block'), 'or') },
    { weight: 1, arbitrary: tie('block').map((block): Block => ({ kind: 'loop', block })) },
    { weight: 1, arbitrary: tie('block').map((block): Block => ({ kind: 'sub', block })) },
    {
      weight: 1,
      arbitrary: fc
        .record({ times: fc.integer({ min: 1, max: 2 }), sequential: fc.boolean(), block: tie('block') })
        .map((multi): Block => ({ kind: 'multi', ...multi })),
    },
  ),
})).block

const newNode = (type: string, id: string): DrawnNode => ({
  type,
  id,
  flags: new Set(),
  attributes: new Map(),
})

export type JoinKind = 'xor' | 'and' | 'or'

/** Draws nodes and flows with ids in the order in which they are added. */
class Pen {
  private count = 0
  /** Kinds that the joins get instead of their own, in drawing order; what is left out stays right. */
  private readonly wrongJoins: readonly (JoinKind | undefined)[]
  private joins = 0

  constructor(wrongJoins: readonly (JoinKind | undefined)[] = []) {
    this.wrongJoins = wrongJoins
  }

  join(drawing: Drawing, kind: JoinKind): DrawnNode {
    return this.node(drawing, this.wrongJoins[this.joins++] ?? kind)
  }

  node(drawing: Drawing, type: string): DrawnNode {
    const node = newNode(type, `${type}${++this.count}`)
    drawing.nodes.push(node)
    return node
  }

  flow(drawing: Drawing, from: string, to: string, condition?: string, isDefault = false): void {
    const id = `f${++this.count}`
    drawing.flows.push({ id, from, to, isDefault, ...(condition ? { condition } : {}) })
  }
}

/** A whole process around the block, with some of its joins drawn as another kind. */
export function drawBlock(block: Block, wrongJoins: readonly (JoinKind | undefined)[] = []): Drawing {
  const drawing: Drawing = { nodes: [], flows: [] }
  level(new Pen(wrongJoins), drawing, block)
  return drawing
}

function level(pen: Pen, drawing: Drawing, block: Block): void {
  const start = pen.node(drawing, 'start')
  const [first, last] = draw(pen, drawing, block)
  pen.flow(drawing, start.id, first)
  pen.flow(drawing, last, pen.node(drawing, 'end').id)
}

/** Draws the block; gives the ids of its first and last element. */
function draw(pen: Pen, drawing: Drawing, block: Block): [string, string] {
  switch (block.kind) {
    case 'task': {
      const { id } = pen.node(drawing, 'user')
      return [id, id]
    }
    case 'row': {
      const drawn = block.blocks.map((one) => draw(pen, drawing, one))
      drawn.slice(1).forEach(([first], index) => pen.flow(drawing, drawn[index]?.[1] ?? '', first))
      return [drawn[0]?.[0] ?? '', drawn.at(-1)?.[1] ?? '']
    }
    case 'loop': {
      const merge = pen.node(drawing, 'xor').id
      const [first, last] = draw(pen, drawing, { kind: 'row', blocks: [{ kind: 'task' }, block.block] })
      const test = pen.node(drawing, 'xor').id
      pen.flow(drawing, merge, first)
      pen.flow(drawing, last, test)
      pen.flow(drawing, test, merge, `d_${test} = 0`)
      const out = pen.node(drawing, 'user').id
      pen.flow(drawing, test, out, undefined, true)
      return [merge, out]
    }
    case 'sub':
    case 'multi': {
      const sub = pen.node(drawing, 'sub')
      sub.inside = { nodes: [], flows: [] }
      if (block.kind === 'multi') {
        sub.flags.add(block.sequential ? 'sequential' : 'parallel')
        sub.attributes.set('times', String(block.times))
      }
      level(pen, sub.inside, block.block)
      return [sub.id, sub.id]
    }
    default:
      return branches(pen, drawing, block.kind, block.blocks)
  }
}

function branches(pen: Pen, drawing: Drawing, kind: 'xor' | 'and' | 'or', inner: Block[]): [string, string] {
  const split = pen.node(drawing, kind).id
  const join = pen.join(drawing, kind).id
  inner.forEach((one, index) => {
    const [first, last] = draw(pen, drawing, one)
    const isLast = index === inner.length - 1
    pen.flow(
      drawing,
      split,
      first,
      kind === 'and' || isLast ? undefined : condition(kind, split, index),
      kind !== 'and' && isLast,
    )
    pen.flow(drawing, last, join)
  })
  return [split, join]
}

const condition = (kind: string, gateway: string, index: number) =>
  kind === 'xor' ? `d_${gateway} = ${index}` : `o_${gateway}_${index}`

/** What an unstructured drawing is made from: a type for each node, and targets as offsets. */
export interface Tangle {
  types: ('user' | 'xor' | 'and' | 'or')[]
  targets: number[][]
  /** Signals that boundary events wait for: on which node (if it is a task), where to, and whether they end it. */
  events: { host: number; target: number; interrupting: boolean }[]
}

export const tangles = (maxEvents: number): fc.Arbitrary<Tangle> =>
  fc.integer({ min: 2, max: 9 }).chain((size) =>
    fc.record({
      types: fc.array(fc.constantFrom<Tangle['types'][number]>('user', 'user', 'xor', 'and', 'or'), {
        minLength: size,
        maxLength: size,
      }),
      targets: fc.array(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 3 }), {
        minLength: size,
        maxLength: size,
      }),
      events: fc.array(
        fc.record({
          host: fc.nat({ max: size - 1 }),
          target: fc.nat({ max: 30 }),
          interrupting: fc.boolean(),
        }),
        { maxLength: maxEvents },
      ),
    }),
  )

/**
 * Flows lead forward to any node or an end, and backward to tasks only, so that every circle waits somewhere.
 * Each node but the first gets a flow from one before it.
 */
export function drawTangle({ types, targets, events }: Tangle): Drawing {
  const pen = new Pen()
  const drawing: Drawing = { nodes: [], flows: [] }
  const start = pen.node(drawing, 'start')
  const nodes = types.map((type) => pen.node(drawing, type))
  const end = pen.node(drawing, 'end')
  const edges = nodes.map((_, at) => (targets[at] ?? []).map((target) => targetOf(types, at, target)))
  nodes.forEach((_, at) => {
    if (at > 0 && !edges.slice(0, at).some((from) => from.includes(at)))
      edges[(targets[at]?.[0] ?? 0) % at]?.push(at)
  })
  pen.flow(drawing, start.id, nodes[0]?.id ?? end.id)
  edges.forEach((from, at) => {
    const { id, type } = nodes[at] ?? end
    from.forEach((target, index) => {
      const to = nodes[target]?.id ?? end.id
      const isDecision = (type === 'xor' || type === 'or') && from.length > 1
      const isLast = index === from.length - 1
      pen.flow(
        drawing,
        id,
        to,
        isDecision && !isLast ? condition(type, id, index) : undefined,
        isDecision && isLast,
      )
    })
  })
  for (const { host, target, interrupting } of events) {
    if (types[host] !== 'user') continue
    const event = pen.node(drawing, 'boundary')
    event.host = nodes[host]?.id ?? ''
    event.event = { kind: 'signal', value: `signal_${event.id}` }
    if (!interrupting) event.flags.add('non-interrupting')
    pen.flow(drawing, event.id, nodes[targetOf(types, host, target)]?.id ?? end.id)
  }
  return drawing
}

function targetOf(types: Tangle['types'], at: number, target: number): number {
  const wanted = target % (types.length + 2)
  return wanted > at || types[wanted] === 'user' ? wanted : types.length
}

/** Names of all variables that the drawing's decisions look at. */
export function decisionNames(drawing: Drawing): string[] {
  const own = drawing.flows.flatMap((flow) => flow.condition?.split(' ')[0] ?? [])
  return [
    ...new Set([...own, ...drawing.nodes.flatMap((node) => (node.inside ? decisionNames(node.inside) : []))]),
  ]
}
