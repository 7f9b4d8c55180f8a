import { chooseProcess, parse } from '../compile/parse.ts'
import { idOf, many, one, text, type ModdleElement } from '../compile/moddle-read.ts'

/** One element that a drawing has, lacks, or says something else about than another drawing of the same process. */
export interface DrawingChange {
  elementId: string
  /** Its name; of a flow without one, the names of what it connects. */
  name: string
  change: 'added' | 'removed' | 'changed'
}

/**
 * What is different in a drawing, element by element as its id says, in the order of the drawings; removed ones last. Where
 * things lie does not count. Throws CompileError where a text is no BPMN with that process.
 */
export async function compareDrawings(
  before: string,
  after: string,
  processId: string,
): Promise<DrawingChange[]> {
  const [old, now] = await Promise.all([elementsOf(before, processId), elementsOf(after, processId)])
  const changes: DrawingChange[] = []
  for (const [elementId, element] of now) {
    const former = old.get(elementId)
    if (!former) changes.push({ elementId, name: nameOf(element), change: 'added' })
    else if (said(former) !== said(element))
      changes.push({ elementId, name: nameOf(element), change: 'changed' })
  }
  for (const [elementId, element] of old) {
    if (!now.has(elementId)) changes.push({ elementId, name: nameOf(element), change: 'removed' })
  }
  return changes
}

async function elementsOf(xml: string, processId: string): Promise<Map<string, ModdleElement>> {
  const { definitions } = await parse(xml)
  const found = new Map<string, ModdleElement>()
  const collect = (scope: ModdleElement): void => {
    for (const element of many(scope, 'flowElements')) {
      found.set(idOf(element), element)
      collect(element)
    }
  }
  collect(chooseProcess(definitions, processId))
  return found
}

function nameOf(element: ModdleElement): string {
  const name = text(element, 'name')
  const [source, target] = [one(element, 'sourceRef'), one(element, 'targetRef')]
  if (name !== undefined || !source || !target) return name ?? idOf(element)
  return `${nameOf(source)} → ${nameOf(target)}`
}

/** Which way a flow goes is said by the flow; what is inside a sub-process stands for itself. */
const saidElsewhere = new Set(['incoming', 'outgoing', 'flowElements', 'di'])

/** Everything that an element says about itself, as text to compare. */
function said(element: ModdleElement): string {
  return JSON.stringify(valueOf(element, undefined))
}

function valueOf(value: unknown, holder: ModdleElement | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => valueOf(item, holder))
  if (!isElement(value)) return typeof value === 'string' ? value.trim() : value
  // What is only referred to is compared by its id; a message, a signal or an error by all that it says.
  const isShared = value.$parent?.$type === 'bpmn:Definitions'
  if (holder && value.$parent !== holder && !isShared) return idOf(value)
  // References are not enumerable.
  const members = Object.getOwnPropertyNames(value)
    .filter((name) => !saidElsewhere.has(name) && !name.startsWith('$'))
    .sort()
  return [value.$type, members.map((name) => [name, valueOf(value[name], value)])]
}

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value
