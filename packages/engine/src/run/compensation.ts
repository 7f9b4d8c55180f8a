import type { Element } from '../model.ts'
import type { Completed, Enter, Node } from '../state.ts'
import type { Run } from './run.ts'
import { entered } from './tokens.ts'

/**
 * What a compensation event has to undo, last completed last: everything in its scope, or one activity wherever
 * it was completed around it (BPMN 2.0.2 §10.5.7). The records are used up, so nothing is undone twice.
 */
function takeRecords(run: Run, scopeKey: number, activity: Element | undefined): Completed[] {
  for (let key = scopeKey; key >= 0; key = run.get(key).in) {
    const node = run.get(key)
    const isHandler = run.process.elements.get(node.at)?.type === 'eventSubProcess'
    const done = node.done ?? []
    const chosen = activity ? done.filter((record) => record.at === activity.id) : done
    if (chosen.length > 0) {
      run.patch(key, { done: done.filter((record) => !chosen.includes(record)) })
      return chosen.flatMap((record) => expand(run, record))
    }
    // an event sub-process undoes what was done in the scope it belongs to
    if (!activity && !isHandler) return []
  }
  return []
}

/** A sub-process without a handler of its own is undone by undoing what was completed inside it. */
function expand(run: Run, record: Completed): Completed[] {
  if (!record.inside || run.element(record.at).compensation) return [record]
  return record.inside.flatMap((inner) =>
    expand(run, record.vars === undefined ? inner : { ...inner, vars: { ...record.vars, ...inner.vars } }),
  )
}

/** Undoes one activity at a time, in reverse order of completion; then the event itself is done. */
export function nextUndo(run: Run, node: Node): void {
  const left = node.undo ?? []
  const record = left[left.length - 1]
  if (!record) {
    run.push({ do: 'finish', key: node.key })
    return
  }
  run.patch(node.key, { undo: left.slice(0, -1) })
  const handler = run.element(record.at).compensation
  if (!handler) {
    run.push({ do: 'round', key: node.key })
    return
  }
  run.push({
    do: 'enter',
    at: handler.id,
    in: node.key,
    ...(record.vars === undefined ? {} : { vars: record.vars }),
  })
}

/** Enters an event that throws compensation; its token waits until everything is undone. */
export function compensate(run: Run, element: Element, work: Enter): void {
  entered(run, element, work)
  const activity = element.event?.kind === 'compensate' ? element.event.activity : undefined
  const undo = takeRecords(run, work.in, activity)
  const node = run.add({ kind: 'undo', at: element.id, in: work.in, undo })
  run.push({ do: 'round', key: node.key })
}
