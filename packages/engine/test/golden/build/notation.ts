/**
 * The terse notation that the golden drawings are written in. One line is a declaration (`xor G`,
 * `boundary T on A timer PT1H`) or a chain of sequence flows (`S > A >[x > 1] B`, `G >else C`). Two spaces of
 * indent put a line inside the sub-process above it. In a chain an undeclared `S…` is a none start event, an
 * undeclared `E…` a none end event, and any other undeclared capital letter a user task.
 */

export interface DrawnNode {
  type: string
  id: string
  flags: Set<string>
  attributes: Map<string, string>
  event?: { kind: string; value: string }
  host?: string
  handler?: string
  inside?: Drawing
}

export interface DrawnFlow {
  id: string
  from: string
  to: string
  condition?: string
  isDefault: boolean
}

export interface Drawing {
  nodes: DrawnNode[]
  flows: DrawnFlow[]
}

const activityTypes = ['user', 'manual', 'service', 'script', 'send', 'receive', 'rule', 'task', 'call']
const scopeTypes = ['sub', 'esub', 'transaction', 'adhoc']
const gatewayTypes = ['xor', 'and', 'or', 'eg', 'complex']
const eventTypes = ['start', 'end', 'catch', 'throw', 'boundary']
const nodeTypes = new Set([...activityTypes, ...scopeTypes, ...gatewayTypes, ...eventTypes])
const valuedEvents = new Set(['timer', 'cycle', 'date', 'message', 'signal', 'link', 'conditional'])
const optionalEvents = new Set(['error', 'escalation', 'compensate'])
const bareEvents = new Set(['terminate', 'cancel'])

const isDeclaration = (line: string) => nodeTypes.has(line.split(' ')[0] ?? '')

/** Words of a declaration; a value in double quotes may hold spaces: `script="=a + 1"`. */
const wordsOf = (line: string) =>
  line.match(/(?:[^\s"]|"[^"]*")+/g)?.map((word) => word.replaceAll('"', '').replaceAll("'", '"')) ?? []

/** Reads a drawing. Throws with the line when it makes no sense, so that a typo never becomes a case. */
export function readDrawing(text: string): Drawing {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const root: Drawing = { nodes: [], flows: [] }
  const open: Drawing[] = [root]
  const chains: [Drawing, string][] = []
  for (const raw of lines) {
    const depth = (raw.length - raw.trimStart().length) / 2
    open.length = depth + 1
    const scope = open[depth]
    if (!scope) throw new Error(`indented too far: ${raw}`)
    const line = raw.trim()
    if (isDeclaration(line)) {
      const node = declare(scope, line)
      if (node.inside) open[depth + 1] = node.inside
    } else chains.push([scope, line])
  }
  for (const [scope, line] of chains) chain(scope, line)
  return root
}

function declare(scope: Drawing, line: string): DrawnNode {
  const [type = '', id = '', ...rest] = wordsOf(line)
  const known = scope.nodes.find((node) => node.id === id)
  if (known) throw new Error(`${id} is declared twice: ${line}`)
  const node: DrawnNode = { type, id, flags: new Set(), attributes: new Map() }
  if (scopeTypes.includes(type)) node.inside = { nodes: [], flows: [] }
  for (let at = 0; at < rest.length; at++) if (readWord(node, rest[at] ?? '', rest[at + 1] ?? '')) at++
  scope.nodes.push(node)
  return node
}

/** Reads one word of a declaration; true when it has used the word behind it too. */
function readWord(node: DrawnNode, word: string, next: string): boolean {
  const isEvent = eventTypes.includes(node.type)
  const equals = word.indexOf('=')
  if (word === 'on') node.host = next
  else if (word === 'by') node.handler = next
  else if (isEvent && valuedEvents.has(word)) node.event = { kind: word, value: next }
  else if (isEvent && optionalEvents.has(word)) {
    const hasValue = next !== '' && !['on', 'by', 'non-interrupting'].includes(next) && !next.includes('=')
    node.event = { kind: word, value: hasValue ? next : '' }
    return hasValue
  } else {
    if (bareEvents.has(word)) node.event = { kind: word, value: '' }
    else if (equals > 0) node.attributes.set(word.slice(0, equals), word.slice(equals + 1))
    else node.flags.add(word)
    return false
  }
  return true
}

function chain(scope: Drawing, line: string): void {
  const parts = line.split(/\s*>(\[[^\]]*\]|else)?\s+/)
  if (parts.length < 3) throw new Error(`neither a declaration nor a chain: ${line}`)
  for (let at = 0; at + 2 < parts.length; at += 2) {
    const from = named(scope, parts[at] ?? '')
    const mark = parts[at + 1]
    const to = named(scope, parts[at + 2] ?? '')
    const twins = scope.flows.filter((flow) => flow.from === from && flow.to === to).length
    scope.flows.push({
      id: twins ? `${from}-${to}.${twins + 1}` : `${from}-${to}`,
      from,
      to,
      isDefault: mark === 'else',
      ...(mark?.startsWith('[') ? { condition: mark.slice(1, -1) } : {}),
    })
  }
}

function named(scope: Drawing, id: string): string {
  if (scope.nodes.some((node) => node.id === id)) return id
  if (!/^[A-Z][A-Za-z0-9_]*$/.test(id)) throw new Error(`not declared: ${id}`)
  const type = /^S\d*$/.test(id) ? 'start' : /^E\d*$/.test(id) ? 'end' : 'user'
  scope.nodes.push({ type, id, flags: new Set(), attributes: new Map() })
  return id
}
