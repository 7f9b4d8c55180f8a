import type { Element } from '../model.ts'

/**
 * What is wrong with a step's rights on fields, in words: only a user task has any, each field is named once, and who writes
 * does so alone. Whether the fields exist, the catalogue knows.
 */
export function fieldProblems(element: Element): string[] {
  const { fields = [], otherFields, mode } = element.canmou
  if (fields.length === 0 && otherFields === undefined) return []
  const names = fields.map(({ name }) => name)
  const editable = (element.properties['editable'] ?? '').split(',').flatMap((name) => name.trim() || [])
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  const both = names.find((name) => editable.includes(name))
  const writes = otherFields === 'write' || fields.some(({ access }) => access === 'write')
  // Each round of a form task writes a document of its own; a decision is about one that all see.
  const isShared = mode !== undefined || (element.loop?.type === 'multi' && element.formId === undefined)
  const checks: [boolean, string][] = [
    [element.type !== 'userTask', 'only a user task has rights on fields'],
    [twice !== undefined, `the field ${twice ?? ''} is listed twice`],
    [both !== undefined, `the field ${both ?? ''} is listed, and editable as well`],
    [writes && editable.length > 0, 'access="write" takes the place of editable'],
    [writes && isShared, 'access="write": several sign here, and two could write at once'],
  ]
  return checks.flatMap(([isWrong, message]) => (isWrong ? message : []))
}
