import type { Box, Moddle } from './drawing.ts'

/** As bpmn.io's tools set a name: within a shape of 12 px, beside one of 11 px and 90 px wide, or as wide as its box. */
const inside = { size: 12, padding: 14 }
const beside = { size: 11, widest: 90 }

/** Of the size of the letters: a Chinese character, a letter or digit, a thin sign. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce(
    (sum, sign) => sum + size * (/[\u2e80-\uffef]/.test(sign) ? 1 : /\w/.test(sign) ? 0.55 : 0.35),
    0,
  )

/** Lines break at a space or a hyphen where one fits, else where the line is full. */
export function linesOf(name: string, width: number, size: number): string[] {
  const lines: string[] = []
  let rest = name
  while (widthOf(rest, size) >= width) {
    const characters = [...rest]
    let fitting = characters.length
    while (fitting > 1 && widthOf(characters.slice(0, fitting).join(''), size) >= width) fitting -= 1
    const full = characters.slice(0, fitting).join('')
    const broken = /^.*[\s-]/s.exec(full)?.[0] ?? full
    lines.push(broken.trimEnd())
    rest = rest.slice(broken.length)
  }
  return [...lines, rest]
}

/** What is wrong with how a name is set; a box is given where it stands beside its shape or flow. */
export function wordingFaults(
  { $type, name }: Moddle,
  shape: Box | undefined,
  label: Box | undefined,
): string[] {
  if (!name) return []
  const isWithin = shape !== undefined && label === undefined && !$type.endsWith('SubProcess')
  const lines = isWithin
    ? linesOf(name, shape.width - inside.padding, inside.size)
    : linesOf(name, Math.max(label?.width ?? 0, beside.widest), beside.size)
  const faults = lines.slice(0, -1).some((line) => line.endsWith('-')) ? [`“${name}” breaks a number`] : []
  if (lines.length > 1 && [...(lines.at(-1) ?? '')].length === 1)
    faults.push(`“${name}” leaves a character alone`)
  if (label) {
    const widest = Math.max(...lines.map((line) => widthOf(line, beside.size)))
    if (widest > label.width + 1 || lines.length * 14 > label.height + 1)
      faults.push(`“${name}” is larger than its box`)
  }
  return faults
}
