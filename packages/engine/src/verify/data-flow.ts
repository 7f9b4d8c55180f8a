import type { Element, Process, Scope } from '../model.ts'
import type { Catalogue } from './catalogue.ts'
import { formOf } from './catalogue.ts'
import { neededVariables } from './condition-reads.ts'
import { finding } from './finding.ts'
import type { Finding } from './finding.ts'
import type { Language } from './messages.ts'
import { allElements } from './soundness.ts'

/** Variables surely written when a token comes here; `*` says that an outside answer may have written any. */
type Written = ReadonlySet<string>

const anything = '*'
/** What a task without a form brings back: it is a decision only. */
const decisionVariables = ['decision', 'opinion']
/** What several signers bring back besides (`run/signing.ts`). */
const roundVariables = ['decisions', 'signers']

/** Conditions that read a variable which on some way there nothing has written. */
export function checkVariables(
  process: Process,
  catalogue: Catalogue,
  given: readonly string[],
  pathTo: (elementId: string) => string[],
  language: Language,
): Finding[] {
  const flow = new DataFlow(process, catalogue, given)
  return allElements(process.root).flatMap((element) => {
    const written = flow.after(element)
    // an element that nothing reaches is told elsewhere
    if (!written) return []
    const reads = new Set(
      element.outgoing.flatMap((one) => (one.condition ? neededVariables(one.condition) : [])),
    )
    return [...reads].flatMap((variable) => {
      if (written.has(variable)) return []
      const code = written.has(anything) ? 'VARIABLE_MAYBE_UNWRITTEN' : 'VARIABLE_UNWRITTEN'
      const path = flow.wayWithout(variable, element) ?? pathTo(element.id)
      return [finding(language, code, element.id, { variable }, path)]
    })
  })
}

/**
 * A greatest fixed point over the drawing: what comes in is what all ways in have written (at a parallel join, what
 * any of them has), what goes out adds the element's own forms, mappings and scripts.
 */
class DataFlow {
  private readonly process: Process
  private readonly fields: Map<string, string[]>
  private readonly given: Written
  private readonly out = new Map<Element, Written>()

  constructor(process: Process, catalogue: Catalogue, given: readonly string[]) {
    this.process = process
    this.fields = new Map(catalogue.recordKinds.map((kind) => [kind.code, kind.fields]))
    this.given = new Set(given)
    const elements = allElements(process.root)
    for (let changed = true; changed;) {
      changed = false
      for (const element of elements) {
        const before = this.out.get(element)
        const after = this.flowThrough(element)
        if (after && (before?.size !== after.size || !before)) {
          this.out.set(element, after)
          changed = true
        }
      }
    }
  }

  /** What is surely written once the element is done; nothing where no token comes. */
  after(element: Element): Written | undefined {
    return this.out.get(element)
  }

  /** A shortest way through the drawing on which nothing writes the variable. */
  wayWithout(variable: string, target: Element): string[] | undefined {
    const { root } = this.process
    const first = root.startEvents.length > 0 ? root.startEvents : root.starts
    const ways = first.map((start) => [start])
    const seen = new Set(first)
    for (const way of ways) {
      const last = way.at(-1)
      if (!last || this.writes(last).includes(variable)) continue
      if (last === target) return way.map((one) => one.id)
      for (const next of followers(last)) {
        if (seen.has(next)) continue
        seen.add(next)
        ways.push([...way, next])
      }
    }
    return undefined
  }

  private flowThrough(element: Element): Written | undefined {
    const before = this.before(element)
    if (!before) return undefined
    const written = new Set(before)
    for (const name of this.writes(element)) written.add(name)
    if (element.body && element.outputs.length === 0)
      for (const name of this.inside(element) ?? []) written.add(name)
    return written
  }

  private before(element: Element): Written | undefined {
    const sources = sourcesOf(element)
    const incoming = sources.flatMap((source) => this.out.get(source) ?? [])
    if (element.attachedTo) return this.before(element.attachedTo)
    const isEntrance =
      element.type === 'startEvent' ||
      element.type === 'eventSubProcess' ||
      element.scope.starts.includes(element)
    if (isEntrance) return this.atStart(element.scope)
    if (element.isForCompensation) return this.atStart(element.scope)
    if (incoming.length === 0) return undefined
    return element.type === 'parallelGateway' ? union(incoming) : incoming.reduce(common)
  }

