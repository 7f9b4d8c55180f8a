import type { Effect, Event, Status, Variables } from '../door.ts'
import { CommandError } from '../errors.ts'
import type { Element, Process } from '../model.ts'
import type { Verb } from '../verbs/verbs.ts'
import type { InstanceState, Node, Visit, Work } from '../state.ts'

/**
 * The working copy of an instance during one command. Nodes are replaced and never changed in place, so that the
 * state that came in stays as it was; the array itself is copied once, at the first change.
 */
export class Run {
  readonly process: Process
  readonly id: string
  readonly at: string
  readonly events: Event[] = []
  readonly effects: Effect[] = []
  readonly queue: Work[] = []
  /** Key of the job or call that the caller itself has reported as failed: there is nothing to withdraw. */
  answered: number | undefined
  /** Key of the visit from which the token comes that is moved just now; what is added and pushed inherits it. */
  from = 0
  /** Who gave the command, and in whose place. */
  by: string | undefined
  onBehalfOf: string | undefined
  /** The verb that moves tokens just now: tasks are withdrawn because of it. */
  because: Verb | undefined
  trail: readonly Visit[] | undefined
  rounds: { [elementId: string]: number } | undefined
  startedAt: string | undefined
  status: Status
  variables: Variables
  nodes: Node[]
  next: number
  private shared = true

  constructor(process: Process, state: InstanceState, at: string) {
    this.process = process
    this.id = state.id
    this.at = at
    this.status = state.status
    this.variables = state.variables
    this.nodes = state.nodes
    this.next = state.next
    this.trail = state.trail
    this.rounds = state.rounds
    this.startedAt = state.startedAt
  }

  state(): InstanceState {
    const { id, status, variables, process, next, nodes } = this
    const state: InstanceState = { id, status, variables, processId: process.id, next, nodes }
    if (this.trail !== undefined) state.trail = this.trail
    if (this.rounds !== undefined) state.rounds = this.rounds
    if (this.startedAt !== undefined) state.startedAt = this.startedAt
    return state
  }

  element(id: string): Element {
    const element = this.process.elements.get(id)
    if (!element) {
      throw new CommandError('STATE_INVALID', `process ${this.process.id} has no element ${id}`, {
        elementId: id,
      })
    }
    return element
  }

  find(key: number): Node | undefined {
    const index = this.indexOf(key)
    return index < 0 ? undefined : this.nodes[index]
  }

  get(key: number): Node {
    const node = this.find(key)
    if (!node) throw new CommandError('STATE_INVALID', `instance ${this.id} has no node ${key}`)
    return node
  }

  add(node: Omit<Node, 'key'>): Node {
    this.own()
    const added: Node = { key: this.next++, ...node }
    if (this.from !== 0 && node.host === undefined && node.from === undefined) added.from = this.from
    this.nodes.push(added)
    return added
  }

  patch(key: number, change: Partial<Node>): Node {
    this.own()
    const index = this.indexOf(key)
    const changed = { ...this.get(key), ...change }
    this.nodes[index] = changed
    return changed
  }

  replace(key: number, node: Node): void {
    this.own()
    this.nodes[this.indexOf(key)] = node
  }

  /** Takes an incident's mark off a node. */
  clearFailed(key: number): Node {
    this.own()
    const { failed: _, ...rest } = this.get(key)
    this.nodes[this.indexOf(key)] = rest
    return rest
  }

  remove(key: number): void {
    const index = this.indexOf(key)
    if (index < 0) return
    this.own()
    this.nodes.splice(index, 1)
  }

  /** Removes every node that `doomed` names. */
  removeAll(doomed: ReadonlySet<number>): void {
    this.nodes = this.nodes.filter((node) => !doomed.has(node.key))
    this.shared = false
  }

  emit(event: Event): void {
    this.events.push(event)
  }

  effect(effect: Effect): void {
    this.effects.push(effect)
  }

  /** The instance is over: nothing of it waits any more. */
  finish(status: Status): void {
    this.status = status
    this.nodes = []
    this.shared = false
    this.trail = undefined
    this.rounds = undefined
    this.startedAt = undefined
    this.queue.length = 0
  }

  /** Work is done last in, first out: a branch runs until it waits before the next one starts. */
  push(work: Work): void {
    if (this.from !== 0 && work.from === undefined) work.from = this.from
    this.queue.push(work)
  }

  /** A point to return to when a step fails half-way; steps only append before they can fail. */
  mark(): { nodes: number; events: number; effects: number; queue: number } {
    return {
      nodes: this.nodes.length,
      events: this.events.length,
      effects: this.effects.length,
      queue: this.queue.length,
    }
  }

  undoTo(mark: { nodes: number; events: number; effects: number; queue: number }): void {
    if (this.nodes.length !== mark.nodes) {
      this.own()
      this.nodes.length = mark.nodes
    }
    this.events.length = mark.events
    this.effects.length = mark.effects
    this.queue.length = mark.queue
  }

  private own(): void {
    if (!this.shared) return
    this.nodes = this.nodes.slice()
    this.shared = false
  }

  /** Nodes are sorted by key: they are only ever appended, with a growing key. */
  private indexOf(key: number): number {
    let low = 0
    let high = this.nodes.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = (this.nodes[middle] as Node).key
      if (found === key) return middle
      if (found < key) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}

/** Ids that callers see: the element and the node's number. */
export function publicId(node: { at: string; key: number }): string {
  return `${node.at}#${node.key}`
}

/** The node's key; a signer's task has a number of its own behind it (`A#12.3`). */
export function keyOf(publicId: string): number {
  const number = publicId.slice(publicId.lastIndexOf('#') + 1)
  return /^\d{1,15}(\.\d{1,15})?$/.test(number) ? Math.trunc(Number(number)) : -1
}
