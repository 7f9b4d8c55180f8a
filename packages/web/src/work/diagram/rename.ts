/** What of a drawing the library tells once the file is read and nothing is drawn yet: elements, and how each is drawn. */
export interface Parsed {
  elementsById: Record<string, Part | undefined>
}

interface Part {
  name?: string
  /** Of a pool. */
  processRef?: object
  /** Of a shape or a line: what it draws, and where its words stand. */
  bpmnElement?: { id: string }
  label?: { bounds?: { x: number; width: number } }
}

/** How wide a letter of another script is at most, in px, at the size of the words beside an element. */
const letter = 6.6
const widest = 90

/**
 * Calls the elements of a drawing by the names that are given by their ids and, where there are any, the pool of the process
 * by its title. What is drawn without a name stays so. Words that stand beside an element have the room of its own name; a
 * longer word would be broken within it.
 */
export function rename(
  { elementsById }: Parsed,
  names: Readonly<Record<string, string>>,
  title: string,
): void {
  const renamed = new Set<string>()
  for (const [id, name] of Object.entries(names)) {
    const element = elementsById[id]
    if (!element?.name || element.name === name) continue
    element.name = name
    renamed.add(id)
  }
  const parts = Object.values(elementsById)
  const [pool, ...others] = parts.filter((part) => part?.processRef)
  if (pool && others.length === 0 && Object.keys(names).length > 0) pool.name = title
  for (const part of parts) {
    const bounds = part?.label?.bounds
    const id = part?.bpmnElement?.id ?? ''
    if (bounds && renamed.has(id)) makeRoom(bounds, elementsById[id]?.name ?? '')
  }
}

function makeRoom(bounds: { x: number; width: number }, name: string): void {
  const longest = Math.max(...name.split(/\s/).map((word) => word.length))
  const missing = Math.min(widest, Math.ceil(longest * letter)) - bounds.width
  if (missing <= 0) return
  bounds.x -= missing / 2
  bounds.width += missing
}
