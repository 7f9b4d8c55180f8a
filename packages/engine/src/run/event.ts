import type { Variables } from '../door.ts'
import type { Element } from '../model.ts'
import type { Enter } from '../state.ts'
import type { Run } from './run.ts'
import { completed, entered } from './tokens.ts'
import { applyMappings, propagate } from './variables.ts'

/**
 * An event that happens at once: it is entered, its mappings are applied, and its token goes on. `during` is what
 * it does to the world; it sees the input mappings as local variables.
 */
export function pass(
  run: Run,
  element: Element,
  work: Enter,
  during?: (locals: Variables | undefined) => void,
): void {
  entered(run, element, work)
  const locals =
    element.inputs.length > 0 ? applyMappings(run, element.inputs, work.in, work.vars ?? {}) : work.vars
  const outputs =
    element.outputs.length > 0
      ? applyMappings(run, element.outputs, work.in, { ...locals, ...work.variables })
      : undefined
  during?.(locals)
  propagate(run, work.in, outputs ?? work.variables)
  completed(run, element)
  run.push({ do: 'exit', at: element.id, in: work.in })
}
