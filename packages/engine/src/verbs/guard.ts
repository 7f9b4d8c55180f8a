import type { Actor, Role } from '../door.ts'
import type { Element } from '../model.ts'
import type { VerbEffect } from './effects.ts'
import { matrix, situations } from './matrix.ts'
import type { Cell, Situation } from './matrix.ts'
import { isRefusal } from './refusals.ts'
import type { Refusal } from './refusals.ts'
import type { Standing } from './standing.ts'
import { verbFacts } from './verbs.ts'
import type { Verb } from './verbs.ts'

const order = Object.keys(situations) as Situation[]

/** What the table says about a verb at a task: refused in one of its contexts is refused. */
export function cellOf(verb: Verb, { contexts, situation }: Pick<Standing, 'contexts' | 'situation'>): Cell {
  const column = order.indexOf(situation)
  const cells = contexts.map((context) => matrix[verb][context][column] as Cell)
  return cells.find(isRefusal) ?? cells[0] ?? 'CANNOT_WORK_OUT'
}

/** Why the verb cannot be done at the task, as far as the table, the drawing and the person's role say. */
export function refusalAt(verb: Verb, standing: Standing, by?: Actor): Refusal | undefined {
  return (
    roleRefusal(verb, by) ??
    tableRefusal(verb, standing) ??
    offerRefusal(verb, standing.element, by) ??
    decisionRefusal(verb, standing.element)
  )
}

function tableRefusal(verb: Verb, standing: Standing): Refusal | undefined {
  const cell = cellOf(verb, standing)
  return isRefusal(cell) ? cell : undefined
}

export function effectAt(verb: Verb, standing: Standing): VerbEffect | undefined {
  const cell = cellOf(verb, standing)
  return isRefusal(cell) ? undefined : cell
}

const missingRole: Readonly<Record<Role | 'approver', Refusal>> = {
  holder: 'NOT_THE_HOLDER',
  starter: 'NOT_THE_STARTER',
  administrator: 'NOT_AN_ADMINISTRATOR',
  approver: 'NOT_YOURS',
}

/** Without roles the caller vouches for the person. Whoever took a step is known by the trail, not by a role. */
export function roleRefusal(verb: Verb, by: Actor | undefined): Refusal | undefined {
  const { roles } = verbFacts[verb]
  const held = by?.roles
  if (!held || roles.includes('approver')) return undefined
  if (held.some((role) => roles.includes(role))) return undefined
  return missingRole[roles[0] ?? 'holder']
}

/** A drawing may list the verbs of a step; those who look after processes are not bound by it. */
function offerRefusal(verb: Verb, { canmou }: Element, by: Actor | undefined): Refusal | undefined {
  if (!canmou.verbs || !verbFacts[verb].isOffered || by?.roles?.includes('administrator')) return undefined
  return canmou.verbs.some((one) => one.verb === verb) ? undefined : 'NOT_OFFERED'
}

const needsDecision: ReadonlySet<Verb> = new Set([
  'approve',
  'reject',
  'addSignerBefore',
  'addSignerAfter',
  'addSignerParallel',
])

function decisionRefusal(verb: Verb, element: Element): Refusal | undefined {
  const decision = decisionOf(element)
  if (verb === 'submit') return decision === 'none' ? undefined : 'NOTHING_TO_SUBMIT'
  if (decision === 'none' && needsDecision.has(verb)) return 'NO_DECISION_HERE'
  return decision === 'read' && verb === 'reject' ? 'NO_DECISION_HERE' : undefined
}

/** A step with a form and nothing said about a decision is submitted (catalogue/README.md, "Processes"). */
export function decisionOf({ canmou, formId, type }: Element): 'approve-reject' | 'read' | 'none' {
  if (type === 'startEvent') return 'none'
  return canmou.decision ?? (formId ? 'none' : 'approve-reject')
}