  /** What is written when a level opens: its inputs and loop variables besides what is written around it. */
  private atStart(scope: Scope): Written | undefined {
    const { owner, parent } = scope
    if (!owner || !parent) return this.given
    const around = owner.type === 'eventSubProcess' ? this.atStart(parent) : this.before(owner)
    return around && new Set([...around, ...localsOf(owner)])
  }

  /** What a level leaves behind: what every end in it has written, its locals left out. */
  private inside(element: Element): string[] | undefined {
    const ends =
      element.body?.elements.filter((one) => one.outgoing.length === 0 && !one.isForCompensation) ?? []
    const outs = ends.flatMap((one) => this.out.get(one) ?? [])
    const locals = localsOf(element)
    return outs.length > 0 ? [...outs.reduce(common)].filter((name) => !locals.includes(name)) : undefined
  }

  private writes(element: Element): string[] {
    const gathered =
      element.loop?.type === 'multi' && element.loop.outputCollection ? [element.loop.outputCollection] : []
    return [...gathered, ...this.own(element)].map((name) => name.split('.')[0] ?? name)
  }

  private own(element: Element): string[] {
    if (element.outputs.length > 0) return element.outputs.map((mapping) => mapping.target)
    if (element.script)
      return element.script.resultVariable === undefined ? [anything] : [element.script.resultVariable]
    switch (element.type) {
      case 'userTask':
      case 'startEvent':
        return this.formFields(element)
      case 'callActivity':
        return element.call?.propagateAllChildVariables ? [anything] : []
      default:
    }
    const isAnswered =
      element.job !== undefined || element.event?.kind === 'message' || element.event?.kind === 'signal'
    const isThrown =
      element.type === 'intermediateThrowEvent' || element.type === 'endEvent' || element.type === 'sendTask'
    return isAnswered && !(isThrown && !element.job) ? [anything] : []
  }

  private formFields(element: Element): string[] {
    if (element.formId === undefined) {
      if (element.canmou.mode) return [...decisionVariables, ...roundVariables]
      if (element.type === 'userTask') return [...decisionVariables, ...this.documentFields(element)]
      return element.event?.kind === 'none' ? [] : [anything]
    }
    const form = formOf(element)
    const fields = form === undefined ? undefined : this.fields.get(form)
    return fields ? [...fields, ...decisionVariables] : [anything]
  }

  /** A step that writes fields of the document it is about brings all of them back. */
  private documentFields({ canmou, properties }: Element): string[] {
    const writes = canmou.otherFields === 'write' || canmou.fields?.some(({ access }) => access === 'write')
    return (writes && this.fields.get(properties['record'] ?? '')) || []
  }
}

function localsOf(element: Element): string[] {
  const { loop } = element
  const looped = loop?.type === 'multi' && loop.inputElement !== undefined ? [loop.inputElement] : []
  return [...element.inputs.map((mapping) => mapping.target), ...looped, ...(loop ? ['loopCounter'] : [])]
}

function sourcesOf(element: Element): Element[] {
  const jumps = element.scope.elements.filter(
    (one) => one.event?.kind === 'link' && one.event.targets.includes(element),
  )
  return [...element.incoming.map((flow) => flow.source), ...jumps]
}

/** Where a token may be after it has been at the element. */
function followers(element: Element): Element[] {
  const jumps = element.event?.kind === 'link' ? element.event.targets : []
  const inside = element.body
    ? [...element.body.starts, ...(element.type === 'eventSubProcess' ? element.body.startEvents : [])]
    : []
  const beside = element.body?.eventSubProcesses ?? []
  const isLast = element.outgoing.length === 0 && element.scope.owner?.type === 'subProcess'
  const behind = isLast ? (element.scope.owner?.outgoing.map((flow) => flow.target) ?? []) : []
  return [
    ...element.outgoing.map((flow) => flow.target),
    ...element.boundaries,
    ...jumps,
    ...inside,
    ...beside,
    ...behind,
  ]
}

const union = (sets: Written[]): Written => new Set(sets.flatMap((set) => [...set]))

/** What both have; where one had an outside answer, the other's word is taken. */
function common(one: Written, other: Written): Written {
  const shared = [...one].filter((name) => other.has(name) || other.has(anything))
  return new Set([...shared, ...(one.has(anything) ? other : [])])
}
