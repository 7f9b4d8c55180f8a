import type { Element } from '../model.ts'
import type { Enter, Node } from '../state.ts'
import type { Run } from './run.ts'

/** How one BPMN element answers a token. Each file in `elements/` holds one. */
export interface Behavior {
  /** A token arrives. */
  enter(run: Run, element: Element, work: Enter): void
  /** A token leaves; without it, BPMN's uncontrolled flow applies. */
  exit?(run: Run, element: Element, scopeKey: number): void
}

/** An activity: the shared course (mappings, loops, boundary events) is `activity.ts`; this is its own part. */
export interface ActivityBehavior {
  /** What its node in the state is, unless it is instant. */
  kind: Node['kind']
  /** Done before anything could interrupt it: boundary events are not armed, nothing is ever withdrawn. */
  isInstant?: (element: Element) => boolean
  /** Starts the work. Evaluates everything that may fail before it changes another node. */
  begin(run: Run, element: Element, node: Node): void
}
