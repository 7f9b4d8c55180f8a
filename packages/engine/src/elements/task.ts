import { activity } from '../run/activity.ts'

/** A task that says nothing about how it is done: the token passes. */
export const task = activity({
  kind: 'task',
  isInstant: () => true,
  begin(run, _element, node) {
    run.push({ do: 'finish', key: node.key })
  },
})
