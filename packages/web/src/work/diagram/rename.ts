/** What of a drawing the library tells once the file is read and nothing is drawn yet: elements, and how each is drawn. */
export interface Parsed {
  elementsById: Record<string, Part | undefined>
}

interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

interface Part {
  name?: string
  /** Of a pool. */
  processRef?: object
  /** Of a shape or a line: what it draws, and where its words stand. */
  bpmnElement?: { id: string }
  label?: { bounds?: Bounds }
  /** Of a shape. */
  bounds?: Bounds
  /** Of a line. */
  waypoint?: readonly Point[]
}

interface Point {
  x: number
  y: number
}

// Of words in letters, in px, at the size of the words beside an element: a letter at most, and a line.
const letter = 6.6
const line = 14
/** What is kept free beside words, and between words and a line of the drawing. */
const gap = 4
/** How wide words become that have another line to go to: above an element, and where they end before its middle. */
const wanted = { above: 76, before: 60 }

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
    if (!bounds || !renamed.has(id)) continue
    const name = elementsById[id]?.name ?? ''
    // Characters take the room of those that they stand for.
    if (/\p{Script=Han}/u.test(name)) continue
    Object.assign(bounds, placed(part, bounds, name))
  }
}

function placed({ bounds: shape, waypoint = [] }: Part, label: Bounds, name: string): Bounds {
  if (shape) return besideShape(label, shape, name)
  return besideLine(label, waypoint, name)
}

/** Words above a shape grow upwards, and those that end before its middle to the left: they would run over it. */
function besideShape(label: Bounds, shape: Bounds, name: string): Bounds {
  if (label.y + label.height / 2 > shape.y + shape.height / 2) return widened(label, name)
  const middle = shape.x + shape.width / 2
  const isBefore = label.x + label.width / 2 < middle - gap
  const most = isBefore ? wanted.before : wanted.above
  const width = Math.max(longestWord(name), Math.min(most, widthOf(name)))
  const height = linesOf(name, width) * line
  const x = isBefore ? middle - gap - width : middle - width / 2
  return { x, y: label.y + label.height - height, width, height }
}

/**
 * Words above a line stay on one line of their own where it is long enough, and grow upwards where it is not; those to the
 * left of a line grow to the left. Others stay where they begin.
 */
function besideLine(label: Bounds, points: readonly Point[], name: string): Bounds {
  const [right, bottom] = [label.x + label.width, label.y + label.height]
  const pieces = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }))
  const below = pieces.find(
    ({ from, to }) =>
      from.y === to.y && isNear(bottom, from.y) && isWithin(label.x + label.width / 2, from.x, to.x),
  )
  const isLeft = pieces.some(
    ({ from, to }) =>
      from.x === to.x && isNear(right, from.x) && isWithin(label.y + label.height / 2, from.y, to.y),
  )
  const room = below ? Math.max(below.from.x, below.to.x) - label.x - gap : 0
  const whole = widthOf(name)
  const width = Math.max(label.width, whole <= room ? whole : longestWord(name))
  const height = Math.max(label.height, linesOf(name, width) * line)
  return { x: isLeft ? right - width : label.x, y: below ? bottom - height : label.y, width, height }
}

/** Whether words that end at `end` stand before a line at `at`, and not behind it or far from it. */
const isNear = (end: number, at: number): boolean => at - end > -gap && at - end < line
const isWithin = (at: number, from: number, to: number): boolean =>
  at > Math.min(from, to) && at < Math.max(from, to)

/** Around their middle, as wide as the longest word. */
function widened({ x, y, width, height }: Bounds, name: string): Bounds {
  const missing = Math.max(0, longestWord(name) - width)
  return { x: x - missing / 2, y, width: width + missing, height }
}

const widthOf = (words: string): number => Math.ceil(words.length * letter) + gap
const longestWord = (name: string): number => Math.max(...name.split(/\s/).map(widthOf))

function linesOf(name: string, width: number): number {
  let lines = 1
  let row = ''
  for (const word of name.split(/\s/)) {
    const longer = row === '' ? word : `${row} ${word}`
    if (row !== '' && widthOf(longer) > width) lines += 1
    row = row !== '' && widthOf(longer) > width ? word : longer
  }
  return lines
}
