import type { Element, Expression } from '@canmou/engine'
import type { ProcessDefinition } from '../catalogue/catalogue.ts'

/** Who does a human step, as far as its drawing and the settings say so before anything runs. */
export interface StepAssignment {
  /** One task before all groups, or one task per group (会签). */
  mode: 'together' | 'each'
  groups: string[]
  /** The user names of the drawing. */
  assignee: string | undefined
  users: string[]
  /** What is decided only while the process runs; `assignee` comes before everybody else. */
  atRunTime: { what: 'assignee' | 'people' | 'positions'; expression: Expression }[]
}

/** Reads it off the drawing: the groups named there; where one task is made per position, those that the settings name. */
export function assignmentOf(
  definition: ProcessDefinition,
  { assignment, loop }: Pick<Element, 'assignment' | 'loop'>,
): StepAssignment {
  const { assignee, candidateGroups, candidateUsers } = assignment ?? {}
  const found: StepAssignment = {
    mode: 'together',
    groups: listOf(candidateGroups),
    assignee: assignee?.isLiteral ? assignee.text : undefined,
    users: listOf(candidateUsers),
    atRunTime: [],
  }
  if (candidateGroups && !candidateGroups.isLiteral) {
    const groups = perPosition(definition, candidateGroups, loop)
    if (groups) {
      found.mode = 'each'
      found.groups = groups
    } else found.atRunTime.push({ what: 'positions', expression: candidateGroups })
  }
  if (assignee && !assignee.isLiteral) found.atRunTime.push({ what: 'assignee', expression: assignee })
  if (candidateUsers && !candidateUsers.isLiteral)
    found.atRunTime.push({ what: 'people', expression: candidateUsers })
  return found
}

const listOf = (expression: Expression | undefined): string[] =>
  expression?.isLiteral ? expression.text.split(',').flatMap((name) => name.trim() || []) : []

/** The positions that a loop goes over, where the settings alone say which. */
function perPosition(
  { settings }: ProcessDefinition,
  groups: Expression,
  loop: Element['loop'],
): string[] | undefined {
  if (loop?.type !== 'multi' || !loop.collection || loop.inputElement === undefined) return undefined
  if (!groups.reads.includes(loop.inputElement)) return undefined
  const values = new Map(settings.map((setting) => [setting.id, setting.default]))
  const items = loop.collection.json({ read: (name) => values.get(name), at: '1970-01-01T00:00:00Z' })
  if (!Array.isArray(items) || items.length === 0) return undefined
  return items.every((item) => typeof item === 'string') ? items : undefined
}
